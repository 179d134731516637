// The engine's bare PDF writing, and what finishes a file: documents come in as JSON lines, are compiled, and only what
// follows is timed. It runs beside the service's own engine process because that one answers with the finished file only.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';

const [host, fonts, keptCacheAge] = process.argv.slice(2);
const { finish } = await import(`${host}/finish.mjs`);
const { NodeCompiler } = createRequire(`${host}/`)('@myriaddreamin/typst-ts-node-compiler');
const workspace = mkdtempSync(`${tmpdir()}/pdf-writing-`);
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
const producer = 'MoroccoCT Briefings (Typst)';

for await (const line of createInterface({ input: process.stdin })) {
  const { layout, data } = JSON.parse(line);
  for (const [name, content] of Object.entries({ ...layout, ...data })) {
    compiler.mapShadow(`${workspace}/${name}`, Buffer.from(content, 'base64'));
  }
  const result = compiler.compile({ mainFilePath: `${workspace}/briefing.typ` });
  if (result.hasError()) throw new Error(compiler.fetchDiagnostics(result.takeDiagnostics())[0].message);
  const write = pdfStandard => compiler.pdf(result.result, { pdfStandard });
  const [written, bare] = timed(() => write('ua-1'));
  const [, finishing] = timed(() => finish(written, { standards: ['ua-1'], producer }));
  const [, both] = timed(() => {
    write('ua-1');
    return finish(write('a-3a'), { standards: ['ua-1', 'a-3a'], producer });
  });
  compiler.evictCache(Number(keptCacheAge));
  await new Promise(setImmediate);
  console.log(JSON.stringify({ bare, finishing, both }));
}

function timed(work) {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return [result, { clock: performance.now() - start, processor: (user + system) / 1000 }];
}
