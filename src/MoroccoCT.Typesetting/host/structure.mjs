// Elements of the structure tree, as the engine writes them.

export const element = kind => `<<\n  /Type /StructElem\n  /S /${kind}\n`;

const children = /\n {2}\/K \[((?:\d+ 0 R ?)*)\]\n/;

/** Numbers of an element's children; none where something else is among them. */
export const childrenOf = body => (children.exec(body)?.[1] ?? '').split(' 0 R').map(Number).filter(number => number > 0);

/** Whether it holds elements of one kind, and besides these nothing but text. */
export function holdsOnly(file, body, kind) {
  const parts = [...(/\n {2}\/K \[((?:\d+(?: 0 R)? ?)*)\]\n/.exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
  return parts.length > 0 && parts.every(part => file.get(part).startsWith(element(kind)));
}

export const withChildren = (body, numbers) => body.replace(children, `\n  /K [${numbers.map(number => `${number} 0 R`).join(' ')}]\n`);

const parent = /\n {2}\/P (\d+) 0 R\n/;

export const parentOf = body => Number(parent.exec(body)?.[1]);

export const withParent = (body, number) => body.replace(parent, `\n  /P ${number} 0 R\n`);
