/** Which elements hold blocks, before the page is read. */
import { INLINE, isBlank, isElement, LEFT_OUT, tagOf } from './node-kinds';

/** Nodes looked at; a long live blog has some 30,000. */
const NODE_LIMIT = 120_000;

/**
 * Inline elements that hold blocks or paragraphs made with `<br><br>` are
 * containers too. Each element is marked once, so nesting costs nothing more.
 */
export function findContainers(root: Element): {
  containers: Set<Element>;
  last: Node | null;
} {
  const containers = new Set<Element>([root]);
  let seen = 0;
  let node: Node | null = root.firstChild;
  while (node !== null) {
    if (++seen > NODE_LIMIT) return { containers, last: node };
    let down = false;
    if (isElement(node)) {
      const tag = tagOf(node);
      down = !LEFT_OUT.has(tag);
      if (
        !INLINE.has(tag) ? down && !isBareCustom(tag) : tag === 'br' && followsBreak(node)
      ) {
        const from: Element | null = tag === 'br' ? node.parentElement : node;
        for (let up = from; up !== null && !containers.has(up); up = up.parentElement) {
          containers.add(up);
        }
      }
    }
    node = nextNode(node, root, down);
  }
  return { containers, last: null };
}

/** A custom element says nothing of its display: it is a container when it holds one. */
function isBareCustom(tag: string): boolean {
  return tag.includes('-');
}

function followsBreak(br: Element): boolean {
  let before: Node | null = br.previousSibling;
  while (before !== null && isBlank(before)) before = before.previousSibling;
  return before !== null && isElement(before) && tagOf(before) === 'br';
}

function nextNode(node: Node, root: Element, down: boolean): Node | null {
  if (down && node.firstChild !== null) return node.firstChild;
  let at: Node | null = node;
  while (at !== null && at !== root) {
    if (at.nextSibling !== null) return at.nextSibling;
    at = at.parentNode;
  }
  return null;
}
