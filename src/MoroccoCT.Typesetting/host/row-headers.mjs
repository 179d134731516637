// The engine knows headers of columns only. Here the first cell of each row becomes the header of its row, so that a screen
// reader tells of each cell in which row it stands as well.
import { UnfinishableFile } from './pdf-file.mjs';
import { childrenOf, element } from './structure.mjs';

const [body, row, cell] = ['TBody', 'TR', 'TD'].map(element);
const attributes = /\n {4}\/O \/Table\n(?: {4}\/[A-Z][^\n]*\n)*? {4}\/Headers \[([^\]]*)\]\n/;

export function nameRows(file) {
  const headers = [];
  for (const [, object] of file.objects()) {
    if (!object.startsWith(body)) continue;
    for (const number of childrenOf(object)) {
      if (file.get(number).startsWith(row)) headers.push(...nameRow(file, number));
    }
  }
  if (headers.length > 0) addNames(file, headers);
}

/** The row's name and its header's object; nothing where its first cell is a header already, or no header stands above it. */
function nameRow(file, number) {
  const [first, ...others] = childrenOf(file.get(number)).filter(child => file.get(child).startsWith(cell) && attributes.test(file.get(child)));
  if (first === undefined || first !== childrenOf(file.get(number))[0]) return [];
  const name = `(R${number})`;
  const header = file.get(first).replace(attributes, found => found.replace('/O /Table\n', '/O /Table\n    /Scope /Row\n'));
  file.set(first, header.replace(/\n {2}\/S \/TD\n( {2}\/P [^\n]*\n)/, `\n  /S /TH\n$1  /ID ${name}\n`));
  for (const other of others) {
    file.set(other, file.get(other).replace(attributes, (found, headers) => found.replace(`[${headers}]`, `[${[headers, name].join(' ').trim()}]`)));
  }
  return [[name, first]];
}

// A reader looks names up in a list that is in order.
function addNames(file, headers) {
  const [root] = [...file.objects()].find(([, object]) => object.startsWith('<<\n  /Type /StructTreeRoot\n'));
  const tree = file.get(root);
  const found = /(\n {2}\/IDTree <<\n {4}\/Names \[)((?:\([^()\\]*\) \d+ 0 R ?)*)\]\n/.exec(tree);
  if (!found) throw new UnfinishableFile('its headers have no names');
  const names = [...found[2].matchAll(/(\([^()\\]*\)) (\d+) 0 R/g)].map(([, name, number]) => [name, number]);
  const list = [...names, ...headers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, number]) => `${name} ${number} 0 R`).join(' ');
  file.set(root, `${tree.slice(0, found.index)}${found[1]}${list}]\n${tree.slice(found.index + found[0].length)}`);
}
