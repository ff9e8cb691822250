/** What was said of notes in the review, for an export. */
import type { NoteReview } from '../../core/review/review-state';
import type { HawashiDatabase } from '../database';
import { readReviewSettings } from './keep-review';
import { reviewKey, roundPrefix } from './review-keys';

/** Of all notes, or of these. Joins a transaction over the facts. */
export async function readReviewsOf(
  db: HawashiDatabase,
  noteIds: readonly string[] | 'all',
): Promise<NoteReview[]> {
  const { round } = await readReviewSettings(db);
  const rows =
    noteIds === 'all'
      ? await db.meta
          .where('key')
          .startsWith(roundPrefix(round)[0] ?? '')
          .toArray()
      : await db.meta.bulkGet(noteIds.map((id) => reviewKey(round, id)));
  return rows.flatMap((row) => (row === undefined ? [] : (row.value as NoteReview)));
}
