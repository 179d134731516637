// An engine that misbehaves on demand: the name of the job's main file says how. It speaks the
// protocol of the real host (see frames.mjs there) as far as it speaks it at all.
import { writeSync } from 'node:fs';

const stdout = 1;
const stderr = 2;

function frame(header, content = Buffer.alloc(0)) {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  writeSync(stdout, Buffer.concat([length, json, content]));
}

function done(id, text) {
  const content = Buffer.from(text);
  frame({ kind: 'done', id, pages: 1, residentMiB: 1, parts: [content.length] }, content);
}

const behaviours = {
  answer: job => done(job.id, 'a document'),
  hang: () => {},
  crash: () => {
    writeSync(stderr, 'last words\n');
    process.kill(process.pid, 'SIGKILL');
  },
  garbage: () => writeSync(stdout, 'console output where an answer should be'),
  'not-json': () => writeSync(stdout, Buffer.from('\0\0\0\x05hello', 'latin1')),
  flood: job => {
    frame({ kind: 'done', id: job.id, pages: 1, parts: [2 ** 40] });
    for (;;) writeSync(stdout, Buffer.alloc(1 << 16));
  },
  chatter: job => {
    for (let line = 0; line < 1000; line++) writeSync(stderr, `${'chatter '.repeat(128)}\n`);
    done(job.id, 'a document');
  },
  another: job => done(job.id + 1, 'the document of somebody else'),
  half: job => {
    frame({ kind: 'done', id: job.id, pages: 1, parts: [1000] }, Buffer.from('half'));
    process.exit(0);
  },
};

let bytes = Buffer.alloc(0);
frame({ kind: 'ready', version: '0.0.0' });
process.stdin.on('data', chunk => {
  bytes = Buffer.concat([bytes, chunk]);
  if (bytes.length < 4) return;
  const length = bytes.readUInt32BE();
  if (bytes.length < 4 + length) return;
  const job = JSON.parse(bytes.subarray(4, 4 + length));
  const end = 4 + length + job.parts.reduce((sum, part) => sum + part, 0);
  if (bytes.length < end) return;
  bytes = bytes.subarray(end);
  behaviours[job.main.split('.')[0]](job);
});
