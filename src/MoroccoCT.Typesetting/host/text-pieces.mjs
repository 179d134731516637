// Finds the pieces of text in a page's content. Each is a block of its own, with a place and a colour, and its words follow
// from left to right. What looks otherwise is no piece and stays as it is.
import { glyphsIn } from './glyphs.mjs';

const head = /q\n1 0 0 -1 (\S+) (\S+) cm\n(\/c\d+ cs\n[^\n]* scn\n)BT\n/g;
const foot = '\nET\nQ\n';
const opening = /\/Span <<\n  \/MCID \d+\n((?:  [^\n]*\n)*)>> BDC\n$/;
const closing = 'EMC\n';

// Points: what the engine's rounding may leave between two pieces of one run.
const touching = 0.05;

/** The pieces, and as strings what stands between them. `fontOf` gives a font by the name that the page has for it. */
export function piecesIn(content, fontOf) {
  const parts = [];
  let end = 0;
  for (const found of content.matchAll(head)) {
    const text = found.index + found[0].length;
    const foots = content.indexOf(foot, text);
    const before = content.slice(end, found.index);
    const tag = opening.exec(before);
    const after = foots + foot.length;
    const glyphs = !tag || content.startsWith(closing, after) ? glyphsIn(content.slice(text, foots + 1), Number(found[1]), Number(found[2]), fontOf) : null;
    if (!glyphs) continue;
    if (before !== tag?.[0]) parts.push(tag ? before.slice(0, tag.index) : before);
    parts.push(new Piece(content.slice(found.index, after), found, tag, glyphs));
    end = after + (tag ? closing.length : 0);
  }
  parts.push(content.slice(end));
  return parts.filter(part => part !== '');
}

class Piece {
  x;
  y;
  glyphs;
  isRightToLeft;

  #opening;
  #properties;
  #color;

  constructor(written, [, x, y, color], tag, glyphs) {
    [this.x, this.y, this.#color, this.glyphs] = [Number(x), Number(y), color, glyphs];
    [this.#opening, this.#properties] = [tag?.[0] ?? '', tag?.[1]];
    this.isRightToLeft = written.includes('/ReversedChars BMC\n')
      || glyphs.some(({ letter, isMarked }) => letter.isRightToLeft || (isMarked ?? letter.isMarked));
  }

  /** Whether all of it is drawn over or under letters of other pieces. */
  get isSign() {
    return this.isRightToLeft && this.glyphs.every(({ letter }) => letter.width === 0);
  }

  get isTagged() {
    return this.#opening !== '';
  }

  /** Whether it goes on, to the right, where another piece ends. What reads from left to right is in order already. */
  continues(other) {
    return other?.isRightToLeft && this.isRightToLeft && other.#color === this.#color && other.#properties === this.#properties
      && this.#isLevelWith(other) && Math.abs(other.#end - this.x) < touching;
  }

  isLatinAtRightOf(piece) {
    return !this.isRightToLeft && this.#isLevelWith(piece) && this.x > piece.#end - touching;
  }

  #isLevelWith(piece) {
    return Math.abs(piece.y - this.y) < this.glyphs[0].style.size;
  }

  get #end() {
    return this.isSign ? this.x : this.glyphs.at(-1).end;
  }

  /** Content in its place among the tags. */
  tagged(content) {
    return this.#opening === '' ? content : this.#opening + content + closing;
  }

  /** Text in the colour of this piece. */
  block(text) {
    return text === '' ? '' : `q\n${this.#color}BT\n${text}ET\nQ\n`;
  }
}
