/** Articles that belong together, and what an article has to do with those read before. */
import type { Reason, Verdict } from '../similarity/compare-fingerprints';
import type { Localised } from './entity';
import type { Note } from './note';
import type { TextSpan } from './selector';

/** A story the reader follows, or followed once. */
export interface Story {
  /** UUID, or `seed/…` for one that the extension brings along. */
  id: string;
  /** As the reader calls it; empty for a seed that was not renamed. */
  name: string;
  /** What a seed is called until the reader renames it. */
  names?: Localised;
  followed: boolean;
  /** Milliseconds since the epoch, as all times here. */
  createdAt: number;
  updatedAt: number;
}

export type Likeness = Exclude<Verdict, 'different'>;

/** An article read before that has to do with the one before the reader. */
export interface Kin {
  articleId: string;
  verdict: Likeness;
  /** 0–1, see `core/similarity/compare-fingerprints.ts`. */
  score: number;
  url: string;
  title: string;
  siteName: string;
  /** ISO 8601, as the page said it. */
  published?: string;
  /** When the reader first opened it. */
  firstReadAt: number;
  /** Notes on it, the trash left out. */
  notes: number;
}

/** A followed story of which an article is, or to which it is related. */
export interface StoryMeeting {
  story: Story;
  /** `same-text`: it is the very article with which the story came along. */
  verdict: Likeness;
  score: number;
  /** It had not been read as part of the story before this visit. */
  isNew: boolean;
  /** Other articles of the story that were read, and notes on them. */
  articles: number;
  notes: number;
}

/** What became of an article's paragraphs. Offsets are of the text as it is now. */
export interface TextChanges {
  added: TextSpan[];
  changed: {
    /** The paragraph. */
    span: TextSpan;
    /** What it was. */
    before: string;
    /** Words of it that are new. */
    words: TextSpan[];
  }[];
  removed: {
    text: string;
    /** Offset before which it stood. */
    at: number;
  }[];
}

/** A note of another article with the same text, offered to this one. */
export interface CarriedNote {
  note: Note;
  from: Kin;
}

/** What is known of an article when the reader has it before them. */
export interface Encounter {
  /** Why nothing of this visit is kept; null when it is. */
  unrecorded: 'paused' | 'private' | null;
  /** The last visit before this one; null for the first. */
  lastReadAt: number | null;
  /** How often it was opened before this visit, at least. */
  timesRead: number;
  /** Since that visit; null when nothing changed, or it is not known. */
  changes: TextChanges | null;
  /** The same text at other addresses, the one read first before the others. */
  copies: Kin[];
  /** Other reports of the same story that were read, likeliest first. */
  sameStory: Kin[];
  /** Likeliest first; a few. */
  related: Kin[];
  /** Followed stories, likeliest first. */
  stories: StoryMeeting[];
  carried: CarriedNote[];
}

/** What an article is compared with. */
export type Counterpart = { articleId: string } | { storyId: string };

/** A verdict, opened. */
export interface Explanation {
  verdict: Verdict;
  score: number;
  reasons: readonly Reason[];
  /** Passages that both have, longest first; empty when the other text is not kept. */
  passages: { quote: string; words: number }[];
  /** What the reader said of it. */
  said: Correction['says'] | null;
  /** The article compared with: of a story, its likeliest. Null when that is the seed itself. */
  other: Kin | null;
}

/** The reader's own verdict on an article and another, or a story. */
export interface Correction {
  articleId: string;
  with: Counterpart;
  says: 'same' | 'different';
  /** What we had said. */
  score: number;
  at: number;
}
