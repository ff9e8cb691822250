/**
 * The page as it is shown: open shadow trees in place of what stands in their
 * hosts, and slotted nodes in their slots. Closed ones are closed to us too.
 */
import { isElement } from './node-kinds';

/** Ways through a tree, from node to node. */
export interface Tree {
  first(node: Node): Node | null;
  next(node: Node): Node | null;
  parent(node: Node): Node | null;
}

const PLAIN: Tree = {
  first: (node) => node.firstChild,
  next: (node) => node.nextSibling,
  parent: (node) => node.parentNode,
};

const SHOWN: Tree = {
  first: (node) => {
    if (!isElement(node)) return node.firstChild;
    if (node.shadowRoot) return node.shadowRoot.firstChild;
    return slottedIn(node)[0] ?? node.firstChild;
  },
  next: (node) => {
    const slot = slotOf(node);
    if (slot === null) return node.nextSibling;
    let after = node.nextSibling;
    for (let step = 0; after !== null && step < REACH; step++) {
      if (slotOf(after) === slot) return after;
      after = after.nextSibling;
    }
    return null;
  },
  parent: (node) => slotOf(node) ?? hostOf(node.parentNode),
};

/** Siblings of other slots passed over: slots are filled by neighbours, and a page may mean harm. */
const REACH = 200;

/** Nearly all pages have no shadow tree, and are walked the quick way. */
export function treeOf(root: Element): Tree {
  for (const element of root.getElementsByTagName('*')) {
    if (element.shadowRoot) return SHOWN;
  }
  return PLAIN;
}

function slottedIn(element: Element): readonly Node[] {
  return element.localName === 'slot'
    ? (element as HTMLSlotElement).assignedNodes()
    : NOTHING;
}

const NOTHING: readonly Node[] = [];

function slotOf(node: Node): Element | null {
  return (node as Partial<Slottable>).assignedSlot ?? null;
}

/** A shadow tree's parent is its host. */
function hostOf(parent: Node | null): Node | null {
  return parent !== null && parent.nodeType === 11 ? (parent as ShadowRoot).host : parent;
}
