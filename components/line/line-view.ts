/** What the quiet line at the foot of a page shows, and what the reader can do with it. */
import type { Note } from '@/core/model/note';
import type { Anchor } from '@/core/model/selector';
import type { Correction, Encounter, Explanation, Kin, Story } from '@/core/model/story';
import type { OrderedChange } from '@/core/stories/order-changes';
import type { Notice } from '../overlay/overlay-view';

export interface LineView {
  /** The line by itself; opened; or the notes of a copy, one by one. */
  shows: 'line' | 'story' | 'review';
  /** The reader has just asked for it: it takes the focus. */
  takesFocus: boolean;
  encounter: Encounter;
  /** Milliseconds since the epoch. */
  now: number;
  /** The followed story that the article is of. */
  following: Story | null;
  /** The article is remembered: what is asked of it can be answered. */
  isKept: boolean;
  why: { subject: WhySubject; explanation: Explanation | null } | null;
  /** What changed since the last visit, while it is marked in the text; null while it is not. */
  changes: { list: readonly OrderedChange[]; at: number } | null;
  /** What was read before is dimmed, in followed stories. */
  dimsRead: boolean;
  review: ReviewView;
  /** What was just done, with the way back, or what went wrong. */
  notice: Notice | null;
}

/** `at`: its place among its kin, which it keeps whatever the reader says of it. */
export type WhySubject = { kin: Kin; at: number } | { story: Story };

export interface ReviewView {
  /** In reading order; those without a place here last. */
  offers: readonly Offer[];
  /** An index of `offers`; past the last when all are answered. */
  at: number;
  /** The reader is to select the words to which the note at hand belongs. */
  isPlacing: boolean;
}

/** A note that waits for the reader's word. */
export interface Offer {
  note: Note;
  /** The article that it was made in; null for this one, before it was edited. Without a place one of this article is an orphan. */
  from: Kin | null;
  /** Where it stands in this text. */
  anchor: Anchor;
  /** The words that stand there now, where they are others. */
  now: string | null;
  state: 'waiting' | 'accepted' | 'refused';
}

export interface LineActions {
  open(): void;
  /** The line was not opened in its time, or the reader is done with it. */
  close(): void;
  openWhy(subject: WhySubject): void;
  closeWhy(): void;
  sayLikeness(says: Correction['says'] | null): void;
  followStory(): void;
  endFollowing(story: Story): void;
  showChanges(shown: boolean): void;
  stepChange(by: 1 | -1): void;
  setDimsRead(on: boolean): void;
  /** At this note, or at the first that waits. */
  openReview(noteId?: string): void;
  stepOffer(by: 1 | -1): void;
  /**
   * For the offer at hand; nothing where it cannot be, or has been, answered so.
   * To accept an orphan is to select its words.
   */
  answerOffer(answer: 'accepted' | 'refused'): void;
  /** No words are to be selected for the note at hand. */
  stopPlacing(): void;
  /** Takes back the answer to the offer at hand, or else the latest one. */
  undoAnswer(): void;
}
