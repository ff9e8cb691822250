/** What is remembered of a note that comes back from time to time. Days are local days, counted from 1970-01-01. */

export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
/** How well the reader knew it. */
export type Grade = (typeof GRADES)[number];

export const SESSION_SIZES = [5, 10, 20] as const;
export type SessionSize = (typeof SESSION_SIZES)[number];

/** A note that was answered. */
export interface ReviewState {
  /** The day on which it is to come again. */
  due: number;
  /** The day of the last answer. */
  last: number;
  /** As FSRS has it: days until nine of ten would still know it, and 1 to 10. */
  stability: number;
  difficulty: number;
  /** Answers, and those that were `again` but for the first. */
  answers: number;
  lapses: number;
  /** With which numbers it was worked out (`schedule.ts`). */
  parameters: number;
}

/** What the reader said of a note, as kept. */
export interface NoteReview {
  noteId: string;
  /** Null: it has never come. */
  state: ReviewState | null;
  /** It is not to come any more. */
  left: boolean;
  /** When the reader said so, in ms; of two, the later stands. */
  changedAt: number;
}

/** What the reader wants of the review. */
export interface ReviewSettings {
  on: boolean;
  /** Notes of one sitting. */
  atOnce: SessionSize;
  /** What was said in an earlier round is forgotten. */
  round: number;
  /** When the round before was forgotten, in ms: for a while that can be undone; null: there is none to undo. */
  forgottenAt: number | null;
  /** Milliseconds; of two, the later stands. */
  changedAt: number;
}

export const NO_REVIEW: ReviewSettings = {
  on: false,
  atOnce: 10,
  round: 0,
  forgottenAt: null,
  changedAt: 0,
};
