/** What the daily review shows, and what the reader can do there. */
import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import type { Grade, SessionSize } from '@/core/review/review-state';

/** What was said of a note of the sitting. */
export type Said = Grade | 'skipped' | 'left';

export interface Card {
  note: Note;
  /** Null when it is not kept. */
  article: Article | null;
  /** By each answer, after how many days it would come again. */
  waits: Record<Grade, number>;
}

export interface Sitting {
  /** Notes of it, and those that are through. */
  all: number;
  done: number;
  /** One for each that is through, the first first. */
  said: readonly Said[];
  /** Null while it is read, and at the end. */
  card: Card | null;
}

export interface ReviewPart {
  on: boolean;
  atOnce: SessionSize;
  /** What a sitting would bring now: notes that are due, and that come for the first time. */
  due: number;
  fresh: number;
  /** Those that the reader wants to see no more. */
  left: number;
  /** In how many days the next are due, and how many; null: none is. */
  next: { inDays: number; notes: number } | null;
  sitting: Sitting | null;
}

export interface ReviewActions {
  beginReview(): void;
  /** Back to the start page; what was said is kept. */
  endSitting(): void;
  answerCard(grade: Grade): void;
  skipCard(): void;
  /** It is not to come any more. */
  leaveCard(): void;
  /** Takes the last answer of the sitting back. */
  undoAnswer(): void;
  /** All that were left are to come again. */
  bringLeftAgain(): void;
  setSessionSize(atOnce: SessionSize): void;
  turnReviewOff(forget: boolean): void;
}
