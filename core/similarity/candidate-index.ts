/**
 * Finds the few fingerprints worth comparing among many: postings by key, the
 * same that a database index answers with. The rarer a key, the more it says;
 * one that very many share is not followed.
 */
import { type CandidateKeys, candidateKeys } from './candidate-keys';
import type { Fingerprint } from './fingerprint';

export interface CandidateIndex {
  /** `id` is the caller's: whole, 0 or more, not added before. */
  add(id: number, fingerprint: Fingerprint): void;
  /** Ids by how much speaks for them, at most `most`; the fingerprint's own id among them. */
  find(fingerprint: Fingerprint, most?: number): number[];
  readonly size: number;
}

const MOST_CANDIDATES = 50;
/** A key in more articles than this says too little to be followed. */
const COMMON_SHARE = 0.01;
const COMMON_LEAST = 200;
/** A shared piece of text outweighs any shared word. */
const TEXT_WEIGHT = 3;

export function createCandidateIndex(): CandidateIndex {
  const postings = new Map<number, number[]>();
  let size = 0;
  const eachKey = ({ text, story }: CandidateKeys) => [
    ...text.map((key) => ({ key, weight: TEXT_WEIGHT })),
    ...story.map((key) => ({ key, weight: 1 })),
  ];
  return {
    get size() {
      return size;
    },
    add(id, fingerprint) {
      size++;
      for (const { key } of eachKey(candidateKeys(fingerprint))) {
        const ids = postings.get(key);
        if (ids === undefined) postings.set(key, [id]);
        else ids.push(id);
      }
    },
    find(fingerprint, most = MOST_CANDIDATES) {
      const limit = Math.max(COMMON_LEAST, size * COMMON_SHARE);
      const points = new Map<number, number>();
      for (const { key, weight } of eachKey(candidateKeys(fingerprint))) {
        const ids = postings.get(key) ?? [];
        if (ids.length > limit) continue;
        const gain = weight * Math.log(1 + size / Math.max(1, ids.length));
        for (const id of ids) points.set(id, (points.get(id) ?? 0) + gain);
      }
      return [...points]
        .sort(([a, first], [b, second]) => second - first || a - b)
        .slice(0, most)
        .map(([id]) => id);
    },
  };
}
