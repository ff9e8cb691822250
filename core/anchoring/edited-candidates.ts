/** Places where the passage stands with other words in it, or only what was around it. */
import {
  bestChain,
  coveredRows,
  gapAfter,
  gapBefore,
  type Run,
  sharedRuns,
} from './align';
import type { Candidate } from './candidate';
import { candidateWindows } from './candidates';
import { indexGrams } from './gram-index';
import type { PassageText } from './passage-text';
import { isWordEdge, type Query } from './query';

/** Units a gram when a whole page is searched: longer is faster, shorter finds more heavily edited text. */
const COARSE_GRAM = 6;
const SHORT_COARSE_GRAM = 4;
const SHORT_PATTERN = 48;

export function editedCandidates(text: PassageText, query: Query): Candidate[] {
  const { codes } = text.folded();
  const size = query.pattern.length < SHORT_PATTERN ? SHORT_COARSE_GRAM : COARSE_GRAM;
  const coarse = indexGrams(query.pattern, size);
  const candidates: Candidate[] = [];
  for (const window of candidateWindows(coarse, codes)) {
    const chain = bestChain(sharedRuns(query.fine, codes, window.from, window.to));
    if (chain.runs.length === 0) continue;
    const placed = place(chain, text, query);
    if (placed !== null) candidates.push(placed);
  }
  return candidates;
}

function place(
  chain: { runs: Run[]; score: number },
  text: PassageText,
  query: Query,
): Candidate | null {
  const { runs, score } = chain;
  const { quoteFrom, quoteTo, pattern } = query;
  const start = startColumn(runs, query, text);
  const end = endColumn(runs, query, text);
  if (start === null || end === null || end <= start) return null;
  return {
    from: start,
    to: end,
    quote: coveredRows(runs, quoteFrom, quoteTo),
    before: coveredRows(runs, 0, quoteFrom),
    after: coveredRows(runs, quoteTo, pattern.length),
    gapBefore: gapBefore(runs, 0, quoteFrom),
    gapAfter: gapAfter(runs, quoteTo, pattern.length),
    score,
    isExact: false,
  };
}

/** The text may be this much longer than the rows it stands for before it counts as an insertion. */
function isInsertion(columns: number, rows: number): boolean {
  return columns > 2 * rows + 12;
}

/** Runs on either side of a row: the last that begins before it, the first that ends after it. */
function around(runs: readonly Run[], row: number): { left?: Run; right?: Run } {
  const left = runs.findLast((run) => run.row < row);
  const right = runs.find((run) => run.row + run.length > row);
  return { ...(left && { left }), ...(right && { right }) };
}

/** Where the quote's first unit stands, or would stand had it not been edited. */
function startColumn(runs: Run[], query: Query, text: PassageText): number | null {
  const row = query.quoteFrom;
  const { left, right } = around(runs, row);
  if (left !== undefined && left === right) return left.column + row - left.row;
  const leftRows = left === undefined ? 0 : row - (left.row + left.length);
  const rightRows = right === undefined ? 0 : right.row - row;
  const reach = right === undefined ? null : right.column - rightRows;
  let column = reach;
  if (left !== undefined) {
    const leftEnd = left.column + left.length;
    if (right === undefined) column = leftEnd + leftRows;
    else if (rightRows === 0) column = right.column;
    else if (!isInsertion(right.column - leftEnd, leftRows + rightRows)) {
      const share = leftRows / (leftRows + rightRows);
      column = leftEnd + Math.round((right.column - leftEnd) * share);
    }
  }
  if (column === null) return null;
  const isLoose = leftRows > 0 && rightRows > 0;
  const from = clampColumn(column, text);
  return query.startsWord && (isLoose || left === undefined || right === undefined)
    ? nearestWordEdge(from, text)
    : from;
}

/** Just after the quote's last unit. */
function endColumn(runs: Run[], query: Query, text: PassageText): number | null {
  const row = query.quoteTo;
  const { left, right } = around(runs, row);
  if (left !== undefined && left === right) return left.column + row - left.row;
  const leftRows = left === undefined ? 0 : row - (left.row + left.length);
  const rightRows = right === undefined ? 0 : right.row - row;
  const leftEnd = left === undefined ? 0 : left.column + left.length;
  let column: number | null = left === undefined ? null : leftEnd + leftRows;
  if (right !== undefined) {
    if (left === undefined) column = right.column - rightRows;
    else if (leftRows === 0) column = leftEnd;
    else if (!isInsertion(right.column - leftEnd, leftRows + rightRows)) {
      const share = leftRows / (leftRows + rightRows);
      column = leftEnd + Math.round((right.column - leftEnd) * share);
    }
  }
  if (column === null) return null;
  const isLoose = leftRows > 0 && rightRows > 0;
  const to = clampColumn(column, text);
  return query.endsWord && (isLoose || left === undefined || right === undefined)
    ? nearestWordEdge(to, text)
    : to;
}

function clampColumn(column: number, text: PassageText): number {
  return Math.min(text.folded().codes.length, Math.max(0, column));
}

/** Letters a guessed edge may move to stand at the edge of a word. */
const EDGE_REACH = 10;

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
