// Glyphs are written again, in as few strings as readers can bear. What is said here of readers was seen in poppler (pdftotext,
// Evince), PDFium (Chromium, Edge) and pdf.js (Firefox); all three put words together from where their glyphs stand.
import { hexOf } from './fonts.mjs';

// Thousandths of the size. A gap of more is a space to poppler and pdf.js; pdf.js ends a word where the next letter reaches back
// further than this.
const widestGap = 90;
const furthestBack = 190;
const rightToLeftMark = '\u200f';

/** As the engine wrote them, from left to right. */
export function leftToRightText(glyphs, origin) {
  return chunked(glyphs, isUnlike).map(chunk => shown(chunk, origin)).join('');
}

/**
 * A run whose glyphs stand from left to right and are read from right to left: strings are turned round as wholes, so that they follow
 * in the order of reading. `isAfterLatin`: what is read before it, and stands to its right, reads from left to right.
 */
export function rightToLeftText(glyphs, origin, isAfterLatin) {
  for (let index = 1; index < glyphs.length; index++) closeGap(glyphs[index - 1], glyphs[index]);
  if (isAfterLatin && glyphs.length > 0) endWithLetter(glyphs.at(-1));
  const chunks = chunked(glyphs, (glyph, before) => isUnlike(glyph, before) || before.filler !== null || isFarBack(glyph, before));
  return chunks.reverse().map(chunk => shown(chunk, origin, true)).join('');
}

/** Signs over or under the letters of a run, after an invisible space at its end, so that PDFium, too, has them there and not in a word. */
export function signsText(signs, letters, origin) {
  const last = letters.at(-1);
  return leftToRightText(last?.style.font.space ? [last.spaceAt(last.end), ...signs] : signs, origin);
}

const isUnlike = ({ style, actual }, before) => style.name !== before.style.name || style.size !== before.style.size || actual !== before.actual;
const gapBetween = (glyph, next) => (next.x - glyph.end) * 1000 / glyph.style.size;
const isFarBack = (glyph, before) => gapBetween(before, glyph) < -furthestBack && !glyph.letter.isSpace && !before.letter.isSpace;

// Some letters stand apart within a word. The letter before the gap gets an invisible space that fills it, and stands for itself alone.
function closeGap(glyph, next) {
  if (gapBetween(glyph, next) < widestGap || glyph.letter.isSpace || next.letter.isSpace || !glyph.style.font.space) return;
  glyph.filler = glyph.spaceAt(next.x);
  glyph.filler.x -= glyph.filler.end - next.x;
  glyph.actual ??= { text: `<FEFF${hexOf(glyph.letter.text)}>` };
}

// poppler takes a Latin word or a number and all up to the next letter to its left for one left-to-right run. Where that
// begins with a space or a bracket, a mark of direction says that it is none of theirs.
function endWithLetter(glyph) {
  if (!/\p{L}/u.test(glyph.letter.text)) glyph.actual ??= { text: `<FEFF${hexOf(glyph.letter.text + rightToLeftMark)}>` };
}

function chunked(glyphs, isNew) {
  const chunks = [];
  let first = 0;
  for (let index = 1; index <= glyphs.length; index++) {
    if (index < glyphs.length && !isNew(glyphs[index], glyphs[index - 1])) continue;
    chunks.push(glyphs.slice(first, index));
    first = index;
  }
  return glyphs.length === 0 ? [] : chunks;
}

function shown(glyphs, { y }, isReversed = false) {
  const [{ style, actual, x }] = glyphs;
  let [pen, rise, text, string] = [x, 0, '', ''];
  const show = glyph => {
    const move = Math.abs(pen - glyph.x) < 1e-6 ? 0 : rounded((pen - glyph.x) * 1000 / style.size, 2);
    if (move !== 0) string += string === '' ? `${move} <` : `> ${move} <`;
    else if (string === '') string = '<';
    string += glyph.letter.digits;
    pen += (glyph.letter.width - move) * style.size / 1000;
  };
  for (const glyph of glyphs) {
    const above = glyph.y === y ? 0 : rounded(glyph.y - y, 5);
    if (above !== rise) {
      if (string !== '') text += `[${string}>] TJ\n`;
      text += `${above} Ts\n`;
      [rise, string] = [above, ''];
    }
    show(glyph);
    if (glyph.filler) show(glyph.filler);
  }
  const whole = `/${style.name} ${style.size} Tf\n1 0 0 1 ${rounded(x, 5)} ${y} Tm\n${text}[${string}>] TJ\n${rise === 0 ? '' : '0 Ts\n'}`;
  const turned = isReversed ? `/ReversedChars BMC\n${whole}EMC\n` : whole;
  return actual ? `/Span <<\n  /ActualText ${actual.text}\n>> BDC\n${turned}EMC\n` : turned;
}

const rounded = (number, digits) => Math.round(number * 10 ** digits) / 10 ** digits || 0;
