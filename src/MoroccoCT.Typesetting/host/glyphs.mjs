// The glyphs of a piece of text, each with its place, read from the words that the engine writes.
import { isMarked, textOf } from './fonts.mjs';
import { readString } from './pdf-strings.mjs';

const word = /(?:\/Span <<\n  \/ActualText ([^\n]*)\n>> BDC\n)?(\/ReversedChars BMC\n)?0 Tr\n\/(f\d+) (\S+) Tf\n1 0 0 -1 (\S+) 0 Tm\n([^\n]*) T[jJ]\n/y;
const closing = 'EMC\n';

// There are some ten thousand in a briefing: what few of them have stands in the prototype until it is set.
/** `x` and `y` are points of the page. */
class Glyph {
  constructor(style, letter, x, y) {
    this.style = style;
    this.letter = letter;
    this.x = x;
    this.y = y;
    this.end = x + letter.width * style.size / 1000;
  }

  /** The invisible space of its font, somewhere else. */
  spaceAt(x) {
    return new Glyph(this.style, this.style.font.space, x, this.y);
  }
}
/** What the glyph stands for where that is another text than everywhere else. */
Glyph.prototype.actual = null;
/** An invisible space after it. */
Glyph.prototype.filler = null;
/** Whether a mark of direction stands beside it, where that is not as everywhere else. */
Glyph.prototype.isMarked = undefined;

/** The glyphs of a piece that stands at `x` and `y`, from left to right, or null where its text is not written as the engine writes words. */
export function glyphsIn(text, x, y, fontOf) {
  const glyphs = [];
  let style;
  word.lastIndex = 0;
  while (word.lastIndex < text.length) {
    const found = word.exec(text);
    if (!found) return null;
    const [, actual, reversed, name, size, offset, shown] = found;
    if (style?.name !== name || style.written !== size) style = { font: fontOf(name), name, written: size, size: Number(size) };
    const ends = closing.repeat((actual === undefined ? 0 : 1) + (reversed ? 1 : 0));
    const first = glyphs.length;
    if (!style.font || !text.startsWith(ends, word.lastIndex) || !addShown(glyphs, shown, style, x + Number(offset), y)) return null;
    word.lastIndex += ends.length;
    if (actual !== undefined) giveActual(glyphs.slice(first), actual);
  }
  return glyphs;
}

// One string, or an array of strings and of moves to the left, in thousandths of the size.
function addShown(glyphs, shown, style, x, y) {
  const isArray = shown.startsWith('[');
  const end = isArray ? shown.length - 1 : shown.length;
  let place = isArray ? 1 : 0;
  while (place < end) {
    if (shown[place] === '(' || shown[place] === '<') {
      const bytes = [];
      place = readString(shown, place, bytes);
      for (let index = 0; index < bytes.length; index += 2) {
        const letter = style.font.letter(bytes[index] * 256 + bytes[index + 1]);
        if (!letter) return false;
        const glyph = new Glyph(style, letter, x, y);
        glyphs.push(glyph);
        x = glyph.end;
      }
    } else {
      const space = shown.indexOf(' ', place + 1);
      const next = space < 0 ? end : space;
      x -= Number(shown.slice(place, next)) * style.size / 1000;
      place = next;
    }
    if (shown[place] === ' ') place++;
  }
  return true;
}

// Only where the letter itself says something else; signs are drawn apart and say nothing.
function giveActual(glyphs, actual) {
  const text = actual.startsWith('<FEFF') ? textOf(actual.slice(5, -1)) : actual.slice(1, -1).replace(/\\(.)/g, '$1');
  for (const glyph of glyphs) glyph.isMarked = isMarked(text);
  const letters = glyphs.filter(({ letter }) => letter.width > 0);
  if (letters.length === 1 && letters[0].letter.says(text)) return;
  const shared = { text: actual };
  for (const glyph of letters) glyph.actual = shared;
}
