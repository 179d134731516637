// The layout sets each note and each source as a list of one entry, and the links that lead back from a note as a paragraph
// before it, so that the engine finds it again. Here lists of one entry that follow one another become one list, which a
// screen reader announces once and with the number of its entries, and the links become part of their note.
import { UnfinishableFile } from './pdf-file.mjs';
import { childrenOf, element, holdsOnly, parentOf, withChildren, withParent } from './structure.mjs';

const unnumbered = '\n    /ListNumbering /None\n';

export function joinLists(file) {
  const parents = new Set([...file.objects()].filter(([, body]) => isSingle(body)).map(([, body]) => parentOf(body)));
  for (const number of parents) {
    const children = childrenOf(file.get(number));
    const joined = joinedChildren(file, children);
    if (joined.length < children.length) file.set(number, withChildren(file.get(number), joined));
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
  numbers.forEach((number, index) => {
    const next = numbers[index + 1];
    if (isSingle(file.get(number))) {
      run.push(number);
    } else if (next !== undefined && isSingle(file.get(next)) && isOfLinks(file, number)) {
      moveIntoEntry(file, number, next);
    } else {
      close();
      kept.push(number);
    }
  });
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

/** To the end of the body of a list's only entry. */
function moveIntoEntry(file, paragraph, list) {
  const body = childrenOf(file.get(childrenOf(file.get(list))[0])).at(-1);
  const texts = childrenOf(file.get(body));
  if (texts.length === 0) throw new UnfinishableFile('an entry of its lists is no paragraph');
  file.set(body, withChildren(file.get(body), [...texts, paragraph]));
  file.set(paragraph, withParent(file.get(paragraph), body));
}

const isSingle = body => body.startsWith(element('L')) && body.includes(unnumbered) && childrenOf(body).length === 1;

const isOfLinks = (file, number) => file.get(number).startsWith(element('P')) && holdsOnly(file, file.get(number), 'Link');
