// A PDF file as the engine writes it – whole objects in any order, one table of their places – taken apart and put
// together again with most objects packed. Objects are moved and never read: their texts have one character for each
// byte and stay as they are. A file that looks otherwise is refused, for what is not understood cannot be kept.
import { inflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';

// Readers unpack a whole object stream to get at one object, so a long document has several.
const objectsPerStream = 200;
const entryLength = 20;
const columns = [1, 4, 2];
const packedStream = /^<<\n  \/Length \d+\n  \/Filter \/FlateDecode\n>>\nstream\n([^]*)\nendstream$/;

/** A file of the engine that cannot be finished. The same document would fail again. */
export class UnfinishableFile extends Error {}

export class PdfFile {
  /** Numbers of the catalog and of the information dictionary. */
  root;
  info;

  #head;
  #size;
  #bodies;
  #id;

  constructor(bytes) {
    const text = bytes.latin1Slice();
    [, this.#head] = find(/^(%PDF-1\.7\n%[\x80-\xff]{4}\n)/, text.slice(0, 20), 'head');
    const table = Number(find(/\nstartxref\n(\d+)\n%%EOF\n?$/, text.slice(-40), 'end')[1]);
    const [entries, size] = find(/^xref\n0 (\d+)\n/, text.slice(table, table + 20), 'table of objects');
    this.#size = Number(size);
    const trailer = text.slice(table + entries.length + this.#size * entryLength);
    const [, declared, root, info, id] =
      find(/^trailer\n<<\n  \/Size (\d+)\n  \/Root (\d+) 0 R\n  \/Info (\d+) 0 R\n  \/ID (\[\([^()\\]+\) \([^()\\]+\)\])\n>>\nstartxref\n/, trailer, 'trailer');
    if (declared !== size) throw new UnfinishableFile('its table of objects is incomplete');
    [this.root, this.info, this.#id] = [Number(root), Number(info), id];
    this.#bodies = bodiesOf(text, placesOf(text, table + entries.length, this.#size), table);
  }

  get(number) {
    return this.#bodies.get(number) ?? fail(`its object ${number} is missing`);
  }

  set(number, body) {
    this.#bodies.set(number, body);
  }

  /** All objects, each as its number and its body. */
  objects() {
    return this.#bodies.entries();
  }

  /** What a packed stream holds, and its body with another content. */
  unpack(number) {
    const [, packed] = find(packedStream, this.get(number), `stream ${number}`);
    return inflateSync(Buffer.from(packed, 'latin1')).latin1Slice();
  }

  pack(number, content) {
    this.set(number, stream('', Buffer.from(content, 'latin1')));
  }

  /** Streams stay apart, as they must; all else goes into object streams, and the table of places becomes a stream too. */
  toBytes() {
    const places = new Map();
    const written = [this.#head];
    let length = this.#head.length;
    const write = (number, body) => {
      places.set(number, [1, length, 0]);
      written.push(`${number} 0 obj\n${body}\nendobj\n`);
      length += written.at(-1).length;
    };

    const [streams, others] = split([...this.#bodies].sort(([a], [b]) => a - b), ([, body]) => body.endsWith('\nendstream'));
    for (const [number, body] of streams) write(number, body);
    let next = this.#size;
    for (let start = 0; start < others.length; start += objectsPerStream, next++) {
      const packed = others.slice(start, start + objectsPerStream);
      packed.forEach(([number], index) => places.set(number, [2, next, index]));
      write(next, objectStream(packed));
    }
    const table = length;
    places.set(next, [1, table, 0]);
    write(next, placeStream(places, next + 1, `/Root ${this.root} 0 R /Info ${this.info} 0 R /ID ${this.#id}`));
    written.push(`startxref\n${table}\n%%EOF\n`);
    return Buffer.from(written.join(''), 'latin1');
  }
}

function placesOf(text, start, size) {
  const places = [];
  for (let number = 0; number < size; number++) {
    const at = start + number * entryLength;
    const [, place, kind] = find(/^(\d{10}) \d{5} ([nf])/, text.slice(at, at + entryLength), `entry of object ${number}`);
    if (kind === 'n') places.push([Number(place), number]);
  }
  return places.sort(([a], [b]) => a - b);
}

// Between one object and the next there is nothing but white space, so that nothing of the file is lost.
function bodiesOf(text, places, table) {
  return new Map(places.map(([place, number], index) => {
    const object = text.slice(place, places[index + 1]?.[0] ?? table).trimEnd();
    const [head, tail] = [`${number} 0 obj\n`, '\nendobj'];
    if (!object.startsWith(head) || !object.endsWith(tail)) fail(`its object ${number} does not lie where it should`);
    return [number, object.slice(head.length, -tail.length)];
  }));
}

function objectStream(objects) {
  let [numbers, bodies] = ['', ''];
  for (const [number, body] of objects) {
    numbers += `${number} ${bodies.length} `;
    bodies += `${body}\n`;
  }
  return stream(`/Type /ObjStm /N ${objects.length} /First ${numbers.length}`, Buffer.from(numbers + bodies, 'latin1'));
}

// Each row holds what differs from the row above, which packs far better.
function placeStream(places, size, trailer) {
  const width = columns.reduce((sum, column) => sum + column);
  const rows = Buffer.alloc(size * (1 + width));
  const free = [0, 0, 65535];
  let [row, above] = [Buffer.alloc(width), Buffer.alloc(width)];
  for (let number = 0; number < size; number++) {
    const [kind, place, index] = places.get(number) ?? free;
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(place, columns[0]);
    row.writeUInt16BE(index, columns[0] + columns[1]);
    rows[number * (1 + width)] = 2;
    for (let column = 0; column < width; column++) rows[number * (1 + width) + 1 + column] = row[column] - above[column];
    [row, above] = [above, row];
  }
  const predictor = `/DecodeParms << /Predictor 12 /Columns ${width} >>`;
  return stream(`/Type /XRef /Size ${size} /W [${columns.join(' ')}] ${predictor} ${trailer}`, rows);
}

// Not by Node's own zlib, whose result depends on its version and on the processor: the same document has the same bytes.
function stream(entries, content) {
  const packed = Buffer.from(zlibSync(content)).latin1Slice();
  return `<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

function split(items, isFirst) {
  return [items.filter(isFirst), items.filter(item => !isFirst(item))];
}

const find = (pattern, text, what) => pattern.exec(text) ?? fail(`its ${what} is not as the engine writes it`);

function fail(problem) {
  throw new UnfinishableFile(problem);
}
