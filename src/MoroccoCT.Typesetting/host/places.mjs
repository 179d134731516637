// Names the places of what breaks the PDF standard. The engine finds such faults while it writes the
// PDF and tells them as debug text, with spans instead of places. The upper bits of a span stand for
// a file, the lower 48 for a node of its syntax tree. What they mean is found by comparison, without
// reading Typst: the engine refuses the same document once more, with a small change.
const nodeBits = 48n;

// Changes nothing in a document, but is a node of the syntax tree.
const mark = '/**/';

/**
 * Maps spans, as written in the debug text, to file and line (counted from 1), or to the file alone
 * where the line cannot be told for certain or not in time. What stems from no file of the layout is
 * left out. `layout` maps names to contents; `refuse(name, content)` gives the debug text of the same
 * document with one file changed, and has to use a new compiler, because node numbers depend on what
 * a compiler has read before; `refuseAlone(name, content)` gives that of a document of this one file.
 */
export function findPlaces(debug, layout, { refuse, refuseAlone, mayGoOn }) {
  const spans = spansOf(debug);
  if (spans.every(span => fileOf(span) === 0n)) return {};

  const names = fileNames(layout, refuseAlone);
  const files = new Map();
  const places = {};
  spans.forEach((span, index) => {
    const name = names.get(fileOf(span));
    if (!name || places[span]) return;
    if (!files.has(name)) files.set(name, new MarkedFile(layout.get(name), debug, content => mayGoOn() ? refuse(name, content) : ''));
    places[span] = { file: name, line: files.get(name).lineOf(index) };
  });
  return places;
}

const spansOf = debug => Array.from(debug.matchAll(/span: Span\((\d+)\), message: /g), match => BigInt(match[1]));
const withoutSpans = debug => debug.replace(/Span\(\d+\)/g, '');
const fileOf = span => span >> nodeBits;

// Each file in turn becomes a document with nothing but a fault, whose span then has the file's number.
function fileNames(layout, refuseAlone) {
  const numberOf = name => spansOf(refuseAlone(name, '#figure(rect())')).map(fileOf).find(number => number > 0n);
  return new Map(Array.from(layout.keys(), name => [numberOf(name), name]));
}

/**
 * Finds the line in which a node begins. Nodes are numbered in the order in which they begin, in steps
 * that depend on how many there are. So wherever a mark is put behind a node, it has the same effect on
 * the node's number as at the end of the file; before the node it makes the number larger than that.
 */
class MarkedFile {
  #lines;
  #debug;
  #refuse;
  #tried = new Map();

  constructor(content, debug, refuse) {
    this.#lines = `${content}\n`.split('\n');
    this.#debug = withoutSpans(debug);
    this.#refuse = refuse;
  }

  /** Of the fault with this index in the debug text; undefined if that cannot be told. */
  lineOf(index) {
    const last = this.#lines.length - 1;
    const unmarked = this.#spans(undefined)?.[index];
    const behind = this.#spans(last)?.[index];
    // Without an answer, or in a file that has no nodes, there is nothing to compare.
    if (behind === unmarked) return undefined;

    const written = [...this.#lines.keys()].filter(line => this.#lines[line].trim() !== '');
    let [above, lowest] = [-1, last]; // The node begins below line `above`, and not below line `lowest`.
    for (let open = written; open.length > 0; ) {
      const line = open[open.length >> 1];
      const span = this.#spans(line)?.[index];
      if (span === behind) lowest = line;
      // In a string, for one, a mark is no node: it leaves the number alone and tells nothing.
      else if (span > behind && span !== unmarked) above = line;
      open = open.filter(other => other > above && other < lowest && other !== line);
    }
    const left = written.filter(line => line > above && line <= lowest);
    return left.length === 1 ? left[0] + 1 : undefined;
  }

  // The spans of all faults with this line marked; undefined if the faults are no longer the same.
  #spans(line) {
    if (!this.#tried.has(line)) this.#tried.set(line, this.#try(line));
    return this.#tried.get(line);
  }

  #try(line) {
    const lines = line === undefined ? this.#lines : this.#lines.with(line, withMark(this.#lines[line]));
    const debug = this.#refuse(lines.join('\n'));
    return withoutSpans(debug) === this.#debug ? spansOf(debug) : undefined;
  }
}

// At the end of the line, but before a comment. Next to a slash or backslash it would be something else.
function withMark(line) {
  const end = line.search(/(?<=^|\s)\/\/|\s*$/);
  return /[\\/]$/.test(line.slice(0, end)) ? line : line.slice(0, end) + mark + line.slice(end);
}
