/** Finds the few fingerprints worth comparing among many, in memory as a database's index would. */
import { type CandidateKeys, candidateKeys } from './candidate-keys';
import type { Fingerprint } from './fingerprint';
import { MOST_CANDIDATES, rankCandidates } from './rank-candidates';

export interface CandidateIndex {
  /** `id` is the caller's: whole, 0 or more, not added before. */
  add(id: number, fingerprint: Fingerprint): void;
  /** Ids by how much speaks for them, at most `most`; the fingerprint's own id among them. */
  find(fingerprint: Fingerprint, most?: number): number[];
  readonly size: number;
}

export function createCandidateIndex(): CandidateIndex {
  const postings = new Map<number, number[]>();
  let size = 0;
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
      const found = eachKey(candidateKeys(fingerprint)).map(({ key, of }) => ({
        of,
        ids: postings.get(key) ?? [],
      }));
      return rankCandidates(found, most);
    },
  };
}

function eachKey({ text, story }: CandidateKeys) {
  return [
    ...text.map((key) => ({ key, of: 'text' as const })),
    ...story.map((key) => ({ key, of: 'story' as const })),
  ];
}
