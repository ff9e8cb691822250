import type { WordsOnPage } from '../reader-ports';

/** Words come to rest a little above the middle, where the eye is. */
const REST = 0.4;
/** Farther than this, in screens, a smooth scroll is a long blur. */
const SMOOTH_SCREENS = 1;

/**
 * Brings words into view: `element` holds them and gives the scrolling boxes
 * around it the chance to move. False when the words are not shown at all
 * (folded away, `display: none`).
 */
export function scrollToWords(element: Element, words: WordsOnPage): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  if (scrollsInBox(element))
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const rect = words
    .getClientRects()
    .find(({ width, height }) => width > 0 && height > 0);
  if (!rect) return false;
  const distance = rect.top - view.innerHeight * REST;
  const isCalm = view.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const isFar = Math.abs(distance) > view.innerHeight * SMOOTH_SCREENS;
  view.scrollBy({ top: distance, behavior: isCalm || isFar ? 'instant' : 'smooth' });
  return true;
}

function scrollsInBox(element: Element): boolean {
  const { body, documentElement } = element.ownerDocument;
  for (let at = element.parentElement; at; at = at.parentElement) {
    if (at === body || at === documentElement) return false;
    if (
      at.scrollHeight > at.clientHeight &&
      /auto|scroll/.test(getComputedStyle(at).overflowY)
    )
      return true;
  }
  return false;
}
