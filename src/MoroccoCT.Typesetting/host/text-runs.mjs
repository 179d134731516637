// The engine sets a right-to-left line from left to right, word by word, with a piece apart for each letter that stands a
// little higher, and readers take the pieces in that order. Here a run of such pieces becomes one, which readers
// turn round as a whole.
import { correctFonts } from './fonts.mjs';
import { piecesIn } from './text-pieces.mjs';
import { leftToRightText, rightToLeftText, signsText } from './text-strings.mjs';

/** Makes the text of right-to-left pages one that can be searched and copied. Nothing that is seen changes. */
export function joinRightToLeftRuns(file) {
  const fonts = correctFonts(file);
  if (fonts.size === 0) return;
  for (const [, page] of [...file.objects()].filter(([, body]) => body.startsWith('<<\n  /Type /Page\n'))) {
    const named = new Map([...page.matchAll(/\n {6}\/(f\d+) (\d+) 0 R(?=\n)/g)].map(([, name, number]) => [name, fonts.get(Number(number))]));
    const number = Number(/\n  \/Contents (\d+) 0 R\n/.exec(page)?.[1]);
    if (number > 0 && [...named.values()].some(font => font?.readsRightToLeft)) file.pack(number, joined(file.unpack(number), name => named.get(name)));
  }
}

function joined(content, fontOf) {
  const written = [];
  const late = [];
  let [run, before] = [[], undefined];
  const close = () => {
    if (run.length > 0) written.push(contentOf(run, late, before));
    before = run.at(-1) ?? before;
    run = [];
  };
  for (const part of piecesIn(content, fontOf)) {
    if (typeof part === 'string') {
      close();
      written.push(part);
    } else {
      if (!part.continues(run.at(-1))) close();
      run.push(part);
    }
  }
  close();
  return written.concat(late).join('');
}

function contentOf(run, late, before) {
  const [piece] = run;
  if (piece.isRightToLeft) return rightToLeftContent(run, late, before);
  return piece.tagged(piece.block(leftToRightText(piece.glyphs, piece)));
}

// Each piece has a place of its own among the tags. The first takes all letters and the others stay empty; but a sign that has
// one is drawn in it, at the end of the page, as it would break the line even after the run.
function rightToLeftContent(run, late, before) {
  const base = run.reduce((longest, piece) => piece.glyphs.length > longest.glyphs.length ? piece : longest);
  const isLate = piece => piece !== base && piece.isSign && piece.isTagged;
  const [signPieces, [first, ...others]] = split(run, isLate);
  for (const piece of signPieces) late.push(piece.tagged(silent(piece.block(signsText(piece.glyphs, [], piece)))));
  const [signs, letters] = split([first, ...others].flatMap(piece => piece.glyphs), ({ letter }) => letter.width === 0);
  const text = base.block(rightToLeftText(letters, base, before?.isLatinAtRightOf(run.at(-1))));
  const silentSigns = signs.length === 0 ? '' : silent(base.block(signsText(signs, letters, base)));
  return first.tagged(text + silentSigns) + others.map(piece => piece.tagged('')).join('');
}

// Signs come last and stand for a space: between letters they would part the word for most readers.
const silent = content => `/Span <<\n  /ActualText ( )\n>> BDC\n${content}EMC\n`;

const split = (items, isFirst) => [items.filter(isFirst), items.filter(item => !isFirst(item))];
