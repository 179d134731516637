// What the glyphs of a document's fonts mean. The engine gives each glyph the text of the place where it first stood: the
// vowel signs above it, and marks of direction beside it. Readers would repeat those wherever the glyph stands.
import { UnfinishableFile } from './pdf-file.mjs';

const marksOfDirection = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const unbreakableSpaces = /[\u00a0\u202f]/g;
// Hebrew points among them: a space that a title of points began with would read right to left wherever it stands.
const vowelSigns = /\p{Mn}/gu;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * The fonts of a file by their object numbers, each corrected in the file; empty where no font reads right to left,
 * as there all is well.
 */
export function correctFonts(file) {
  const fonts = new Map();
  for (const [number, body] of file.objects()) {
    if (body.startsWith('<<\n  /Type /Font\n  /Subtype /Type0\n')) fonts.set(number, new Font(file, body));
  }
  if (![...fonts.values()].some(font => font.readsRightToLeft)) return new Map();
  for (const font of fonts.values()) font.correct(file);
  return fonts;
}

class Font {
  /** Its space; undefined where it draws none. */
  space;
  readsRightToLeft;

  #map;
  #letters = [];

  constructor(file, body) {
    this.#map = Number(part(/\n  \/ToUnicode (\d+) 0 R\n/, body));
    const widths = widthsOf(file.get(Number(part(/\n  \/DescendantFonts \[(\d+) 0 R\]\n/, body))));
    for (const [, digits, text] of file.get(this.#map).matchAll(/\n<([0-9A-F]{4})> <([0-9A-F]+)>/g)) {
      const code = parseInt(digits, 16);
      this.#letters[code] = new Letter(digits, widths[code] ?? 0, textOf(text));
    }
    this.space = this.#letters.find(letter => letter?.isSpace);
    this.readsRightToLeft = this.#letters.some(letter => letter?.isRightToLeft);
  }

  /** What a code shows; undefined where the font does not say. */
  letter(code) {
    return this.#letters[code];
  }

  // Readers take the characters of a right-to-left word from left to right and turn them round one by one, those of a
  // ligature as well: it is given the other way round, or the word for 'no' would come out as the article.
  correct(file) {
    const corrected = file.get(this.#map).replace(/\n<([0-9A-F]{4})> <[0-9A-F]+>/g, (_, digits) => {
      const { text, isRightToLeft } = this.#letters[parseInt(digits, 16)];
      return `\n<${digits}> <${hexOf(isRightToLeft ? [...text].reverse().join('') : text)}>`;
    });
    const content = part(/\n>>\nstream\n([^]*)\nendstream$/, corrected);
    file.set(this.#map, corrected.replace(/^<<\n  \/Length \d+\n/, `<<\n  /Length ${content.length}\n`));
  }
}

class Letter {
  constructor(digits, width, given) {
    /** Its code in hexadecimal digits. */
    this.digits = digits;
    /** In thousandths of the size; 0 for what is drawn over or under its neighbour. */
    this.width = width;
    /** In the order of reading. */
    this.text = bare(given, width);
    this.isSpace = this.text === ' ';
    this.isRightToLeft = rightToLeft.test(this.text);
    /** Whether a mark of direction stands beside it where nothing else is said: a full stop has the direction of that mark. */
    this.isMarked = isMarked(given);
  }

  /** Whether the text given for one place says no more than the letter says everywhere. */
  says(given) {
    return bare(given, this.width) === this.text;
  }
}

export const isMarked = text => text.includes('\u200f');

function bare(text, width) {
  const plain = text.replace(marksOfDirection, '').replace(unbreakableSpaces, ' ') || text;
  if (!rightToLeft.test(plain)) return plain;
  return (width > 0 ? plain.replace(vowelSigns, '') : plain.match(vowelSigns)?.join('')) || plain;
}

function widthsOf(descendant) {
  const ranges = part(/\n  \/W \[((?:[\d.]+ ?)*)\]/, descendant).split(' ').map(Number);
  const widths = [];
  for (let index = 0; index < ranges.length; index += 3) {
    for (let code = ranges[index]; code <= ranges[index + 1]; code++) widths[code] = ranges[index + 2];
  }
  return widths;
}

function part(pattern, text) {
  const found = pattern.exec(text);
  if (!found) throw new UnfinishableFile('a font of it is not as the engine writes it');
  return found[1];
}

/** The text of a PDF string: hexadecimal digits of two bytes for each unit. */
export function textOf(hexadecimal) {
  let text = '';
  for (let place = 0; place < hexadecimal.length; place += 4) text += String.fromCharCode(parseInt(hexadecimal.slice(place, place + 4), 16));
  return text;
}

export function hexOf(text) {
  let digits = '';
  for (let place = 0; place < text.length; place++) digits += text.charCodeAt(place).toString(16).toUpperCase().padStart(4, '0');
  return digits;
}
