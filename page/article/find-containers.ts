/** Which elements hold blocks, before the page is read. */
import { INLINE, isBlank, isElement, LEFT_OUT, tagOf } from './node-kinds';
import type { Tree } from './shown-tree';

/** Nodes looked at; a long live blog has some 30,000. */
const NODE_LIMIT = 120_000;

/**
 * Inline elements that hold blocks or paragraphs made with `<br><br>` are
 * containers too. Each element is marked once, so nesting costs nothing more.
 */
export function findContainers(
  root: Element,
  tree: Tree,
): {
  containers: Set<Element>;
  last: Node | null;
} {
  const containers = new Set<Element>([root]);
  let seen = 0;
  let node: Node | null = tree.first(root);
  while (node !== null) {
    if (++seen > NODE_LIMIT) return { containers, last: node };
    let down = false;
    if (isElement(node)) {
      const tag = tagOf(node);
      down = !LEFT_OUT.has(tag);
      if (
        !INLINE.has(tag) ? down && !isBareCustom(tag) : tag === 'br' && followsBreak(node)
      ) {
        let up: Node | null = tag === 'br' ? tree.parent(node) : node;
        while (up !== null && isElement(up) && !containers.has(up)) {
          containers.add(up);
          up = tree.parent(up);
        }
      }
    }
    node = nextNode(tree, node, root, down);
  }
  return { containers, last: null };
}

/** A custom element says nothing of its display, a slot has none: they are containers when they hold one. */
function isBareCustom(tag: string): boolean {
  return tag.includes('-') || tag === 'slot';
}

function followsBreak(br: Element): boolean {
  let before: Node | null = br.previousSibling;
  while (before !== null && isBlank(before)) before = before.previousSibling;
  return before !== null && isElement(before) && tagOf(before) === 'br';
}

function nextNode(tree: Tree, node: Node, root: Element, down: boolean): Node | null {
  const first = down ? tree.first(node) : null;
  if (first !== null) return first;
  let at: Node | null = node;
  while (at !== null && at !== root) {
    const next = tree.next(at);
    if (next !== null) return next;
    at = tree.parent(at);
  }
  return null;
}
