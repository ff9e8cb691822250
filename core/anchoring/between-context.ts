/** What stands between the two sides of a passage's context. */
import { coveredRows, type Run } from './align';
import type { Query } from './query';

/** Share of each side's context that must be left to say that something else stands between. */
const SIDE_LEFT = 0.5;
/** Units of context that are enough to speak of a side. */
const LEAST_SIDE = 8;
/** Other words than this, in lengths of the quote and a sentence more, are another text. */
const MOST_LENGTHS = 3;
const SENTENCE = 120;

/** The columns between the two sides of the context; null unless both are left, with room between. */
export function betweenContext(
  runs: readonly Run[],
  query: Query,
): [number, number] | null {
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
