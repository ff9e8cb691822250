/**
 * Where an edited quote begins and ends: at the runs nearest to its edges, and
 * where its first or last words were changed, at a guess between them.
 */
import type { Run } from './align';
import type { PassageText } from './passage-text';
import { isWordEdge, type Query } from './query';

/** Units that a guess may add where there is no context to bound it: a few changed words, not a lost sentence. */
const GUESSED = 24;
/** Units a guessed edge may move to stand at the edge of a word. */
const EDGE_REACH = 10;

/** The column of the quote's first unit; null when nothing tells. */
export function quoteStart(runs: Run[], query: Query, text: PassageText): number | null {
  const row = query.quoteFrom;
  const { left, right } = around(runs, row);
  if (left !== undefined && left === right) return left.column + row - left.row;
  if (right === undefined) return null;
  const missing = right.row - row;
  const between = left && share(left, right, row);
  if (missing === 0) return right.column;
  const column = between ?? reachBack(right.column, missing, text);
  return query.startsWord ? nearestWordEdge(column, text) : column;
}

/** The column just after the quote's last unit; null when nothing tells. */
export function quoteEnd(runs: Run[], query: Query, text: PassageText): number | null {
  const row = query.quoteTo;
  const { left, right } = around(runs, row);
  if (left !== undefined && left === right) return left.column + row - left.row;
  if (left === undefined) return null;
  const missing = row - (left.row + left.length);
  const between = right && share(left, right, row);
  if (missing === 0) return left.column + left.length;
  const column = between ?? reachOn(left.column + left.length, missing, text);
  return query.endsWord ? nearestWordEdge(column, text) : column;
}

/** Runs on either side of a row: the last that begins before it, the first that ends after it. */
function around(
  runs: readonly Run[],
  row: number,
): { left: Run | undefined; right: Run | undefined } {
  return {
    left: runs.findLast((run) => run.row < row),
    right: runs.find((run) => run.row + run.length > row),
  };
}

/**
 * The row's share of the text between two runs; null when there is far more
 * text than rows: something was inserted, and the row may be on either side.
 */
function share(left: Run, right: Run, row: number): number | null {
  const rowsEnd = left.row + left.length;
  const columnsEnd = left.column + left.length;
  const rows = right.row - rowsEnd;
  const columns = right.column - columnsEnd;
  if (rows === 0 || columns > 2 * rows + 12) return null;
  return columnsEnd + Math.round((columns * (row - rowsEnd)) / rows);
}

/** Back over changed words, within the paragraph. */
function reachBack(column: number, missing: number, text: PassageText): number {
  if (missing > GUESSED) return column;
  let at = column;
  while (at > 0 && at > column - missing && !isLineBreak(at, text)) at--;
  return at;
}

/** On over changed words, within the paragraph. */
function reachOn(column: number, missing: number, text: PassageText): number {
  if (missing > GUESSED) return column;
  const last = text.folded().codes.length;
  let at = column;
  while (at < last && at < column + missing && !isLineBreak(at, text)) at++;
  return at;
}

/** Does a line end in the source just before this unit of the fold? */
function isLineBreak(column: number, text: PassageText): boolean {
  const { starts } = text.folded();
  const from = column === 0 ? 0 : (starts[column - 1] ?? 0);
  return text.source.slice(from, starts[column] ?? text.source.length).includes('\n');
}

function nearestWordEdge(column: number, text: PassageText): number {
  for (let step = 0; step <= EDGE_REACH; step++) {
    if (edgesWord(column - step, text)) return column - step;
    if (edgesWord(column + step, text)) return column + step;
  }
  return column;
}

/** Does a word begin or end in the source just before this unit of the fold? */
function edgesWord(column: number, text: PassageText): boolean {
  const { codes, starts } = text.folded();
  if (column < 0 || column > codes.length) return false;
  if (column === 0 || column === codes.length) return true;
  const at = starts[column] ?? 0;
  return isWordEdge(text.source[at - 1], text.source[at]);
}
