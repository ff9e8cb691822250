/**
 * Where the review lies in the table of facts about the database. Two rows for a
 * note: one by its id, with all that is kept, and an empty one by the day on
 * which it is due, so that what is due is a range of keys, however many notes
 * there are.
 */
import type { NoteReview } from '../../core/review/review-state';

export const SETTINGS_KEY = 'review-settings';

/** Of those that are not to come any more; behind all days. */
const LEFT = 'left';

/** As many digits as there are days in 2,700 years. */
const DIGITS = 6;

export const roundPrefix = (round: number) => [
  `review/${round}/`,
  `review-due/${round}/`,
];

export const reviewKey = (round: number, noteId: string) => `review/${round}/${noteId}`;

const dueKey = (round: number, day: string, noteId: string) =>
  `review-due/${round}/${day}/${noteId}`;

/** The key by which a note is found when it is due; null: it has none. */
export function dueKeyOf(round: number, review: NoteReview): string | null {
  const { noteId, state, left } = review;
  if (left) return dueKey(round, LEFT, noteId);
  return state === null ? null : dueKey(round, digitsOf(state.due), noteId);
}

/** All keys of notes that are due from one day to another, both included. */
export function dueRange(round: number, from: number, to: number): [string, string] {
  return [dueKey(round, digitsOf(from), ''), dueKey(round, digitsOf(to), '\uffff')];
}

export function leftRange(round: number): [string, string] {
  return [dueKey(round, LEFT, ''), dueKey(round, LEFT, '\uffff')];
}

export const LAST_DAY = 10 ** DIGITS - 1;

function digitsOf(day: number): string {
  return String(Math.min(LAST_DAY, Math.max(0, day))).padStart(DIGITS, '0');
}

export const noteIdOf = (key: string) => key.slice(key.lastIndexOf('/') + 1);

/** The day in a key of {@link dueRange}. */
export const dayOf = (key: string) => Number(key.split('/')[2]);
