/** Keeps a box of the overlay beside the words it belongs to. */
import type { PageAnchor } from './overlay-view';
import { MARGIN, placeBox, touches } from './place-box';

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
  let isBeside = false;
  const position = () => {
    isBeside = placeBeside(box, anchor, options) || isBeside;
    // Words that are nowhere (removed, or not laid out): where they last were, or at the foot.
    if (!isBeside) placeAtFoot(box);
  };
  const soon = () => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      position();
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
  position();
}

/** False when the words have no place now. */
function placeBeside(
  box: HTMLElement,
  anchor: PageAnchor,
  { side, align, whenGone }: PositionOptions,
): boolean {
  const viewport = viewportSize();
  const lines = anchor.getClientRects().filter((rect) => rect.width + rect.height > 0);
  const isGone = !lines.some((line) => touches(line, viewport));
  box.style.visibility = isGone && whenGone === 'hide' ? 'hidden' : 'visible';
  box.style.maxBlockSize = `${viewport.height - 2 * MARGIN}px`;
  if (lines.length === 0) return false;
  // The edge where reading starts in the words, which may run against the interface's direction.
  const start = anchor.direction === 'rtl' ? 'right' : 'left';
  const edge = align === 'centre' ? 'centre' : start;
  const { x, y } = placeBox({ lines, box: sizeOf(box), viewport, side, edge });
  moveTo(box, x, y);
  return true;
}

/** A place that is always in sight. */
function placeAtFoot(box: HTMLElement): void {
  const { width, height } = sizeOf(box);
  const viewport = viewportSize();
  moveTo(
    box,
    Math.round(Math.max(MARGIN, (viewport.width - width) / 2)),
    Math.round(Math.max(MARGIN, viewport.height - height - MARGIN)),
  );
}

/** Physical offsets, because x and y are physical. */
function moveTo(box: HTMLElement, x: number, y: number): void {
  box.style.left = '0';
  box.style.top = '0';
  box.style.translate = `${x}px ${y}px`;
}

/** As laid out, whatever animation or transform is on it. */
function sizeOf(box: HTMLElement): { width: number; height: number } {
  return { width: box.offsetWidth, height: box.offsetHeight };
}

/** Without the scroll bars. */
function viewportSize(): { width: number; height: number } {
  return { width: document.documentElement.clientWidth, height: window.innerHeight };
}
