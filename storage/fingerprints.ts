import { candidateKeys } from '../core/similarity/candidate-keys';
import type { Fingerprint } from '../core/similarity/fingerprint';
import { packFingerprint, unpackFingerprint } from '../core/similarity/pack-fingerprint';
import { mostPostings, rankCandidates } from '../core/similarity/rank-candidates';
import type { HawashiDatabase } from './database';
import type { KeptFingerprint } from './schema';

/** A kept fingerprint, ready to be compared. */
export interface OpenFingerprint {
  articleId: string;
  fingerprint: Fingerprint;
  since: number;
}

/** `since` as in {@link KeptFingerprint}. */
export function toKept(
  articleId: string,
  fingerprint: Fingerprint,
  since: number,
): KeptFingerprint {
  const { text, story } = candidateKeys(fingerprint);
  return {
    articleId,
    packed: packFingerprint(fingerprint),
    textKeys: [...text],
    storyKeys: [...story],
    since,
  };
}

/** Those of the articles whose fingerprint is kept, in their order. */
export async function openFingerprints(
  db: HawashiDatabase,
  articleIds: readonly string[],
): Promise<OpenFingerprint[]> {
  const rows = await db.fingerprints.bulkGet([...articleIds]);
  return rows.flatMap((row) => (row === undefined ? [] : open(row)));
}

/**
 * The articles most worth comparing with this one, likeliest first, fifty at
 * most; itself among them when it is kept. Reads of no key more entries than
 * are followed, so that it takes as long among 100,000 articles as among few.
 */
export function findCandidates(
  db: HawashiDatabase,
  fingerprint: Fingerprint,
): Promise<OpenFingerprint[]> {
  // One transaction for all: each of its own would cost more than the look.
  return db.transaction('r', db.fingerprints, db.meta, async () => {
    const size = await countFingerprints(db);
    const { text, story } = candidateKeys(fingerprint);
    const most = mostPostings(size) + 1;
    const look = async (of: 'text' | 'story', key: number) => ({
      of,
      ids: await db.fingerprints.where(`${of}Keys`).equals(key).limit(most).primaryKeys(),
    });
    const postings = await Promise.all([
      ...text.map((key) => look('text', key)),
      ...story.map((key) => look('story', key)),
    ]);
    return openFingerprints(db, rankCandidates(postings, size));
  });
}

/** Where the number of fingerprints stands: to count 100,000 takes the browser half a second. */
const COUNT = 'fingerprints';

async function countFingerprints(db: HawashiDatabase): Promise<number> {
  const count = (await db.meta.get(COUNT))?.value;
  return typeof count === 'number' ? count : 0;
}

/** Fingerprints came or went, in the caller's transaction. */
export async function changeCount(db: HawashiDatabase, change: number): Promise<void> {
  if (change === 0) return;
  const count = await countFingerprints(db);
  await db.meta.put({ key: COUNT, value: Math.max(0, count + change) });
}

/** Nothing for one that an older version made: it is made again when the article is met again. */
function open({ articleId, packed, since }: KeptFingerprint): OpenFingerprint[] {
  try {
    return [{ articleId, fingerprint: unpackFingerprint(packed), since }];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
