/**
 * The article's text and the way between it and the page: every mention, note
 * and selection crosses here.
 *
 * The text is the text nodes' data, unit for unit, so that an offset in a node
 * is an offset in the text plus a constant. What is synthetic (the break between
 * blocks, the line of a `<br>`) belongs to no text node.
 */
import type { ArticleBlock } from '../article/article-block';
import { offsetOfPosition } from './offset-of-position';
import { readBlock, type TextUnit } from './read-block';

/** Between two blocks of the text. */
const BLOCK_BREAK = '\n\n';

/** Offsets of `TextModel.text`, UTF-16, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface ModelBlock extends Span {
  block: ArticleBlock;
}

/** A snapshot: when the page changes, build another. */
export interface TextModel {
  readonly text: string;
  readonly blocks: readonly ModelBlock[];
  /** In the order of the text. */
  readonly units: readonly TextUnit[];
  /**
   * The page's ranges for a span of the text: one for each block and each
   * stretch of it between skipped islands; none where only synthetic text or
   * nothing is covered.
   */
  toRanges(start: number, end: number): StaticRange[];
  /**
   * The offset of a position in the page, a text node's or an element's; null
   * outside the article's blocks and inside what they skip.
   */
  toOffset(node: Node, offset: number): number | null;
}

export function buildTextModel(blocks: readonly ArticleBlock[]): TextModel {
  const parts: string[] = [];
  const units: TextUnit[] = [];
  const unitOf = new Map<Node, TextUnit>();
  const modelBlocks: ModelBlock[] = [];
  let length = 0;
  for (const block of blocks) {
    const separator = modelBlocks.length === 0 ? '' : BLOCK_BREAK;
    const start = length + separator.length;
    const read = readBlock(block, start, modelBlocks.length, unitOf);
    if (read.units.length === 0) continue;
    parts.push(separator, read.text);
    length = start + read.text.length;
    for (const unit of read.units) units.push(unit);
    modelBlocks.push({ block, start, end: length });
  }
  return {
    text: parts.join(''),
    blocks: modelBlocks,
    units,
    toRanges: (start, end) => rangesOf(units, start, end),
    toOffset: (node, offset) =>
      offsetOfPosition({ units, unitOf, blocks: modelBlocks }, node, offset),
  };
}

/** Consecutive text nodes of one block with nothing skipped between them share a range. */
function rangesOf(units: readonly TextUnit[], start: number, end: number): StaticRange[] {
  const ranges: StaticRange[] = [];
  let open: StaticRangeInit | null = null;
  let block = -1;
  for (let index = firstEndingAfter(units, start); index < units.length; index++) {
    const unit = units[index];
    if (unit === undefined || unit.start >= end) break;
    if (open !== null && (unit.block !== block || unit.afterIsland)) {
      ranges.push(new StaticRange(open));
      open = null;
    }
    block = unit.block;
    if (!unit.isText) continue;
    const from = Math.max(0, start - unit.start);
    const to = Math.min(unit.end, end) - unit.start;
    open ??= {
      startContainer: unit.node,
      startOffset: from,
      endContainer: unit.node,
      endOffset: to,
    };
    open.endContainer = unit.node;
    open.endOffset = to;
  }
  if (open !== null) ranges.push(new StaticRange(open));
  return ranges;
}

/** Index of the first unit whose end lies after the offset. */
function firstEndingAfter(units: readonly TextUnit[], offset: number): number {
  let low = 0;
  let high = units.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((units[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
