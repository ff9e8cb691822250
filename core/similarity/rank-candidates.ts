/** Which of many fingerprints are worth comparing: those that share rare keys, see `candidate-keys.ts`. */
import type { CandidateKeys } from './candidate-keys';

export const MOST_CANDIDATES = 50;
/** A key in more articles than this says too little to be followed. */
const COMMON_SHARE = 0.01;
const COMMON_LEAST = 200;
/** A shared piece of text outweighs any shared word. */
const WEIGHTS: Readonly<Record<keyof CandidateKeys, number>> = { text: 3, story: 1 };

/** How many articles of `size` may share a key that is followed. */
export function mostPostings(size: number): number {
  return Math.max(COMMON_LEAST, Math.floor(size * COMMON_SHARE));
}

/** The articles under one key. */
export interface Postings<Id> {
  of: keyof CandidateKeys;
  ids: readonly Id[];
}

/** Ids by how much speaks for them, at most `most`. `size` is the number of all articles. */
export function rankCandidates<Id extends string | number>(
  postings: Iterable<Postings<Id>>,
  size: number,
  most = MOST_CANDIDATES,
): Id[] {
  const points = new Map<Id, number>();
  for (const { of, ids } of postings) {
    if (ids.length > mostPostings(size)) continue;
    const gain = WEIGHTS[of] * Math.log(1 + size / Math.max(1, ids.length));
    for (const id of ids) points.set(id, (points.get(id) ?? 0) + gain);
  }
  return [...points]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}
