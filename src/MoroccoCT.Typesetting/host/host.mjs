// The engine process: one compiler, one document at a time. Jobs come in on stdin, answers go
// out on stdout, both as frames (see frames.mjs). It has no state worth saving: the service
// kills it whenever a deadline passes and starts another.
import { Console } from 'node:console';
import { parseArgs } from 'node:util';
import { readFrames, writeFrame } from './frames.mjs';
import { watchParent } from './watchdog.mjs';

// Standard output carries frames only; what a library prints goes to the service's log.
globalThis.console = new Console(process.stderr, process.stderr);

const { values: options } = parseArgs({
  options: {
    parent: { type: 'string' },
    workspace: { type: 'string' },
    fonts: { type: 'string' },
    'kept-cache-age': { type: 'string' },
  },
});

watchParent(Number(options.parent));
const typesetter = await load();
await writeFrame(process.stdout, { kind: 'ready', version: typesetter.version });

for await (const { header, parts } of readFrames(process.stdin)) {
  const { content, ...answer } = reply(header, parts);
  const residentMiB = Math.ceil(process.memoryUsage.rss() / 2 ** 20);
  await writeFrame(process.stdout, { id: header.id, residentMiB, ...answer }, content ? [content] : []);
  // After the answer: nobody waits for it, unless the next job is there already.
  await tidy();
}

// Loaded late, so that a missing engine is reported in words instead of a stack trace.
async function load() {
  try {
    const { Typesetter } = await import('./typesetter.mjs');
    return new Typesetter(options.workspace, options.fonts);
  } catch (error) {
    await writeFrame(process.stdout, { kind: 'unavailable', problem: error.message });
    process.exit(1);
  }
}

function reply(job, parts) {
  try {
    return job.kind === 'check' ? typesetter.check() : typesetter.typeset(job, parts);
  } catch (error) {
    console.error(error);
    return { kind: 'failed', problem: error.message };
  }
}

// Evicted results are freed by Node's event loop: without this turn the process grows for ever.
async function tidy() {
  typesetter.evict(Number(options['kept-cache-age']));
  await new Promise(setImmediate);
}
