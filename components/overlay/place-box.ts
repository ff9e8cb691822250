/**
 * Where a box goes beside some words: on the wanted side if there is room, else
 * on the other; never outside the viewport. All in viewport pixels.
 *
 * Floating UI does this too, and for every layout there is; our boxes are always
 * fixed to the viewport, and the rest of it weighed more than the overlay's own code.
 */

interface Size {
  width: number;
  height: number;
}

export interface Rectangle {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface Placing {
  /** The lines of the words; at least one. */
  lines: readonly Rectangle[];
  box: Size;
  viewport: Size;
  side: 'top' | 'bottom';
  /** The edge of the line that the box shares with it. */
  edge: 'left' | 'right' | 'centre';
}

/** Kept free at the edges of the viewport, and between the words and the box. */
export const MARGIN = 8;

export function placeBox(placing: Placing): { x: number; y: number } {
  const { box, viewport, edge } = placing;
  // Of words longer than the screen only the part on it counts.
  const onScreen = placing.lines.filter((line) => touches(line, viewport));
  const lines = onScreen.length > 0 ? onScreen : placing.lines;
  const first = lines.reduce((best, line) => (line.top < best.top ? line : best));
  const last = lines.reduce((best, line) => (line.bottom > best.bottom ? line : best));

  const above = first.top - 2 * MARGIN - box.height;
  const below = viewport.height - last.bottom - 2 * MARGIN - box.height;
  const goesAbove =
    placing.side === 'top' ? above >= 0 || above > below : below < 0 && above > below;
  const line = goesAbove ? first : last;
  const y = goesAbove ? line.top - MARGIN - box.height : line.bottom + MARGIN;
  return {
    x: within(alignedTo(line, edge, box.width), box.width, viewport.width),
    y: within(y, box.height, viewport.height),
  };
}

function alignedTo(line: Rectangle, edge: Placing['edge'], width: number): number {
  if (edge === 'left') return line.left;
  if (edge === 'right') return line.right - width;
  return (line.left + line.right - width) / 2;
}

/** Whole pixels keep the text sharp. A box larger than the viewport begins at its margin. */
function within(at: number, size: number, viewport: number): number {
  return Math.round(Math.max(MARGIN, Math.min(at, viewport - size - MARGIN)));
}

export function touches(rect: Rectangle, viewport: Size): boolean {
  return (
    rect.bottom > 0 &&
    rect.right > 0 &&
    rect.top < viewport.height &&
    rect.left < viewport.width
  );
}
