/** Is it seen? By markup alone where there is no layout, and by layout where there is one. */

/** Hidden by its own attributes, whatever the style sheets say. */
export function isHiddenByMarkup(element: Element): boolean {
  if (element.hasAttribute('hidden')) {
    return element.getAttribute('hidden') !== 'until-found';
  }
  const style = element.getAttribute('style');
  if (style === null || style.length > 2_000) return false;
  return /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** Where the reader writes: never ours to read or paint. */
export function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return (
    (value !== null && value !== 'false') || element.getAttribute('role') === 'textbox'
  );
}

/**
 * Hidden by layout. False wherever there is no layout to ask (a parsed
 * document, an old browser): markup has been asked already.
 */
export function isHiddenByLayout(element: Element): boolean {
  if (typeof element.checkVisibility !== 'function') return false;
  if (element.ownerDocument.defaultView === null) return false;
  if (element.checkVisibility({ checkVisibilityCSS: true })) return false;
  // `display: contents` has no box of its own, and its children are seen.
  const parent = element.parentElement;
  const view = element.ownerDocument.defaultView;
  const boxless =
    parent !== null && view?.getComputedStyle(element).display === 'contents';
  return boxless ? isHiddenByLayout(parent) : true;
}
