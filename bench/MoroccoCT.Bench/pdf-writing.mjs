// The engine's bare PDF writing: documents come in as JSON lines, are compiled, and then only pdf() is timed.
// It runs beside the service's own engine process because that one answers with the finished file only.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';

const [host, fonts, keptCacheAge] = process.argv.slice(2);
const { NodeCompiler } = createRequire(`${host}/`)('@myriaddreamin/typst-ts-node-compiler');
const workspace = mkdtempSync(`${tmpdir()}/pdf-writing-`);
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });

for await (const line of createInterface({ input: process.stdin })) {
  const { layout, data } = JSON.parse(line);
  for (const [name, content] of Object.entries({ ...layout, ...data })) {
    compiler.mapShadow(`${workspace}/${name}`, Buffer.from(content, 'base64'));
  }
  const result = compiler.compile({ mainFilePath: `${workspace}/briefing.typ` });
  if (result.hasError()) throw new Error(compiler.fetchDiagnostics(result.takeDiagnostics())[0].message);
  const start = performance.now();
  const before = process.cpuUsage();
  compiler.pdf(result.result, { pdfStandard: 'ua-1' });
  const { user, system } = process.cpuUsage(before);
  const clock = performance.now() - start;
  compiler.evictCache(Number(keptCacheAge));
  await new Promise(setImmediate);
  console.log(JSON.stringify({ clock, processor: (user + system) / 1000 }));
}
