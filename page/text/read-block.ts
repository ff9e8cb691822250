/** Reads one block of the article: its text, and which node each part came from. */
import type { ArticleBlock } from '../article/article-block';
import { standingOf, type WhiteSpace, whiteSpaceOf } from './element-style';

/** A text node, or a `<br>`, and where it stands in the text. */
export interface TextUnit {
  readonly node: Node;
  readonly isText: boolean;
  /** UTF-16 offsets into the model's text, the end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Index into the model's blocks. */
  readonly block: number;
  /** Something skipped stands between this unit and the one before it. */
  readonly afterIsland: boolean;
}

/**
 * @param start offset in the model's text at which this block begins
 * @param index of the block in the model
 * @param unitOf all units read so far; a node already there is not read twice
 */
export function readBlock(
  block: ArticleBlock,
  start: number,
  index: number,
  unitOf: Map<Node, TextUnit>,
): { text: string; units: TextUnit[] } {
  const units: TextUnit[] = [];
  const parts: string[] = [];
  let length = start;
  let needsBreak = false;
  let afterIsland = false;
  const blockLevel = new Set<Node>();

  const append = (node: Node, isText: boolean, data: string) => {
    if (data === '' || unitOf.has(node)) return;
    if (needsBreak && units.length > 0) {
      parts.push('\n');
      length++;
    }
    needsBreak = false;
    const unit = {
      node,
      isText,
      start: length,
      end: length + data.length,
      block: index,
      afterIsland: afterIsland && units.length > 0,
    };
    afterIsland = false;
    units.push(unit);
    unitOf.set(node, unit);
    parts.push(data);
    length = unit.end;
  };

  /** True when the children are to be read too. */
  const enter = (node: Node): boolean => {
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      append(node, true, spaced(data, node.parentElement));
      return false;
    }
    if (node.nodeType !== 1) return false;
    const element = node as Element;
    if (element.localName === 'br') {
      append(element, false, '\n');
      return false;
    }
    const standing = block.skip.has(element) ? 'left-out' : standingOf(element);
    if (standing === 'left-out') {
      afterIsland = true;
      return false;
    }
    if (standing === 'block') {
      blockLevel.add(element);
      needsBreak = true;
    }
    return true;
  };
  const leave = (node: Node) => {
    if (blockLevel.has(node)) needsBreak = true;
  };

  for (const root of block.nodes ?? Array.from(block.element.childNodes)) {
    walk(root, enter, leave);
  }
  return { text: parts.join(''), units };
}

/** Depth first without recursion: a hostile page may nest deeper than the stack. */
function walk(root: Node, enter: (node: Node) => boolean, leave: (node: Node) => void) {
  let node: Node = root;
  for (;;) {
    const child = enter(node) ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    while (node !== root && node.nextSibling === null) {
      const parent: Node | null = node.parentNode;
      if (parent === null) return;
      leave(parent);
      node = parent;
    }
    if (node === root) return;
    node = node.nextSibling as Node;
  }
}

/** Source line ends and tabs as the browser shows them, one unit for one unit. */
function spaced(data: string, parent: Element | null): string {
  if (!/[\t\n\f\r]/.test(data)) return data;
  const whiteSpace: WhiteSpace = parent === null ? 'collapse' : whiteSpaceOf(parent);
  if (whiteSpace === 'preserve') return data;
  return data.replace(
    whiteSpace === 'preserve-breaks' ? /[\t\f\r]/g : /[\t\n\f\r]/g,
    ' ',
  );
}
