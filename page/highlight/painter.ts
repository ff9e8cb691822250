import type { TextModel } from '../text/text-model';
import { createOwnHighlights } from './highlight-registry';
import { type Mark, marksByElement } from './marks';
import type { Ground, Paint } from './paint-names';
import { watchInView } from './watch-in-view';

export interface Painter {
  /** Shows exactly these marks from now on; what stays in view changes without a flicker. */
  show(model: TextModel, marks: readonly Mark[]): void;
  /** Takes the paint off one element, whose text changed, until the next `show`. */
  drop(element: Element): void;
  setGround(ground: Ground): void;
  /** Draws the eye to a span for a moment. */
  flash(model: TextModel, start: number, end: number): void;
  /** Shows nothing until the next `show`. */
  clear(): void;
  /** Removes every trace at once; not to be used afterwards. */
  stop(): void;
}

interface PaintedRange {
  paint: Paint;
  range: StaticRange;
}

const FLASH_MS = 1600;

/**
 * Paints with the CSS Custom Highlight API: the page's DOM is never touched.
 * Only blocks within a screen of the viewport hold ranges, and these are
 * `StaticRange`s: thousands of live ones cost at each change of the page.
 * `onFirstPaint` is called once, when the first range is in the registry.
 */
export function createPainter(onFirstPaint: () => void): Painter {
  const highlights = createOwnHighlights();
  const painted = new Map<Element, PaintedRange[]>();
  let shown: { model: TextModel; marks: Map<Element, Mark[]> } | null = null;
  let flashed: { ranges: StaticRange[]; timer: ReturnType<typeof setTimeout> } | null =
    null;
  let hasPainted = false;

  const inView = watchInView((element, isIn) => {
    if (isIn) paint(element);
    else erase(element);
  });

  function paint(element: Element): void {
    erase(element);
    const ranges: PaintedRange[] = [];
    for (const mark of shown?.marks.get(element) ?? []) {
      for (const range of shown?.model.toRanges(mark.start, mark.end) ?? []) {
        ranges.push({ paint: mark.paint, range });
        highlights.add(mark.paint, range);
      }
    }
    if (ranges.length === 0) return;
    painted.set(element, ranges);
    if (hasPainted) return;
    hasPainted = true;
    onFirstPaint();
  }

  function erase(element: Element): void {
    for (const { paint, range } of painted.get(element) ?? [])
      highlights.remove(paint, range);
    painted.delete(element);
  }

  function endFlash(): void {
    if (!flashed) return;
    clearTimeout(flashed.timer);
    for (const range of flashed.ranges) highlights.remove('flash', range);
    flashed = null;
  }

  function clear(): void {
    endFlash();
    inView.watch(new Set());
    painted.clear();
    shown = null;
    highlights.removeAll();
  }

  return {
    show(model, marks) {
      shown = { model, marks: marksByElement(model, marks) };
      for (const element of [...painted.keys()])
        if (!shown.marks.has(element)) erase(element);
      for (const element of shown.marks.keys())
        if (inView.isInView(element)) paint(element);
      inView.watch(new Set(shown.marks.keys()));
    },
    drop: erase,
    setGround: (ground) => highlights.setGround(ground),
    flash(model, start, end) {
      endFlash();
      const ranges = model.toRanges(start, end);
      for (const range of ranges) highlights.add('flash', range);
      flashed = { ranges, timer: setTimeout(endFlash, FLASH_MS) };
    },
    clear,
    stop() {
      clear();
      inView.stop();
    },
  };
}
