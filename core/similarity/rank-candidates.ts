/** Which of many fingerprints are worth comparing: those that share rare keys, see `candidate-keys.ts`. */
import type { CandidateKeys } from './candidate-keys';

export const MOST_CANDIDATES = 50;
/** A key that more articles share is not followed: it says little, and reading its articles costs most. */
export const MOST_POSTINGS = 50;
/** In articles: how rare a key is goes by the logarithm of its share of so many. */
const OF_SO_MANY = 1_000;
/** A shared piece of text outweighs any shared word. */
const WEIGHTS: Readonly<Record<keyof CandidateKeys, number>> = { text: 3, story: 1 };

/** The articles under one key. */
export interface Postings<Id> {
  of: keyof CandidateKeys;
  ids: readonly Id[];
}

/** Ids by how much speaks for them, at most `most`. */
export function rankCandidates<Id extends string | number>(
  postings: Iterable<Postings<Id>>,
  most = MOST_CANDIDATES,
): Id[] {
  const points = new Map<Id, number>();
  for (const { of, ids } of postings) {
    if (ids.length > MOST_POSTINGS) continue;
    const gain = WEIGHTS[of] * Math.log(1 + OF_SO_MANY / Math.max(1, ids.length));
    for (const id of ids) points.set(id, (points.get(id) ?? 0) + gain);
  }
  return [...points]
    .sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([id]) => id);
}
