/** From a position in the page to an offset in the text. */

import { standingOf } from './element-style';
import type { TextUnit } from './read-block';
import type { ModelBlock } from './text-model';

interface Index {
  units: readonly TextUnit[];
  unitOf: ReadonlyMap<Node, TextUnit>;
  blocks: readonly ModelBlock[];
}

/** Null outside the article's blocks and inside what they skip. */
export function offsetOfPosition(
  index: Index,
  node: Node,
  offset: number,
): number | null {
  const unit = index.unitOf.get(node);
  if (unit?.isText)
    return unit.start + Math.min(Math.max(0, offset), unit.end - unit.start);
  if (node.nodeType !== 1) return null;
  const blocks = blocksAround(index, node as Element);
  if (blocks === null) return null;
  return offsetAmong(index.units, blocks, node, offset);
}

/** First and last block (several may be runs of one element) in which the element stands, unskipped. */
function blocksAround(
  index: Index,
  inner: Element,
): { first: number; last: number } | null {
  const path: Element[] = [];
  for (let element: Element | null = inner; element; element = element.parentElement) {
    path.push(element);
    const first = index.blocks.findIndex(({ block }) => block.element === element);
    if (first < 0) continue;
    let last = first;
    while (index.blocks[last + 1]?.block.element === element) last++;
    const skipped = path
      .slice(0, -1)
      .some(
        (each) =>
          index.blocks[first]?.block.skip.has(each) || standingOf(each) === 'left-out',
      );
    return skipped ? null : { first, last };
  }
  return null;
}

/** The end of the last unit before the position, or the start of the first after it when it touches that. */
function offsetAmong(
  units: readonly TextUnit[],
  blocks: { first: number; last: number },
  container: Node,
  offset: number,
): number | null {
  let low = units.findIndex((unit) => unit.block === blocks.first);
  let high = units.length;
  const firstOfBlock = low;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const unit = units[middle];
    if (
      unit !== undefined &&
      unit.block <= blocks.last &&
      standsBefore(unit.node, container, offset)
    ) {
      low = middle + 1;
    } else high = middle;
  }
  const after = units[low];
  const before = low > firstOfBlock ? units[low - 1] : undefined;
  if (after === undefined || after.block > blocks.last) return before?.end ?? null;
  if (before === undefined || after.block !== before.block) return after.start;
  return before.end;
}

const PRECEDING = 2;
const CONTAINED_BY = 16;

/** Does the node stand wholly before the position (container, offset)? */
export function standsBefore(node: Node, container: Node, offset: number): boolean {
  if (node === container) return false;
  const relation = container.compareDocumentPosition(node);
  if ((relation & CONTAINED_BY) === 0) return (relation & PRECEDING) !== 0;
  const next = container.childNodes[offset];
  if (next === undefined) return true;
  if (next === node || next.contains(node)) return false;
  return (next.compareDocumentPosition(node) & PRECEDING) !== 0;
}
