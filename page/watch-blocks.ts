/** Watches the text of an article's blocks, and nothing else of the page. */
export interface BlocksWatch {
  watch(elements: ReadonlySet<Element>): void;
  stop(): void;
}

/**
 * Calls back, before the next frame is painted, with the watched elements
 * whose text or nodes changed or which were taken out of the document.
 */
export function watchBlocks(
  onChange: (changed: ReadonlySet<Element>) => void,
): BlocksWatch {
  let watched: ReadonlySet<Element> = new Set();
  const observer = new MutationObserver((records) => {
    const changed = new Set<Element>();
    for (const { target } of records) {
      const block = enclosing(target);
      if (block) changed.add(block);
    }
    if (records.some(({ removedNodes }) => removedNodes.length > 0))
      for (const element of watched) if (!element.isConnected) changed.add(element);
    if (changed.size > 0) onChange(changed);
  });

  function enclosing(node: Node): Element | null {
    for (let at: Node | null = node; at; at = at.parentNode)
      if (at instanceof Element && watched.has(at)) return at;
    return null;
  }

  return {
    watch(elements) {
      watched = elements;
      observer.disconnect();
      const root = commonAncestor(elements);
      if (root)
        observer.observe(root, { subtree: true, childList: true, characterData: true });
    },
    stop() {
      observer.disconnect();
      watched = new Set();
    },
  };
}

/**
 * The nearest ancestor of all of them, itself observed: its parent is taken,
 * so that the removal of the whole article is seen as well.
 */
function commonAncestor(elements: ReadonlySet<Element>): Node | null {
  let common: Element | null = null;
  for (const element of elements) {
    if (!element.isConnected) continue;
    if (!common) common = element;
    while (common && !common.contains(element)) common = common.parentElement;
  }
  return common?.parentNode ?? common;
}
