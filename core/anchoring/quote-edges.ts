/**
 * Where an edited quote begins and ends: at the runs nearest to its edges, and
 * where its first or last words were changed, at a guess between them.
 */
import type { Run } from './align';
import type { PassageText } from './passage-text';
import { isWordEdge, isWordUnit, type Query } from './query';

/** Units that a guess may add where there is no context to bound it: a few changed words, not a lost sentence. */
const GUESSED = 24;
/** Units of the quote lost at its edge from which they are no changed words, but gone. */
const LOST = 40;
const LEAST_WORD = 4;
/** Units a guessed edge may move to stand at the edge of a word. */
const EDGE_REACH = 10;

/** The column of the quote's first unit; null when nothing tells. */
export function quoteStart(runs: Run[], query: Query, text: PassageText): number | null {
  const row = query.quoteFrom;
  const { left, right } = around(runs, row);
  if (left !== undefined && left === right) return left.column + row - left.row;
  if (right === undefined) return null;
  const missing = right.row - row;
  if (missing === 0) return right.column;
  const isLost = missing > LOST && standsIn(right, query);
  const gap = isLost ? null : gapBetween(left, right, row);
  if (gap === null) {
    const column = isLost ? right.column : reachBack(right.column, missing, text);
    return query.startsWord ? nearestWordEdge(column, text) : column;
  }
  return query.startsWord ? wordEdge(gap, row, 'start', query, text) : gap.column;
}

/** The column just after the quote's last unit; null when nothing tells. */
export function quoteEnd(runs: Run[], query: Query, text: PassageText): number | null {
  const row = query.quoteTo;
  const { left, right } = around(runs, row);
  if (left !== undefined && left === right) return left.column + row - left.row;
  if (left === undefined) return null;
  const end = left.column + left.length;
  const missing = row - (left.row + left.length);
  if (missing === 0) return end;
  const isLost = missing > LOST && standsIn(left, query);
  const gap = isLost || right === undefined ? null : gapBetween(left, right, row);
  if (gap === null) {
    const column = isLost ? end : reachOn(end, missing, text);
    return query.endsWord ? nearestWordEdge(column, text) : column;
  }
  return query.endsWord ? wordEdge(gap, row, 'end', query, text) : gap.column;
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

/** Does enough of the run lie in the quote to be words of it, more than a full stop? */
function standsIn({ row, length }: Run, { quoteFrom, quoteTo }: Query): boolean {
  return Math.min(row + length, quoteTo) - Math.max(row, quoteFrom) >= LEAST_WORD;
}

/** What lies between two runs, in rows and in columns, and a row's share of it. */
interface Gap {
  rows: [number, number];
  columns: [number, number];
  column: number;
}

/**
 * Null when there is far more text than rows: something was inserted, and the
 * row may be on either side.
 */
function gapBetween(left: Run | undefined, right: Run, row: number): Gap | null {
  if (left === undefined) return null;
  const rowsEnd = left.row + left.length;
  const columnsEnd = left.column + left.length;
  const rows = right.row - rowsEnd;
  const columns = right.column - columnsEnd;
  if (rows === 0 || columns > 2 * rows + 12) return null;
  return {
    rows: [rowsEnd, right.row],
    columns: [columnsEnd, right.column],
    column: columnsEnd + Math.round((columns * (row - rowsEnd)) / rows),
  };
}

type Edge = 'start' | 'end';

/**
 * Of the words in a gap, the edge of the one that stands for the quote's first or
 * last: where there are as many words as before, by counting them, else the
 * nearest to the row's share.
 */
function wordEdge(
  gap: Gap,
  row: number,
  edge: Edge,
  query: Query,
  text: PassageText,
): number {
  const folded = text.folded();
  const then = edgesIn(query.raw, query.starts, gap.rows, edge);
  const now = edgesIn(text.source, folded.starts, gap.columns, edge);
  const counted = then.length === now.length ? now[then.indexOf(row)] : undefined;
  return counted ?? nearestWordEdge(gap.column, text);
}

/** Units of the fold, from the first to the last, at which a word begins, or before which one ends. */
function edgesIn(
  source: string,
  starts: Uint32Array,
  [first, last]: [number, number],
  edge: Edge,
): number[] {
  const found: number[] = [];
  for (let unit = first; unit <= last; unit++) {
    const at = starts[unit] ?? source.length;
    // The fold has no white space: a word that ends before this unit may end some way back.
    const isEdge =
      edge === 'start'
        ? beginsWord(source, at)
        : unit > 0 && endsWord(source, starts[unit - 1] ?? 0, at);
    if (isEdge) found.push(unit);
  }
  return found;
}

function beginsWord(source: string, at: number): boolean {
  return isWordUnit(source[at]) && !isWordUnit(source[at - 1]);
}

/** Does a word end between these two offsets, of which the first holds a letter of it? */
function endsWord(source: string, from: number, to: number): boolean {
  if (!isWordUnit(source[from])) return false;
  for (let at = from + 1; at <= to; at++) if (!isWordUnit(source[at])) return true;
  return false;
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
