// The Typst compiler with its workspace: an empty folder into which layout and data are mapped as
// shadow files, so that the engine finds nothing else on disk.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

// Enough to correct a layout; a template that fails in a loop reports thousands.
const reportedDiagnostics = 50;

export class Typesetter {
  #compiler;
  #workspace;

  constructor(workspace, fonts) {
    this.#workspace = workspace;
    this.#compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [fonts] }] });
  }

  get version() {
    const source = { mainFileContent: '#metadata(str(sys.version)) <version>' };
    return this.#compiler.query(source, { selector: '<version>', field: 'value' })[0];
  }

  typeset(job, parts) {
    if (job.layout) this.#replaceLayout(job.layout, parts.splice(0, job.layout.length));
    try {
      job.files.forEach((name, index) => this.#compiler.mapShadow(this.#path(name), parts[index]));
      return this.#compile({ mainFilePath: this.#path(job.main) }, job);
    } finally {
      for (const name of job.files) this.#compiler.unmapShadow(this.#path(name));
    }
  }

  /** A real document, so small that it costs nothing: text, a font, a tagged PDF/UA-1 file. */
  check() {
    const source = '#set document(title: "Check", date: none)\n#set text(lang: "en")\n= Check\nThe engine works.';
    return this.#compile({ mainFileContent: source }, { format: 'pdf', standard: 'ua-1' });
  }

  evict(age) {
    this.#compiler.evictCache(age);
  }

  #path(name) {
    return `${this.#workspace}/${name}`;
  }

  #replaceLayout(names, contents) {
    this.#compiler.resetShadow();
    names.forEach((name, index) => this.#compiler.mapShadow(this.#path(name), contents[index]));
  }

  #compile(source, { format, standard, timestamp }) {
    const result = this.#compiler.compile(source);
    if (result.hasError()) return { kind: 'rejected', diagnostics: this.#diagnostics(result.takeDiagnostics()) };
    const warnings = this.#diagnostics(result.takeWarnings());
    const document = result.result;
    try {
      const content = format === 'svg'
        ? Buffer.from(this.#compiler.svg(document))
        : this.#compiler.pdf(document, { pdfStandard: standard, creationTimestamp: timestamp ?? undefined });
      return { kind: 'done', pages: document.numOfPages, warnings, content };
    } catch (error) {
      // What breaks the PDF standard is thrown as the debug text of the engine's diagnostics.
      if (error.message.startsWith('[SourceDiagnostic')) return { kind: 'rejected', debug: error.message };
      throw error;
    }
  }

  #diagnostics(found) {
    return found ? this.#compiler.fetchDiagnostics(found).slice(0, reportedDiagnostics) : [];
  }
}
