// The strings of a line of text: literal ones in parentheses, or hexadecimal ones in angle brackets. Read character by character, as
// there are tens of thousands in a document.

const [backslash, opening, closing, zero, seven] = [...'\\()07'].map(character => character.charCodeAt(0));
const escapes = new Map([['b', 8], ['t', 9], ['n', 10], ['f', 12], ['r', 13]].map(([letter, byte]) => [letter.charCodeAt(0), byte]));

/** Adds the bytes of the string that begins at `place`, and gives the place after it. */
export function readString(text, place, bytes) {
  if (text[place] === '(') return readLiteral(text, place + 1, bytes);
  const end = text.indexOf('>', place);
  for (let digit = place + 1; digit < end; digit += 2) bytes.push(parseInt(text.slice(digit, digit + 2), 16));
  return end + 1;
}

function readLiteral(text, place, bytes) {
  for (let depth = 1; place < text.length; place++) {
    let character = text.charCodeAt(place);
    if (character === backslash) {
      character = text.charCodeAt(++place);
      if (character < zero || character > seven) {
        bytes.push(escapes.get(character) ?? character);
        continue;
      }
      let value = character - zero;
      for (let digits = 1; digits < 3 && text.charCodeAt(place + 1) >= zero && text.charCodeAt(place + 1) <= seven; digits++) {
        value = value * 8 + text.charCodeAt(++place) - zero;
      }
      bytes.push(value);
      continue;
    }
    if (character === opening) depth++;
    if (character === closing && --depth === 0) break;
    bytes.push(character);
  }
  return place + 1;
}
