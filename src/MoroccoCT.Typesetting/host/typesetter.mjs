// The Typst compiler with its workspace: an empty folder into which layout and data are mapped as
// shadow files, so that the engine finds nothing else on disk.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { finish } from './finish.mjs';
import { UnfinishableFile } from './pdf-file.mjs';
import { findPlaces } from './places.mjs';

// Enough to correct a layout; a template that fails in a loop reports thousands.
const reportedDiagnostics = 50;

export class Typesetter {
  #compiler;
  #workspace;
  #fonts;
  #layout = new Map();

  constructor(workspace, fonts) {
    this.#workspace = workspace;
    this.#fonts = fonts;
    this.#compiler = this.#createCompiler();
  }

  get version() {
    const source = { mainFileContent: '#metadata(str(sys.version)) <version>' };
    return this.#compiler.query(source, { selector: '<version>', field: 'value' })[0];
  }

  typeset(job, parts) {
    const start = performance.now();
    if (job.layout) this.#replaceLayout(job.layout, parts.splice(0, job.layout.length));
    const data = new Map(job.files.map((name, index) => [name, parts[index]]));
    try {
      this.#map(this.#compiler, data);
      const answer = this.#compile(this.#compiler, { mainFilePath: this.#path(job.main) }, job);
      return answer.debug ? { ...answer, places: this.#findPlaces(answer.debug, job, data, performance.now() - start) } : answer;
    } finally {
      for (const name of job.files) this.#compiler.unmapShadow(this.#path(name));
    }
  }

  /** A real document, so small that it costs nothing: text, a font, a tagged PDF/UA-1 file. */
  check() {
    const source = '#set document(title: "Check", date: none)\n#set text(lang: "en")\n= Check\nThe engine works.';
    return this.#compile(this.#compiler, { mainFileContent: source }, { standards: ['ua-1'] });
  }

  evict(age) {
    this.#compiler.evictCache(age);
  }

  #createCompiler() {
    return NodeCompiler.create({ workspace: this.#workspace, fontArgs: [{ fontPaths: [this.#fonts] }] });
  }

  #path(name) {
    return `${this.#workspace}/${name}`;
  }

  #map(compiler, files) {
    for (const [name, content] of files) compiler.mapShadow(this.#path(name), content);
  }

  #replaceLayout(names, contents) {
    this.#layout = new Map(names.map((name, index) => [name, contents[index]]));
    this.#compiler.resetShadow();
    this.#map(this.#compiler, this.#layout);
  }

  // With compilers of its own, so that this one goes on as if nothing had happened. Each try costs about
  // as much as the document did; the fault must be told in time, with a place or without.
  #findPlaces(debug, job, data, cost) {
    const end = performance.now() + job.search.milliseconds - cost;
    const single = this.#createCompiler();
    const refuse = (compiler, main, standards) =>
      this.#compile(compiler, { mainFilePath: this.#path(main) }, { ...job, standards }).debug ?? '';
    return findPlaces(debug, this.#layout, {
      mayGoOn: () => performance.now() < end && process.memoryUsage.rss() < job.search.mebibytes * 2 ** 20,
      refuse: (name, content) => {
        const compiler = this.#createCompiler();
        this.#map(compiler, [...this.#layout, [name, Buffer.from(content)], ...data]);
        return refuse(compiler, job.main, job.standards);
      },
      refuseAlone: (name, content) => {
        this.#map(single, [[name, Buffer.from(content)]]);
        return refuse(single, name, ['ua-1']);
      },
    });
  }

  #compile(compiler, source, job) {
    const result = compiler.compile(source);
    if (result.hasError()) return { kind: 'rejected', diagnostics: diagnosticsOf(compiler, result.takeDiagnostics()) };
    const warnings = diagnosticsOf(compiler, result.takeWarnings());
    const document = result.result;
    try {
      const content = this.#write(compiler, document, job);
      return { kind: 'done', pages: document.numOfPages, warnings, content };
    } catch (error) {
      // What breaks the PDF standard is thrown as the debug text of the engine's diagnostics.
      if (error.message.startsWith('[SourceDiagnostic')) return { kind: 'rejected', debug: error.message };
      if (error instanceof UnfinishableFile) return { kind: 'rejected', diagnostics: [unfinishable(error)] };
      throw error;
    }
  }

  // Once for each standard, so that the engine refuses what breaks any of them; what it writes for the last becomes the file.
  #write(compiler, document, job) {
    const written = job.standards.map(pdfStandard => compiler.pdf(document, { pdfStandard }));
    return finish(written.at(-1), job);
  }
}

const unfinishable = ({ message }) => ({ severity: 1, message: `The engine's file cannot be finished: ${message}.` });

function diagnosticsOf(compiler, found) {
  return found ? compiler.fetchDiagnostics(found).slice(0, reportedDiagnostics) : [];
}
