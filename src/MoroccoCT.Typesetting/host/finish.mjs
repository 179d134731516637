// The last step of a PDF: what the engine cannot write is added, and the file becomes small. Any file in which a place
// is not found exactly once is refused: a document is finished or there is none.
import { joinLists } from './numbered-lists.mjs';
import { PdfFile, UnfinishableFile } from './pdf-file.mjs';
import { nameRows } from './row-headers.mjs';
import { joinRightToLeftRuns } from './text-runs.mjs';

// PDF/A wants every property described that it does not know itself, and it does not know the mark of PDF/UA.
const accessibilitySchema = '<rdf:li rdf:parseType="Resource">'
  + '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>'
  + '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>'
  + '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>'
  + '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">'
  + '<pdfaProperty:category>internal</pdfaProperty:category>'
  + '<pdfaProperty:description>Part of ISO 14289 to which the document conforms</pdfaProperty:description>'
  + '<pdfaProperty:name>part</pdfaProperty:name>'
  + '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>'
  + '</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li>';

/**
 * Finishes a file that the engine has written for the last of the standards, after it has written the same document for
 * each of the others.
 */
export function finish(bytes, { standards, producer }) {
  const file = new PdfFile(bytes);
  if (producer) nameProducer(file, producer);
  if (standards.includes('ua-1') && standards.at(-1) === 'a-3a') declareAccessible(file);
  joinLists(file);
  nameRows(file);
  joinRightToLeftRuns(file);
  return file.toBytes();
}

/** In both places where programs look for it; `producer` is printable ASCII. */
function nameProducer(file, producer) {
  const information = file.get(file.info);
  if (information.includes('\n  /Producer ')) throw new UnfinishableFile('it names a producer already');
  file.set(file.info, before(information, /\n>>$/g, `\n  /Producer (${producer.replace(/[\\()]/g, '\\$&')})`, 'end of its information'));
  const words = producer.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  changeMetadata(file, metadata => {
    if (!metadata.includes(' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"')) throw new UnfinishableFile('its metadata lacks a schema');
    return withProperty(metadata, `<pdf:Producer>${words}</pdf:Producer>`);
  });
}

/** All else that PDF/UA-1 demands the engine writes for PDF/A-3a as well. */
function declareAccessible(file) {
  file.set(file.root, after(file.get(file.root), /\n  \/ViewerPreferences <</g, '\n    /DisplayDocTitle true', 'preferences for viewers'));
  changeMetadata(file, metadata => {
    if (metadata.includes('<pdfuaid:')) throw new UnfinishableFile('it declares PDF/UA already');
    const named = after(metadata, /<rdf:Description rdf:about=""/g, ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', 'description in its metadata');
    const described = after(named, /<pdfaExtension:schemas><rdf:Bag>/g, accessibilitySchema, 'list of schemas in its metadata');
    return withProperty(described, '<pdfuaid:part>1</pdfuaid:part>');
  });
}

const withProperty = (metadata, property) => before(metadata, /<\/rdf:Description>/g, property, 'end of its metadata');

/** The metadata stays unpacked: archives and search engines read it without knowing PDF. */
function changeMetadata(file, change) {
  const [, number] = only(file.get(file.root), /\n  \/Metadata (\d+) 0 R\n/g, 'reference to its metadata');
  const body = file.get(Number(number));
  const [, head, length, entries, metadata, tail] = only(body, /^(<<\n  \/Length )(\d+)(\n[^>]*>>\nstream\n)([^]*)(\nendstream)$/g, 'metadata');
  if (metadata.length !== Number(length)) throw new UnfinishableFile('its metadata has another length than it says');
  const changed = change(metadata);
  file.set(Number(number), head + changed.length + entries + changed + tail);
}

function after(text, pattern, addition, what) {
  const { 0: found, index } = only(text, pattern, what);
  return text.slice(0, index + found.length) + addition + text.slice(index + found.length);
}

function before(text, pattern, addition, what) {
  const { index } = only(text, pattern, what);
  return text.slice(0, index) + addition + text.slice(index);
}

function only(text, pattern, what) {
  const found = [...text.matchAll(pattern)];
  if (found.length !== 1) throw new UnfinishableFile(`it has ${found.length === 0 ? 'no' : 'more than one'} ${what}`);
  return found[0];
}
