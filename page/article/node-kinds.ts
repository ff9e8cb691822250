/** Kinds of nodes, told without asking a layout. */

/** Never text of an article. Editable fields and frames are left alone by principle. */
export const LEFT_OUT = new Set(
  'script style noscript template iframe frame object embed canvas audio video svg math map area select option datalist textarea input button dialog nav footer figcaption menu applet progress meter title head link meta'.split(
    ' ',
  ),
);

export const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output picture q rp rt ruby s samp small span strike strong sub sup time tt u var wbr br source track amp-img'.split(
    ' ',
  ),
);

export function tagOf(element: Element): string {
  return element.localName.toLowerCase();
}

export function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

export function isText(node: Node): node is Text {
  return node.nodeType === 3;
}

/** White space or a comment. */
export function isBlank(node: Node): boolean {
  if (node.nodeType === 8) return true;
  return isText(node) && node.data.trim() === '';
}

/** Says nothing at a block's edge: white space, comments, `<br>`. */
export function isPadding(node: Node): boolean {
  return isBlank(node) || (isElement(node) && tagOf(node) === 'br');
}
