// Finds the pieces of text in a page's content. Each is a block of its own, with a place and a colour, and its words follow
// from left to right. What looks otherwise is no piece and stays as it is.
import { glyphsIn } from './glyphs.mjs';

const block = /q\n1 0 0 -1 (\S+) (\S+) cm\n(\/c\d+ cs\n[^\n]* scn\n)BT\n((?:(?!ET\n)[^\n]*\n)+)ET\nQ\n/g;
const opening = /\/Span <<\n  \/MCID \d+\n((?:  [^\n]*\n)*)>> BDC\n$/;
const closing = 'EMC\n';

// Points: what the engine's rounding may leave between two pieces of one run.
const touching = 0.05;

/** The pieces, and as strings what stands between them. `fontOf` gives a font by the name that the page has for it. */
export function piecesIn(content, fontOf) {
  const parts = [];
  let end = 0;
  for (const found of content.matchAll(block)) {
    const before = content.slice(end, found.index);
    const head = opening.exec(before);
    const tail = head ? closing : '';
    end = found.index + found[0].length;
    const glyphs = content.startsWith(tail, end) ? glyphsIn(found[4], fontOf) : null;
    if (glyphs) {
      parts.push(head ? before.slice(0, head.index) : before, new Piece(found, head, glyphs));
      end += tail.length;
    } else {
      parts.push(before, found[0]);
    }
  }
  parts.push(content.slice(end));
  return parts.filter(part => part !== '');
}

class Piece {
  x;
  y;
  glyphs;
  isRightToLeft;

  #head;
  #properties;
  #color;

  constructor([, x, y, color, text], head, glyphs) {
    [this.x, this.y, this.#color, this.glyphs] = [Number(x), Number(y), color, glyphs];
    [this.#head, this.#properties] = [head?.[0] ?? '', head?.[1]];
    this.isRightToLeft = text.includes('/ReversedChars BMC\n') || glyphs.some(({ font, code }) => font.isRightToLeft(code));
    for (const glyph of glyphs) {
      glyph.x += this.x;
      glyph.y = this.y;
    }
  }

  /** Whether all of it is drawn over or under letters of other pieces. */
  get isSign() {
    return this.isRightToLeft && this.glyphs.every(glyph => glyph.width === 0);
  }

  get isTagged() {
    return this.#head !== '';
  }

  /** Whether it goes on, to the right, where another piece ends. What reads from left to right is in order already. */
  continues(other) {
    return other?.isRightToLeft && this.isRightToLeft && other.#color === this.#color && other.#properties === this.#properties
      && Math.abs(other.y - this.y) < this.glyphs[0].size && Math.abs(other.#end - this.x) < touching;
  }

  isLatinAtRightOf(piece) {
    return !this.isRightToLeft && Math.abs(piece.y - this.y) < this.glyphs[0].size && this.x > piece.#end - touching;
  }

  get #end() {
    const { x, width, size } = this.glyphs.at(-1);
    return this.isSign ? this.x : x + width * size / 1000;
  }

  /** Content in its place among the tags. */
  tagged(content) {
    return this.#head === '' ? content : this.#head + content + closing;
  }

  /** Text where this piece stands, in its colour. */
  block(text) {
    return text === '' ? '' : `q\n1 0 0 -1 ${this.x} ${this.y} cm\n${this.#color}BT\n${text}ET\nQ\n`;
  }
}
