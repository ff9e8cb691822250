/** Why a passage has no place, as far as the text can tell; and what stands there instead. */
import type { OrphanReason, TextSpan } from '../model/selector';
import { coveredRows, type Run } from './align';
import type { Aligned } from './edited-candidates';
import { sourceEnd } from './fold-quote';
import type { PassageText } from './passage-text';
import { isWordUnit, type Query } from './query';

/** Share of each side's context that must be left to say that something else stands between. */
const SIDE_LEFT = 0.5;
/** Units of context that are enough to speak of a side. */
const LEAST_SIDE = 8;
/** Other words than this, in lengths of the quote and a sentence more, are another text. */
const MOST_LENGTHS = 3;
const SENTENCE = 120;

export function explainOrphan(
  stretches: readonly Aligned[],
  text: PassageText,
  query: Query,
): { reason: OrphanReason; now?: TextSpan } {
  for (const { runs } of stretches) {
    const between = betweenContext(runs, query);
    const now = between === null ? null : wordsOf(between, text);
    if (now !== null) return { reason: 'reworded', now };
  }
  return { reason: 'deleted' };
}

/** The columns between the two sides of the context; null unless both are left, with room between. */
function betweenContext(runs: readonly Run[], query: Query): [number, number] | null {
  const { quoteFrom, quoteTo, pattern } = query;
  const after = pattern.length - quoteTo;
  if (quoteFrom < LEAST_SIDE || after < LEAST_SIDE) return null;
  if (coveredRows(runs, 0, quoteFrom) < SIDE_LEFT * quoteFrom) return null;
  if (coveredRows(runs, quoteTo, pattern.length) < SIDE_LEFT * after) return null;
  const left = runs.findLast((run) => run.row < quoteFrom);
  const right = runs.find((run) => run.row + run.length > quoteTo);
  if (left === undefined || right === undefined) return null;
  const from = left.column + Math.min(left.length, quoteFrom - left.row);
  const to = right.column + Math.max(0, quoteTo - right.row);
  const most = MOST_LENGTHS * (quoteTo - quoteFrom) + SENTENCE;
  return to > from && to - from <= most ? [from, to] : null;
}

/** The whole words of the source in these columns; null when there are none. */
function wordsOf([from, to]: [number, number], text: PassageText): TextSpan | null {
  const folded = text.folded();
  const { source } = text;
  let start = folded.starts[from] ?? source.length;
  let end = sourceEnd(folded, to - 1);
  while (start < end && !isWordUnit(source[start])) start++;
  while (end > start && !isWordUnit(source[end - 1])) end--;
  return end > start ? { start, end } : null;
}
