import { candidateKeys } from '../core/similarity/candidate-keys';
import type { Fingerprint } from '../core/similarity/fingerprint';
import { packFingerprint, unpackFingerprint } from '../core/similarity/pack-fingerprint';
import { MOST_POSTINGS, rankCandidates } from '../core/similarity/rank-candidates';
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
): Omit<KeptFingerprint, 'number'> {
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
  const rows = await db.fingerprints
    .where('articleId')
    .anyOf([...articleIds])
    .toArray();
  const found = new Map(rows.map((row) => [row.articleId, row]));
  return articleIds.flatMap((id) => open(found.get(id)));
}

/**
 * The articles most worth comparing with this one, likeliest first, fifty at
 * most; itself among them when it is kept. Reads of no key more entries than
 * are followed: it takes as long among 100,000 articles as among few.
 */
export function findCandidates(
  db: HawashiDatabase,
  fingerprint: Fingerprint,
): Promise<OpenFingerprint[]> {
  // One transaction for all: each of its own would cost more than the look.
  return db.transaction('r', db.fingerprints, async () => {
    const { text, story } = candidateKeys(fingerprint);
    const look = async (of: 'text' | 'story', key: number) => ({
      of,
      ids: await db.fingerprints
        .where(`${of}Keys`)
        .equals(key)
        .limit(MOST_POSTINGS + 1)
        .primaryKeys(),
    });
    const postings = await Promise.all([
      ...text.map((key) => look('text', key)),
      ...story.map((key) => look('story', key)),
    ]);
    const rows = await db.fingerprints.bulkGet(rankCandidates(postings));
    return rows.flatMap(open);
  });
}

/** Nothing for one that an older version made: it is made again when the article is met again. */
function open(row: KeptFingerprint | undefined): OpenFingerprint[] {
  if (row === undefined) return [];
  const { articleId, packed, since } = row;
  try {
    return [{ articleId, fingerprint: unpackFingerprint(packed), since }];
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
