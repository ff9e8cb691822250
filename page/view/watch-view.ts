/** Which part of the text is before the reader, for the side panel that follows the reading. */
import { rectsOf } from '../highlight/hit-test';
import type { Span, TextModel } from '../text/text-model';

/** Milliseconds between two looks while the page scrolls. */
const PAUSE = 150;
/** Milliseconds between looks at a page that rests: late content moves things without a scroll. */
const REST = 1_500;

/**
 * Calls `tell` with what is in view, now and whenever `look` gives something
 * else. Costs nothing until it is called, and nothing after `signal` aborts.
 */
export function watchView<View>(
  document: Document,
  look: () => View,
  tell: (view: View) => void,
  signal: AbortSignal,
): void {
  const view = document.defaultView;
  if (!view || signal.aborted) return;
  let timer = 0;
  let told = '';
  const later = (pause: number): void => {
    view.clearTimeout(timer);
    timer = view.setTimeout(check, pause);
  };
  let isDue = false;
  function check(): void {
    isDue = false;
    const seen = look();
    const key = JSON.stringify(seen);
    if (key !== told) tell(seen);
    told = key;
    later(REST);
  }
  /** Neither more often than `PAUSE` nor only when the scrolling has ended. */
  function onMove(): void {
    if (!isDue) later(PAUSE);
    isDue = true;
  }
  document.addEventListener('scroll', onMove, { signal, capture: true, passive: true });
  view.addEventListener('resize', onMove, { signal, passive: true });
  signal.addEventListener('abort', () => view.clearTimeout(timer));
  check();
}

/**
 * The span of the text within the viewport; null when none of it is. Where a
 * block is cut by the edge, as much of its text counts as of its height.
 */
export function textInView(document: Document, model: TextModel): Span | null {
  const height = document.defaultView?.innerHeight ?? 0;
  let seen = null as Span | null;
  for (const { block, start, end } of model.blocks) {
    const box = block.element.getBoundingClientRect();
    if (box.bottom <= 0 || box.top >= height || box.height === 0) continue;
    const rects = rectsOf(document, model, { start, end });
    const top = Math.min(...rects.map((rect) => rect.top));
    const bottom = Math.max(...rects.map((rect) => rect.bottom));
    if (!(bottom > 0 && top < height)) continue;
    const at = (y: number): number =>
      start +
      Math.round(Math.min(Math.max(y - top, 0) / (bottom - top), 1) * (end - start));
    const from: number = at(0);
    const to: number = at(height);
    seen = {
      start: Math.min(seen?.start ?? from, from),
      end: Math.max(seen?.end ?? to, to),
    };
  }
  return seen;
}
