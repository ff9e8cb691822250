/** What the reader says in the review, written down: by the background only. */
import {
  NO_REVIEW,
  type NoteReview,
  type ReviewSettings,
} from '../../core/review/review-state';
import type { HawashiDatabase } from '../database';
import { NoSuchRecordError } from '../failure';
import { dueKeyOf, reviewKey, roundPrefix, SETTINGS_KEY } from './review-keys';

/** For so long what was forgotten can be brought back, in ms. */
const UNDO_TIME = 600_000;

/**
 * Keeps what the reader said of a note, unless something later is kept; gives
 * what is kept then. Twice is once. Throws {@link NoSuchRecordError} when the
 * note is gone for good.
 */
export function keepReview(db: HawashiDatabase, review: NoteReview): Promise<NoteReview> {
  return db.transaction('rw', db.meta, db.notes, async () => {
    if ((await db.notes.get(review.noteId)) === undefined) {
      throw new NoSuchRecordError(`no note ${review.noteId}`);
    }
    const { round } = await readReviewSettings(db);
    const key = reviewKey(round, review.noteId);
    const kept = (await db.meta.get(key))?.value as NoteReview | undefined;
    if (kept !== undefined && kept.changedAt >= review.changedAt) return kept;
    const before = kept && dueKeyOf(round, kept);
    if (before) await db.meta.delete(before);
    await db.meta.put({ key, value: review });
    const due = dueKeyOf(round, review);
    if (due !== null) await db.meta.put({ key: due, value: null });
    return review;
  });
}

/** Keeps what the reader wants of the review, unless something later is kept; gives what is kept then. */
export function keepReviewSettings(
  db: HawashiDatabase,
  settings: ReviewSettings,
): Promise<ReviewSettings> {
  return db.transaction('rw', db.meta, async () => {
    const kept = await readReviewSettings(db);
    if (kept.changedAt >= settings.changedAt) return kept;
    await db.meta.put({ key: SETTINGS_KEY, value: settings });
    return settings;
  });
}

export async function readReviewSettings(db: HawashiDatabase): Promise<ReviewSettings> {
  const kept = (await db.meta.get(SETTINGS_KEY))?.value;
  return { ...NO_REVIEW, ...(kept as Partial<ReviewSettings> | undefined) };
}

/** For who lets notes go for good. Joins a transaction over the facts. */
export async function dropReviews(
  db: HawashiDatabase,
  noteIds: readonly string[],
): Promise<void> {
  const { round } = await readReviewSettings(db);
  const kept = await db.meta.bulkGet(noteIds.map((id) => reviewKey(round, id)));
  const keys = kept.flatMap((row) => {
    if (row === undefined) return [];
    return [row.key, dueKeyOf(round, row.value as NoteReview) ?? []].flat();
  });
  await db.meta.bulkDelete(keys);
}

/** Lets go of earlier rounds once nobody can bring them back. `now` in ms; a clock set back waits no longer. */
export function dropForgottenReviews(db: HawashiDatabase, now: number): Promise<void> {
  return db.transaction('rw', db.meta, async () => {
    const settings = await readReviewSettings(db);
    const { round, forgottenAt } = settings;
    if (forgottenAt === null || Math.abs(now - forgottenAt) < UNDO_TIME) return;
    for (let earlier = 0; earlier < round; earlier++) {
      for (const prefix of roundPrefix(earlier)) {
        await db.meta.where('key').startsWith(prefix).delete();
      }
    }
    await db.meta.put({ key: SETTINGS_KEY, value: { ...settings, forgottenAt: null } });
  });
}
