// The glyphs of a piece of text, each with its place, read from the words that the engine writes.
import { textOf } from './fonts.mjs';

const word = /(?:\/Span <<\n  \/ActualText ([^\n]*)\n>> BDC\n)?(\/ReversedChars BMC\n)?0 Tr\n\/(f\d+) (\S+) Tf\n1 0 0 -1 (\S+) 0 Tm\n([^\n]*) T[jJ]\n/y;
const item = / *(?:\(((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*)\)|<([0-9A-F]*)>|(-?[\d.]+))/y;
const escaped = /\\(?:([0-7]{1,3})|(.))/g;
const controls = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };
const closing = 'EMC\n';

/** From left to right, or null where the text is not written as the engine writes words. */
export function glyphsIn(text, fontOf) {
  const glyphs = [];
  word.lastIndex = 0;
  while (word.lastIndex < text.length) {
    const found = word.exec(text);
    if (!found) return null;
    const [, actual, reversed, name, size, x, shown] = found;
    const ends = closing.repeat((actual === undefined ? 0 : 1) + (reversed ? 1 : 0));
    const font = fontOf(name);
    const read = font && text.startsWith(ends, word.lastIndex) && shownBy(shown, { font, name, size: Number(size), actual: null }, Number(x));
    if (!read) return null;
    word.lastIndex += ends.length;
    if (actual !== undefined) giveActual(read, actual);
    for (const glyph of read) glyphs.push(glyph);
  }
  return glyphs;
}

// One string, or an array of strings and of moves to the left, in thousandths of the size.
function shownBy(shown, style, x) {
  const glyphs = [];
  const end = shown.startsWith('[') ? shown.length - 1 : shown.length;
  item.lastIndex = shown.startsWith('[') ? 1 : 0;
  while (item.lastIndex < end) {
    const found = item.exec(shown);
    if (!found) return null;
    const [, literal, hexadecimal, move] = found;
    if (move !== undefined) {
      x -= Number(move) * style.size / 1000;
      continue;
    }
    for (const code of literal === undefined ? codesOf(hexadecimal) : codesOfLiteral(literal)) {
      const width = style.font.width(code);
      glyphs.push({ ...style, code, width, x, y: 0 });
      x += width * style.size / 1000;
    }
  }
  return glyphs;
}

function codesOf(hexadecimal) {
  const codes = [];
  for (let place = 0; place < hexadecimal.length; place += 4) codes.push(parseInt(hexadecimal.slice(place, place + 4), 16));
  return codes;
}

function codesOfLiteral(literal) {
  const bytes = literal.replace(escaped, (_, octal, other) => octal ? String.fromCharCode(parseInt(octal, 8)) : controls[other] ?? other);
  const codes = [];
  for (let place = 0; place < bytes.length; place += 2) codes.push(bytes.charCodeAt(place) * 256 + bytes.charCodeAt(place + 1));
  return codes;
}

// Only where the letter itself says something else; signs are drawn apart and say nothing.
function giveActual(glyphs, actual) {
  const letters = glyphs.filter(glyph => glyph.width > 0);
  const text = actual.startsWith('<FEFF') ? textOf(actual.slice(5, -1)) : actual.slice(1, -1).replace(/\\(.)/g, '$1');
  if (letters.length === 1 && letters[0].font.says(letters[0].code, text)) return;
  const shared = { text: actual };
  for (const glyph of letters) glyph.actual = shared;
}
