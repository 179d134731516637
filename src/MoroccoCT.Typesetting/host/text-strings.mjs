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
  return chunked(glyphs, (glyph, before) => !isAlike(glyph, before)).map((chunk, index, { length }) => shown(chunk, origin, { isLast: index === length - 1 })).join('');
}

/** Signs over or under the letters of a run, after an invisible space at its end, so that PDFium, too, has them there and not in a word. */
export function signsText(signs, letters, origin) {
  const last = letters.at(-1);
  const code = last?.font.space;
  const space = code === undefined ? [] : [{ ...last, code, width: last.font.width(code), x: last.x + last.width * last.size / 1000, actual: null, filler: null }];
  return shown([...space, ...signs], origin);
}

/**
 * A run whose glyphs stand from left to right and are read from right to left: strings are turned round as wholes, so that they follow
 * in the order of reading. `isAfterLatin`: what is read before it, and stands to its right, reads from left to right.
 */
export function rightToLeftText(glyphs, origin, isAfterLatin) {
  glyphs.forEach((glyph, index) => closeGap(glyph, glyphs[index + 1]));
  if (isAfterLatin && glyphs.length > 0) endWithLetter(glyphs.at(-1));
  const chunks = chunked(glyphs, (glyph, before) => !isAlike(glyph, before) || before.filler || reachesBack(glyph, before));
  return chunks.reverse().map((chunk, index) => shown(chunk, origin, { isReversed: true, isLast: index === 0 })).join('');
}

const isAlike = (one, other) => one.name === other.name && one.size === other.size && one.actual === other.actual;
const gapBetween = (one, next) => (next.x - one.x) * 1000 / one.size - one.width;
const isSpace = ({ font, code }) => font.isSpace(code);
const reachesBack = (glyph, before) => !isSpace(glyph) && !isSpace(before) && gapBetween(before, glyph) < -furthestBack;

// Some letters stand apart within a word. The letter before the gap gets an invisible space that fills it, and stands for itself alone.
function closeGap(glyph, next) {
  if (!next || isSpace(glyph) || isSpace(next) || gapBetween(glyph, next) < widestGap || glyph.font.space === undefined) return;
  const { font, code } = glyph;
  glyph.filler = { font, code: font.space, width: font.width(font.space) };
  glyph.filler.x = next.x - glyph.filler.width * glyph.size / 1000;
  glyph.actual ??= { text: `<FEFF${hexOf(font.text(code))}>` };
}

// poppler takes a Latin word or a number and all up to the next letter to its left for one left-to-right run. Where that
// begins with a space or a bracket, a mark of direction says that it is none of theirs.
function endWithLetter(glyph) {
  const text = glyph.font.text(glyph.code);
  if (!/\p{L}/u.test(text) && !glyph.actual) glyph.actual = { text: `<FEFF${hexOf(text + rightToLeftMark)}>` };
}

function chunked(glyphs, isNew) {
  const chunks = [];
  for (const [index, glyph] of glyphs.entries()) {
    if (index === 0 || isNew(glyph, glyphs[index - 1])) chunks.push([]);
    chunks.at(-1).push(glyph);
  }
  return chunks;
}

function shown(glyphs, { x, y }, { isReversed = false, isLast = false } = {}) {
  const [{ name, size, actual }] = glyphs;
  let [pen, rise, text, string] = [glyphs[0].x, 0, '', ''];
  const end = () => {
    if (string !== '') text += `[${string}>] TJ\n`;
    string = '';
  };
  const show = glyph => {
    const move = rounded((pen - glyph.x) * 1000 / size, 2);
    if (move !== 0) string += string === '' ? `${move} <` : `> ${move} <`;
    else if (string === '') string = '<';
    string += glyph.code.toString(16).toUpperCase().padStart(4, '0');
    pen += (glyph.width - move) * size / 1000;
  };
  glyphs.forEach((glyph, index) => {
    // PDFium puts a note's number on the line of the text that it follows, and at its head, unless the last string has one glyph.
    if (glyph.y - y !== rise || (isLast && index === glyphs.length - 1)) end();
    if (glyph.y - y !== rise) {
      rise = glyph.y - y;
      text += `${rounded(rise, 5)} Ts\n`;
    }
    show(glyph);
    if (glyph.filler) show(glyph.filler);
  });
  end();
  const whole = `0 Tr\n/${name} ${size} Tf\n1 0 0 -1 ${rounded(glyphs[0].x - x, 5)} 0 Tm\n${text}${rise === 0 ? '' : '0 Ts\n'}`;
  const turned = isReversed ? `/ReversedChars BMC\n${whole}EMC\n` : whole;
  return actual ? `/Span <<\n  /ActualText ${actual.text}\n>> BDC\n${turned}EMC\n` : turned;
}

const rounded = (number, digits) => Math.round(number * 10 ** digits) / 10 ** digits || 0;
