/** What the reader of a page needs from outside, and what it gives. Page-owned: no messages, no browser API. */
import type { ArticleFacts } from '@/core/model/article';
import type { Entity } from '@/core/model/entity';
import type { Mention, Recognition } from '@/core/model/mention';
import type { Note } from '@/core/model/note';
import type { Result } from '@/core/model/result';
import type { Anchor, AnchorStatus, NotePlace } from '@/core/model/selector';
import type { Encounter } from '@/core/model/story';
import type { Reading } from './reading';

export interface CountedEntity {
  entity: Entity;
  count: number;
  /** At least one of its mentions acts ({@link Mention.acts}). */
  acts?: true;
}

/** `Failure` is whatever the outside says when it fails; it is handed on unread. */
export interface ReaderPorts<Failure> {
  document: Document;
  /** Milliseconds since the content script's start. */
  now(): number;
  /** `trace`: by what the text is known again ({@link ArticleFacts.trace}). */
  recognise(
    text: string,
    title: string,
  ): Promise<Result<Recognition & { trace?: string }, Failure>>;
  /** Remembers the article; gives back its notes. May be asked again as the article grows. No id: it is not to be remembered. */
  openArticle(
    article: ArticleFacts,
    entities: CountedEntity[],
  ): Promise<Result<{ articleId: string | null; notes: Note[] }, Failure>>;
  /** Compares the article with all that were read. May be asked again as the article grows. */
  meetArticle(reading: Reading): Promise<Result<Encounter, Failure>>;
  /** This is known of the article now, and nothing is marked in its text yet. */
  onEncounter(encounter: Encounter): void;
  /** The notes have their places, or have others than before. */
  onPlaced(): void;
  /** The article is read, but could not be remembered; asked again in a while. */
  onUnkept(failure: Failure): void;
  /** The address has become that of another page, without a new document. */
  onNavigate(url: string): void;
}

export type ReadingState =
  | 'off'
  | 'looking'
  | 'not-article'
  | 'reading'
  /** As `reading`, in a browser without the CSS Custom Highlight API. */
  | 'reading-unpainted'
  | 'failed';

/** A note with its place in the text. An article's own note has no place: null. */
export interface PlacedNote {
  note: Note;
  anchor: Anchor | null;
}

export interface ReadingReport<Failure> {
  state: ReadingState;
  /** With state `failed`. */
  failure?: Failure;
  /** Why the article that is read could not be remembered, nor its notes be had. */
  unkept?: Failure;
  article: ArticleFacts | null;
  articleId: string | null;
  /** In order of first mention. */
  entities: CountedEntity[];
  notes: ({ note: Note } & NotePlace)[];
  encounter: Encounter | null;
  /** Whole milliseconds from the content script's start; null until reached. */
  timings: Timings;
}

export interface Timings {
  detected: number | null;
  recognised: number | null;
  painted: number | null;
  /** The kept notes have their places. */
  anchored: number | null;
}

/** Where some words stand in the viewport now. */
export interface WordsOnPage {
  getClientRects(): DOMRect[];
  direction: 'ltr' | 'rtl';
}

/** A mention, and who or what it is. */
export interface MentionHit {
  mention: Mention;
  entity: Entity;
  /** Which mention of the entity it is, from 0. */
  index: number;
  count: number;
  words: WordsOnPage;
}

export interface NoteHit {
  note: Note;
  status: Exclude<AnchorStatus, 'orphan'>;
  words: WordsOnPage;
}

/** What lies under a point of the page: at least one of the two. Equal keys are the same things. */
export interface Under {
  key: string;
  mention: MentionHit | null;
  note: NoteHit | null;
}
