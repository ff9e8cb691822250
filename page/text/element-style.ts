/** What an element's name, attributes and style say of the text inside it. */

/** What becomes of tabs and line ends: CSS `white-space`, as far as it matters here. */
export type WhiteSpace = 'collapse' | 'preserve' | 'preserve-breaks';

/** Never text of the article: programs, forms, media, and the glosses of ruby. */
const LEFT_OUT = new Set(
  (
    'script style noscript template textarea input select option datalist button ' +
    'iframe object embed canvas audio video svg rt rp'
  ).split(' '),
);

/** For documents that have no layout to ask. */
const BLOCK_NAMES = new Set(
  (
    'address article aside blockquote dd details div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Words set apart within a line: thousands on a long page, and hardly ever anything else. */
const PLAIN_INLINE = new Set(
  'a abbr b cite code em i mark q s small strong sub sup time u'.split(' '),
);

/** How an element stands in the text. */
export type Standing = 'left-out' | 'block' | 'inline';

/** `left-out`: hidden, editable, or no prose, with all in it; `block`: on lines of its own. */
export function standingOf(element: Element): Standing {
  if (LEFT_OUT.has(element.localName)) return 'left-out';
  if (element.hasAttribute('hidden') || isEditable(element)) return 'left-out';
  if (isPlainInline(element)) return 'inline';
  const style = computed(element);
  const display = style?.display ?? '';
  if (display === '') return BLOCK_NAMES.has(element.localName) ? 'block' : 'inline';
  if (display === 'none' || style?.visibility === 'hidden') return 'left-out';
  return /^(inline|contents|ruby)/.test(display) ? 'inline' : 'block';
}

/** Without class, id or style nothing marks it for a rule of its own: its style is not asked for, which is dear. */
function isPlainInline(element: Element): boolean {
  return (
    PLAIN_INLINE.has(element.localName) &&
    !element.hasAttribute('class') &&
    !element.hasAttribute('style') &&
    !element.hasAttribute('id')
  );
}

/** Whether this element makes itself and its content editable. */
export function isEditable(element: Element): boolean {
  const value = element.getAttribute('contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

/** What becomes of tabs and line ends in an element's own text. */
export function whiteSpaceOf(element: Element): WhiteSpace {
  const value = computed(element)?.whiteSpace;
  if (value === undefined || value === '') {
    return element.closest('pre') === null ? 'collapse' : 'preserve';
  }
  if (value === 'pre-line' || value.includes('preserve-breaks')) return 'preserve-breaks';
  return /^pre|break-spaces|preserve/.test(value) ? 'preserve' : 'collapse';
}

/** Null where there is no layout: a parsed document that is shown nowhere. */
function computed(element: Element): CSSStyleDeclaration | null {
  const view = element.ownerDocument.defaultView;
  if (typeof view?.getComputedStyle !== 'function') return null;
  return view.getComputedStyle(element);
}
