// The layout sets each note and each source as a list of one entry, so that the engine finds it again. Here lists of one entry
// that follow one another become one list, which a screen reader announces once and with the number of its entries.
import { childrenOf, element, withChildren, withParent } from './structure.mjs';

const unnumbered = '\n    /ListNumbering /None\n';

export function joinLists(file) {
  for (const [number, body] of [...file.objects()]) {
    if (!body.startsWith('<<\n  /Type /StructElem\n')) continue;
    const joined = joinedChildren(file, childrenOf(body));
    if (joined.length < childrenOf(body).length) file.set(number, withChildren(body, joined));
  }
}

/** The children with each run of lists replaced by its first. */
function joinedChildren(file, numbers) {
  const kept = [];
  let run = [];
  const close = () => {
    if (run.length > 0) kept.push(run.length === 1 ? run[0] : joinedList(file, run));
    run = [];
  };
  for (const number of numbers) {
    if (isSingle(file.get(number))) {
      run.push(number);
    } else {
      close();
      kept.push(number);
    }
  }
  close();
  return kept;
}

function joinedList(file, [first, ...others]) {
  const entries = [first, ...others].flatMap(number => childrenOf(file.get(number)));
  for (const entry of entries) file.set(entry, withParent(file.get(entry), first));
  for (const number of others) file.set(number, 'null');
  file.set(first, withChildren(file.get(first), entries).replace(unnumbered, '\n    /ListNumbering /Decimal\n'));
  return first;
}

const isSingle = body => body.startsWith(element('L')) && body.includes(unnumbered) && childrenOf(body).length === 1;
