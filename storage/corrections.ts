import type { Correction, Counterpart } from '../core/model/story';
import type { HawashiDatabase } from './database';
import type { KeptCorrection } from './schema';

/** What the reader said of an article and each other one, or story, by its id. */
export async function saidOf(
  db: HawashiDatabase,
  articleId: string,
): Promise<Map<string, Correction['says']>> {
  const kept = await db.corrections
    .where('first')
    .equals(articleId)
    .or('second')
    .equals(articleId)
    .toArray();
  const said = new Map<string, Correction['says']>();
  for (const { first, second, says } of kept) {
    if (says !== null) said.set(first === articleId ? second : first, says);
  }
  return said;
}

/** What the reader said of articles and one story. */
export async function correctionsOfStory(
  db: HawashiDatabase,
  storyId: string,
): Promise<Correction[]> {
  const kept = await db.corrections.where('second').equals(storyId).toArray();
  return kept.flatMap(({ says, ...rest }) => (says === null ? [] : [{ ...rest, says }]));
}

/** Where a correction is kept: two articles have one place, whichever was corrected. */
export function placeOf(
  articleId: string,
  counterpart: Counterpart,
): Pick<KeptCorrection, 'first' | 'second'> {
  if ('storyId' in counterpart) return { first: articleId, second: counterpart.storyId };
  const [first, second] = [articleId, counterpart.articleId].sort() as [string, string];
  return { first, second };
}

export interface CorrectionWish {
  articleId: string;
  with: Counterpart;
  /** Null takes back what was said. */
  says: Correction['says'] | null;
  /** What we had said, 0–1; null when that is not known. */
  score: number | null;
  /** When the reader said it, in ms since the epoch: a later word stands. */
  at: number;
}

/**
 * Keeps what the reader says of an article and another, or a story, of which it
 * becomes a part or is one no more. Repeating it changes nothing; taking it
 * back leaves the story as it was before.
 */
export function correctLikeness(
  db: HawashiDatabase,
  wish: CorrectionWish,
): Promise<void> {
  const { articleId, says, score, at } = wish;
  const place = placeOf(articleId, wish.with);
  return db.transaction('rw', db.corrections, db.memberships, async () => {
    const kept = await db.corrections.get([place.first, place.second]);
    if (kept !== undefined && (kept.at > at || kept.says === says)) return;
    if (kept === undefined && says === null) return;
    const isSpoken = kept !== undefined && kept.says !== null;
    const correction: KeptCorrection = {
      ...place,
      articleId,
      with: wish.with,
      says,
      // Not known, it agrees with the reader: such a correction moves no line.
      score: isSpoken ? kept.score : (score ?? Number(says === 'same')),
      at,
      membership: isSpoken ? kept.membership : null,
    };
    if ('storyId' in wish.with) {
      const { storyId } = wish.with;
      const before = isSpoken
        ? kept.membership
        : ((await db.memberships.get([storyId, articleId])) ?? null);
      correction.membership = before;
      await db.memberships.delete([storyId, articleId]);
      if (says === null && before !== null) await db.memberships.put(before);
      if (says === 'same') {
        await db.memberships.put({
          storyId,
          articleId,
          score: correction.score,
          by: 'reader',
          visitId: null,
          at,
        });
      }
    }
    await db.corrections.put(correction);
  });
}

/** A note of a copy is not wanted in this article, or is again; the later wish stands. */
export function refuseCarried(
  db: HawashiDatabase,
  wish: { noteId: string; articleId: string; refused: boolean; at: number },
): Promise<void> {
  return db.transaction('rw', db.refusals, async () => {
    const kept = await db.refusals.get([wish.noteId, wish.articleId]);
    if (kept === undefined || kept.at <= wish.at) await db.refusals.put(wish);
  });
}
