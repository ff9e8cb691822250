/** Which points of a map can have their name beside them without covering another's. */

export interface LabelledPoint {
  x: number;
  y: number;
  radius: number;
  name: string;
}

export interface Label {
  /** Of the point it belongs to. */
  index: number;
  x: number;
  y: number;
  anchor: 'start' | 'end';
}

/** Pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Pixels: a letter is about so wide, a line so high. */
const LETTER = 7.2;
const LINE = 16;
const GAP = 3;

/** The points come in the order of their weight: the first has the first choice, and may cover lesser ones. */
export function placeLabels(
  points: readonly LabelledPoint[],
  size: { width: number; height: number },
): Label[] {
  const taken: Box[] = [];
  const labels: Label[] = [];
  for (const [index, { x, y, radius, name }] of points.entries()) {
    const circle = {
      ...{ left: x - radius, right: x + radius },
      ...{ top: y - radius, bottom: y + radius },
    };
    const width = name.length * LETTER;
    for (const anchor of ['start', 'end'] as const) {
      const from = anchor === 'start' ? x + radius + GAP : x - radius - GAP - width;
      const box = {
        left: from,
        right: from + width,
        top: y - LINE / 2,
        bottom: y + LINE / 2,
      };
      const isOutside =
        box.left < 0 || box.right > size.width || box.top < 0 || box.bottom > size.height;
      if (isOutside || taken.some((other) => cover(box, other))) continue;
      taken.push(box);
      labels.push({ index, y, anchor, x: anchor === 'start' ? from : from + width });
      break;
    }
    taken.push(circle);
  }
  return labels;
}

export function cover(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
