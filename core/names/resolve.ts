/** Chooses among candidates: the disjoint set that weighs most. */

import { LONG_STRIDE, STRIDE, type Steps } from '../text/steps';
import type { Candidate } from './candidate';

/** Below this a candidate is kept for the document's sake only, and not painted. */
export const THRESHOLD = 0.45;

/** A longer name outweighs the shorter ones inside it, unless it is much less sure. */
function weightOf(candidate: Candidate): number {
  return candidate.score * (candidate.to - candidate.from) ** 1.25;
}

/** Sorted by place, disjoint; weighted interval scheduling, O(n log n). */
export function* resolve(candidates: readonly Candidate[]): Steps<Candidate[]> {
  const sorted = yield* sortByEnd(candidates);
  const best = new Float64Array(sorted.length + 1);
  const taken = new Uint8Array(sorted.length);
  const previous = new Uint32Array(sorted.length);
  for (const [index, candidate] of sorted.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    const before = countEndingBy(sorted, candidate.from, index);
    previous[index] = before;
    const withIt = (best[before] as number) + weightOf(candidate);
    const without = best[index] as number;
    taken[index] = withIt > without ? 1 : 0;
    best[index + 1] = Math.max(withIt, without);
  }
  const chosen: Candidate[] = [];
  for (let index = sorted.length; index > 0; ) {
    const candidate = sorted[index - 1];
    if (candidate !== undefined && taken[index - 1] === 1) {
      chosen.push(candidate);
      index = previous[index - 1] as number;
    } else {
      index--;
    }
  }
  return chosen.reverse();
}

/** Those that are sure enough, by their ends; first put where they end, for many are to be sorted. */
function* sortByEnd(candidates: readonly Candidate[]): Steps<Candidate[]> {
  const last = candidates.reduce((most, { to }) => Math.max(most, to), 0);
  const byEnd: (Candidate[] | undefined)[] = new Array(last + 1);
  for (const [index, one] of candidates.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    if (one.score < THRESHOLD) continue;
    const same = byEnd[one.to];
    if (same === undefined) byEnd[one.to] = [one];
    else same.push(one);
  }
  const sorted: Candidate[] = [];
  for (let end = 0; end < byEnd.length; end++) {
    if (end % LONG_STRIDE === 0) yield;
    const same = byEnd[end];
    if (same === undefined) continue;
    if (same.length > 1) same.sort((a, b) => a.from - b.from || b.score - a.score);
    for (const one of same) sorted.push(one);
  }
  return sorted;
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
