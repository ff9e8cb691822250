/** Keeps a box of the overlay beside the words it belongs to. */
import {
  computePosition,
  flip,
  inline,
  offset,
  type Placement,
  shift,
  size,
} from '@floating-ui/dom';
import type { PageAnchor } from './overlay-view';

export interface PositionOptions {
  /** Above or below the words, if there is room. */
  side: 'top' | 'bottom';
  align: 'start' | 'centre';
  /**
   * `stay`: at the edge of the viewport when the words have scrolled away (someone is writing);
   * `hide`: not shown while they are out of sight.
   */
  whenGone: 'stay' | 'hide';
}

/** Pixels kept free at the edges of the viewport, and between the words and the box. */
const MARGIN = 8;

/**
 * Positions now, and again whenever something scrolls, the viewport or the box
 * changes size. Stops when `signal` aborts.
 */
export function keepPositioned(
  box: HTMLElement,
  anchor: PageAnchor,
  options: PositionOptions,
  signal: AbortSignal,
): void {
  let frame = 0;
  const soon = () => {
    if (frame === 0)
      frame = requestAnimationFrame(() => {
        frame = 0;
        void positionOnce(box, anchor, options, signal);
      });
  };
  // Capture: scroll events of inner scrollers do not bubble.
  window.addEventListener('scroll', soon, { capture: true, passive: true, signal });
  window.addEventListener('resize', soon, { passive: true, signal });
  window.visualViewport?.addEventListener('resize', soon, { passive: true, signal });
  const sizes = new ResizeObserver(soon);
  sizes.observe(box);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    cancelAnimationFrame(frame);
  });
  void positionOnce(box, anchor, options, signal);
}

async function positionOnce(
  box: HTMLElement,
  anchor: PageAnchor,
  options: PositionOptions,
  signal: AbortSignal,
): Promise<void> {
  const rects = anchor.getClientRects().filter((rect) => rect.width + rect.height > 0);
  const gone = !rects.some(isInViewport);
  box.style.visibility = gone && options.whenGone === 'hide' ? 'hidden' : 'visible';
  if (rects.length === 0) {
    if (box.style.translate === '') placeAtFoot(box);
    return;
  }
  const reference = {
    getBoundingClientRect: () => boundsOf(rects),
    getClientRects: () => rects,
  };
  const { x, y } = await computePosition(reference, box, {
    strategy: 'fixed',
    placement: placementFor(box, anchor, options),
    middleware: [
      inline(),
      offset(MARGIN),
      flip({ padding: MARGIN }),
      shift({ padding: MARGIN, crossAxis: true }),
      size({
        padding: MARGIN,
        apply({ elements }) {
          elements.floating.style.maxBlockSize = `${window.innerHeight - 2 * MARGIN}px`;
        },
      }),
    ],
  });
  if (signal.aborted) return;
  // Whole pixels keep the text sharp; physical offsets, because x and y are physical.
  box.style.left = '0';
  box.style.top = '0';
  box.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}

/** `start` is where reading starts in the words, which may run against the interface's direction. */
function placementFor(
  box: HTMLElement,
  anchor: PageAnchor,
  options: PositionOptions,
): Placement {
  if (options.align === 'centre') return options.side;
  const sameDirection = getComputedStyle(box).direction === anchor.direction;
  return `${options.side}-${sameDirection ? 'start' : 'end'}`;
}

/** The words are nowhere (removed, or not laid out): a place that is always free and in sight. */
function placeAtFoot(box: HTMLElement): void {
  const { width, height } = box.getBoundingClientRect();
  const x = Math.max(MARGIN, (window.innerWidth - width) / 2);
  const y = Math.max(MARGIN, window.innerHeight - height - MARGIN);
  box.style.left = '0';
  box.style.top = '0';
  box.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}

function isInViewport(rect: DOMRect): boolean {
  return (
    rect.bottom > 0 &&
    rect.right > 0 &&
    rect.top < window.innerHeight &&
    rect.left < window.innerWidth
  );
}

function boundsOf(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((rect) => rect.left));
  const top = Math.min(...rects.map((rect) => rect.top));
  const right = Math.max(...rects.map((rect) => rect.right));
  const bottom = Math.max(...rects.map((rect) => rect.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
