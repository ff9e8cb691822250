/** Where in a long text a pattern may stand: by the diagonals on which they share grams. */
import { eachSharedGram, type GramIndex } from './gram-index';

export interface Window {
  /** UTF-16 offsets of the folded text, the end exclusive. */
  from: number;
  to: number;
}

/** Stretches looked at more closely. */
const CANDIDATES = 4;
/** Shared grams below which a stretch is chance, and the same as a share of the pattern's. */
const LEAST_VOTES = 2;
const LEAST_SHARE = 0.03;
/** Of the best stretch's grams: with fewer, another is not worth a look. */
const LEAST_OF_BEST = 0.3;

/** The likeliest windows, best first. */
export function candidateWindows(index: GramIndex, codes: Uint16Array): Window[] {
  const rows = index.pattern.length;
  const bits = Math.max(6, 32 - Math.clz32(rows >> 2));
  const votes = new Int32Array(((codes.length + rows) >> bits) + 2);
  eachSharedGram(index, codes, 0, codes.length, (row, column) => {
    const bucket = (column - row + rows) >> bits;
    votes[bucket] = (votes[bucket] as number) + 1;
  });
  const slack = Math.max(160, rows >> 1);
  const least = Math.max(LEAST_VOTES, Math.floor(rows * LEAST_SHARE));
  return topBuckets(votes, least).map((bucket) => ({
    from: Math.max(0, (bucket << bits) - rows - slack),
    to: Math.min(codes.length, ((bucket + 2) << bits) + slack),
  }));
}

/** Buckets whose votes, with their right neighbour's, are the most; neighbours of a winner are left out. */
function topBuckets(votes: Int32Array, least: number): number[] {
  const winners: { bucket: number; sum: number }[] = [];
  for (let bucket = 0; bucket + 1 < votes.length; bucket++) {
    const sum = (votes[bucket] as number) + (votes[bucket + 1] as number);
    if (sum < least) continue;
    const weakest = winners[CANDIDATES - 1];
    if (weakest !== undefined && sum <= weakest.sum) continue;
    const near = winners.findIndex((each) => Math.abs(each.bucket - bucket) <= 1);
    if (near >= 0) {
      if ((winners[near]?.sum ?? 0) >= sum) continue;
      winners.splice(near, 1);
    }
    winners.push({ bucket, sum });
    winners.sort((a, b) => b.sum - a.sum);
    winners.length = Math.min(winners.length, CANDIDATES);
  }
  const best = winners[0]?.sum ?? 0;
  return winners
    .filter(({ sum }) => sum >= best * LEAST_OF_BEST)
    .map(({ bucket }) => bucket);
}
