import type { TextModel } from '../text/text-model';
import type { Paint } from './paint-names';

/** A span of the text to be painted; UTF-16 offsets of the text model. */
export interface Mark {
  start: number;
  /** Exclusive. */
  end: number;
  paint: Paint;
}

/**
 * Marks by the element of the block in which they lie, each cut at the edges
 * of its blocks. Elements of blocks without marks are left out. One element
 * may hold several blocks (`<br><br>` paragraphs).
 */
export function marksByElement(
  model: TextModel,
  marks: readonly Mark[],
): Map<Element, Mark[]> {
  const byElement = new Map<Element, Mark[]>();
  for (const mark of marks) {
    for (let at = firstBlockEndingAfter(model, mark.start); ; at++) {
      const placed = model.blocks[at];
      if (!placed || placed.start >= mark.end) break;
      const start = Math.max(mark.start, placed.start);
      const end = Math.min(mark.end, placed.end);
      if (start >= end) continue;
      const list = byElement.get(placed.block.element);
      const part = { start, end, paint: mark.paint };
      if (list) list.push(part);
      else byElement.set(placed.block.element, [part]);
    }
  }
  return byElement;
}

function firstBlockEndingAfter(model: TextModel, offset: number): number {
  let low = 0;
  let high = model.blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((model.blocks[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
