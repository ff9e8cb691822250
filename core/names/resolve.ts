/** Chooses among candidates: the disjoint set that weighs most. */
import type { Candidate } from './candidate';

/** Below this a candidate is kept for the document's sake only, and not painted. */
export const THRESHOLD = 0.45;

/** A longer name outweighs the shorter ones inside it, unless it is much less sure. */
function weightOf(candidate: Candidate): number {
  return candidate.score * (candidate.to - candidate.from) ** 1.25;
}

/** Sorted by place, disjoint; weighted interval scheduling, O(n log n). */
export function resolve(candidates: readonly Candidate[]): Candidate[] {
  const sorted = candidates
    .filter((one) => one.score >= THRESHOLD)
    .sort((a, b) => a.to - b.to || a.from - b.from || b.score - a.score);
  const best: number[] = [0];
  const taken: boolean[] = [];
  const previous: number[] = [];
  for (const [index, candidate] of sorted.entries()) {
    const before = countEndingBy(sorted, candidate.from, index);
    previous.push(before);
    const withIt = (best[before] ?? 0) + weightOf(candidate);
    const without = best[index] ?? 0;
    taken.push(withIt > without);
    best.push(Math.max(withIt, without));
  }
  const chosen: Candidate[] = [];
  for (let index = sorted.length; index > 0; ) {
    const candidate = sorted[index - 1];
    if (candidate !== undefined && taken[index - 1] === true) {
      chosen.push(candidate);
      index = previous[index - 1] ?? 0;
    } else {
      index--;
    }
  }
  return chosen.reverse();
}

/** How many of the first `limit` candidates end at or before token `from`. */
function countEndingBy(
  sorted: readonly Candidate[],
  from: number,
  limit: number,
): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.to ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
