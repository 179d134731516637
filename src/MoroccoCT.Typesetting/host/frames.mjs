// A frame: four bytes (big-endian) with the length of a JSON header, the header, then the binary
// parts whose lengths the header announces in "parts".

export async function* readFrames(stream) {
  const bytes = new ByteQueue(stream);
  for (;;) {
    const length = await bytes.take(4);
    if (length === null) return;
    const header = JSON.parse((await bytes.take(length.readUInt32BE())).toString('utf8'));
    const parts = [];
    for (const size of header.parts ?? []) parts.push(await bytes.take(size));
    yield { header, parts };
  }
}

export function writeFrame(stream, header, parts = []) {
  const json = Buffer.from(JSON.stringify({ ...header, parts: parts.map(part => part.length) }));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return new Promise((resolve, reject) =>
    stream.write(Buffer.concat([length, json, ...parts]), error => (error ? reject(error) : resolve())));
}

class ByteQueue {
  #chunks;
  #bytes = Buffer.alloc(0);

  constructor(stream) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** Exactly `count` bytes, or null where the stream ends. */
  async take(count) {
    const pending = [this.#bytes];
    let length = this.#bytes.length;
    while (length < count) {
      const { value, done } = await this.#chunks.next();
      if (done) return null;
      pending.push(value);
      length += value.length;
    }
    const all = pending.length === 1 ? pending[0] : Buffer.concat(pending);
    this.#bytes = all.subarray(count);
    return all.subarray(0, count);
  }
}
