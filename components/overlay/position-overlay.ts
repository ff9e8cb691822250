/** Keeps a box of the overlay beside the words it belongs to. */
import {
  computePosition,
  flip,
  inline,
  offset,
  type Placement,
  type Platform,
  shift,
} from '@floating-ui/core';
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

/** What Floating UI places beside: the rectangles of the words as they are now. */
interface Reference {
  rects: readonly DOMRect[];
}

/**
 * Our boxes are fixed to the viewport and stand in the top layer: no offset
 * parents, no clipping ancestors, no transforms. The library's own platform for
 * the DOM handles all these and weighs more than the rest of the overlay.
 */
const VIEWPORT_PLATFORM: Platform = {
  getElementRects: ({ reference, floating }) => ({
    // The middleware `inline` hands in one of its own, with one rectangle.
    reference: plain(
      'rects' in reference
        ? boundsOf((reference as Reference).rects)
        : reference.getBoundingClientRect(),
    ),
    floating: { x: 0, y: 0, ...sizeOf(floating) },
  }),
  getDimensions: sizeOf,
  getClippingRect: () => ({
    x: 0,
    y: 0,
    width: document.documentElement.clientWidth,
    height: window.innerHeight,
  }),
  getClientRects: (reference: Reference) => [...reference.rects],
  isRTL: (element: HTMLElement) => getComputedStyle(element).direction === 'rtl',
};

/** As laid out, whatever animation or transform is on it. */
function sizeOf(box: HTMLElement): { width: number; height: number } {
  return { width: box.offsetWidth, height: box.offsetHeight };
}

function plain({ x, y, width, height }: DOMRect) {
  return { x, y, width, height };
}

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
        void position();
      });
  };
  let isBeside = false;
  const position = async () => {
    isBeside = (await placeBeside(box, anchor, options, signal)) || isBeside;
    // Words that are nowhere (removed, or not laid out): where they last were, or at the foot.
    if (!isBeside && !signal.aborted) placeAtFoot(box);
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
  void position();
}

/** False when the words have no place now. */
async function placeBeside(
  box: HTMLElement,
  anchor: PageAnchor,
  options: PositionOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const rects = anchor.getClientRects().filter((rect) => rect.width + rect.height > 0);
  const gone = !rects.some(isInViewport);
  box.style.visibility = gone && options.whenGone === 'hide' ? 'hidden' : 'visible';
  box.style.maxBlockSize = `${window.innerHeight - 2 * MARGIN}px`;
  if (rects.length === 0) return false;
  const reference: Reference = { rects };
  const { x, y } = await computePosition(reference, box, {
    platform: VIEWPORT_PLATFORM,
    strategy: 'fixed',
    placement: placementFor(box, anchor, options),
    middleware: [
      inline(),
      offset(MARGIN),
      flip({ padding: MARGIN }),
      shift({ padding: MARGIN, crossAxis: true }),
    ],
  });
  if (signal.aborted) return true;
  moveTo(box, x, y);
  return true;
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

/** Whole pixels keep the text sharp; physical offsets, because x and y are physical. */
function moveTo(box: HTMLElement, x: number, y: number): void {
  box.style.left = '0';
  box.style.top = '0';
  box.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
}

/** A place that is always in sight. */
function placeAtFoot(box: HTMLElement): void {
  const { width, height } = sizeOf(box);
  const x = Math.max(MARGIN, (window.innerWidth - width) / 2);
  const y = Math.max(MARGIN, window.innerHeight - height - MARGIN);
  moveTo(box, x, y);
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
