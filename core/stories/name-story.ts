/** UTF-16 code units; a name must stand in one line of a list. */
const MOST = 60;
/** Shorter than this it would say nothing: better cut a longer part in the middle. */
const LEAST = 20;
/** Where a headline takes breath: what goes before is often the whole story. */
const BREATH = /\s*(?:\.\.+|…|[:؛;!؟?|]|\s[-–—])\s+/u;

/**
 * What a story is called until the reader renames it: the headline of the
 * article that it was followed from, cut where it takes breath, else after a
 * whole word, to 60 UTF-16 code units at most. Empty for an empty title.
 */
export function nameStory(title: string): string {
  const whole = title.replace(/\s+/gu, ' ').trim();
  if (whole.length <= MOST) return whole;
  const [first = ''] = whole.split(BREATH);
  if (first.length >= LEAST && first.length <= MOST) return first;
  const cut = whole.slice(0, MOST - 1);
  const words = cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s،,;:.–—-]+$/u, '');
  // One endless word: in the middle, but not of a pair of surrogates.
  const kept = words.length >= LEAST ? words : cut.replace(/[\uD800-\uDBFF]$/u, '');
  return `${kept}…`;
}
