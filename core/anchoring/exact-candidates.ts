/** Places where the folded quote stands word for word, weighed by the context around them. */
import {
  bestChain,
  coveredRows,
  gapAfter,
  gapBefore,
  type Run,
  sharedRuns,
} from './align';
import type { Candidate } from './candidate';
import { occurrences, type PassageText } from './passage-text';
import type { Query } from './query';

/** Occurrences read at most: of one letter, a page holds any number. */
const READ_LIMIT = 20_000;
/** Occurrences whose context is weighed with care. */
const WEIGH_LIMIT = 24;
/** Text beyond the context's own length in which it may stand: an insertion moves it. */
const SLACK = 64;

export function exactCandidates(text: PassageText, query: Query): Candidate[] {
  const folded = text.folded();
  const found = occurrences(folded.codes, query.quote.codes, READ_LIMIT);
  return mostLikely(found, folded, query).map((at) => weigh(folded.codes, at, query));
}

/** Those with the longest context right beside them, and the nearest to the old place. */
function mostLikely(
  found: number[],
  folded: { codes: Uint16Array; starts: Uint32Array },
  query: Query,
): number[] {
  if (found.length <= WEIGH_LIMIT) return found;
  const ranked = found.map((at) => ({
    at,
    touching:
      touchingBefore(folded.codes, at, query) + touchingAfter(folded.codes, at, query),
    distance: Math.abs((folded.starts[at] ?? 0) - query.selector.start),
  }));
  const half = WEIGH_LIMIT / 2;
  ranked.sort((a, b) => b.touching - a.touching || a.distance - b.distance);
  const chosen = new Set(ranked.slice(0, half).map(({ at }) => at));
  ranked.sort((a, b) => a.distance - b.distance);
  for (const { at } of ranked.slice(0, half)) chosen.add(at);
  return [...chosen].sort((a, b) => a - b);
}

/** Units of the prefix that agree, read back from the quote. */
function touchingBefore(codes: Uint16Array, at: number, query: Query): number {
  const { pattern, quoteFrom } = query;
  let count = 0;
  while (
    count < quoteFrom &&
    count < at &&
    pattern[quoteFrom - 1 - count] === codes[at - 1 - count]
  ) {
    count++;
  }
  return count;
}

/** Units of the suffix that agree, read on from the quote. */
function touchingAfter(codes: Uint16Array, at: number, query: Query): number {
  const { pattern, quoteFrom, quoteTo } = query;
  const end = at + quoteTo - quoteFrom;
  let count = 0;
  while (
    quoteTo + count < pattern.length &&
    end + count < codes.length &&
    pattern[quoteTo + count] === codes[end + count]
  ) {
    count++;
  }
  return count;
}

/** Longer than any chain of runs: a chain must pass through the quote. */
const FIXED = 1e6;

function weigh(codes: Uint16Array, at: number, query: Query): Candidate {
  const { pattern, quoteFrom, quoteTo } = query;
  const quote = quoteTo - quoteFrom;
  const end = at + quote;
  const reach = pattern.length - quoteTo + SLACK;
  const left = chained(query, codes, [Math.max(0, at - quoteFrom - SLACK), at], {
    rows: [0, quoteFrom],
    touching: touchingBefore(codes, at, query),
    fixed: { row: quoteFrom, column: at, length: FIXED },
  });
  const right = chained(query, codes, [end, Math.min(codes.length, end + reach)], {
    rows: [quoteTo, pattern.length],
    touching: touchingAfter(codes, at, query),
    fixed: { row: quoteTo - FIXED, column: end - FIXED, length: FIXED },
  });
  return {
    from: at,
    to: end,
    quote,
    before: coveredRows(left.runs, 0, quoteFrom),
    after: coveredRows(right.runs, quoteTo, pattern.length),
    gapBefore: gapBefore(left.runs, 0, quoteFrom),
    gapAfter: gapAfter(right.runs, quoteTo, pattern.length),
    score: left.score + quote + right.score,
    isExact: true,
  };
}

interface Side {
  /** The context's rows of the pattern. */
  rows: [number, number];
  /** Units of it that stand right beside the quote; may be fewer than a gram. */
  touching: number;
  /** The quote, beyond the side's rows. */
  fixed: Run;
}

/** The chain of one side's context in a stretch of the text, ending or beginning at the quote. */
function chained(
  query: Query,
  codes: Uint16Array,
  [from, to]: [number, number],
  side: Side,
): { runs: Run[]; score: number } {
  const [first, last] = side.rows;
  const isLeft = side.fixed.row === last;
  const runs: Run[] = [];
  for (const run of sharedRuns(query.fine, codes, from, to)) {
    const cut = Math.max(0, first - run.row);
    const length = Math.min(run.length, last - run.row) - cut;
    if (length > 0) runs.push({ row: run.row + cut, column: run.column + cut, length });
  }
  const length = side.touching;
  const beside = isLeft
    ? { row: last - length, column: to - length, length }
    : { row: first, column: from, length };
  if (length > 0) runs.push(beside);
  runs.push(side.fixed);
  runs.sort((a, b) => a.column - b.column || a.row - b.row);
  const chain = bestChain(runs);
  return {
    runs: chain.runs.filter((run) => run.length < FIXED / 2),
    score: chain.score - FIXED,
  };
}
