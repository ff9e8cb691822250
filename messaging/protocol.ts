/**
 * THE list of messages: direction, request, reply. Every request is validated
 * where it arrives (`validate.ts`); every reply is a `Result`.
 *
 * The on/off switch of a site is not a message: it is a key in
 * `browser.storage.local` that every context watches (`storage/site-switch.ts`).
 */
import type { ExportedSighting } from '../core/export/export-data';
import type { Article, ArticleFacts } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import type { MentionStep, Recognition } from '../core/model/mention';
import type { Note, NoteDraft } from '../core/model/note';
import type { Result } from '../core/model/result';
import type { AnchorStatus, NotePlace, TextSpan } from '../core/model/selector';
import type { Counterpart, Encounter, Explanation, Story } from '../core/model/story';
import type { NoteEdit } from '../core/notes/edit-note';
import type { NoteVersion } from '../core/notes/note-version';
import type { NoteReview, ReviewSettings } from '../core/review/review-state';
import type { NamedInText } from '../core/similarity/names-of';
import type { ReadText } from '../core/xray/xray';

export type FailureCode =
  /** The message did not have the shape of the protocol: a bug or a hostile sender. */
  | 'bad-message'
  /** The disk or the quota is full: nothing was written, what was kept is safe. */
  | 'storage-full'
  /** The database cannot be opened or was closed or deleted under us. */
  | 'storage-unavailable'
  /** The database was written by a newer version of the extension. */
  | 'storage-newer'
  /** The database must be brought into a new form, and an older version has it open: it goes on when that is closed. */
  | 'storage-blocked'
  /** The database could not be brought into a new form; it is as it was, and can be exported. */
  | 'storage-migration'
  | 'not-found'
  /** Asked for in a private window, from which nothing is written. */
  | 'private'
  /** The other side is not there: no content script in the tab, or the extension was updated. */
  | 'unreachable'
  | 'unexpected';

export interface Failure {
  code: FailureCode;
  /** For a developer's eyes (English); the reader's words come from `locales/` by code. */
  message: string;
}

export type Reply<T> = Result<T, Failure>;

/** An entity of an article, with how often it is mentioned there. */
export interface EntityCount {
  entity: Entity;
  count: number;
  /** It is a place that acts there at least once: an actor. */
  acts?: true;
}

/** Content script or extension page → background. */
export interface BackgroundMessages {
  /** Names in a text. `title` is not part of the offsets; it only helps. */
  recognise: {
    request: { text: string; title?: string };
    /** `trace` belongs to the article's facts from here on. */
    reply: Recognition & { trace: string };
  };
  /**
   * The reader has an article before them: remember it and its entities, give
   * back its notes. `visitId` (UUID) is one for a page's load or in-page
   * navigation.
   */
  'open-article': {
    request: { article: ArticleFacts; visitId: string; entities: EntityCount[] };
    /** No id where nothing is recorded of an article that is not known. */
    reply: { articleId: string | null; notes: Note[]; firstOpenedAt: number };
  };
  'list-notes': { request: { article: ArticleFacts }; reply: { notes: Note[] } };
  /**
   * Insert or update, decided by `note.id` and `note.updatedAt`: the same
   * message twice changes nothing the second time. Creates the article if need be.
   */
  'save-note': {
    request: { article: ArticleFacts; note: NoteDraft };
    reply: { note: Note };
  };
  /** The earlier states of a note of this article (`core/notes/note-version.ts`). */
  'list-versions': {
    request: { article: ArticleFacts; noteId: string };
    reply: { versions: NoteVersion[] };
  };
  /** Into the trash, or out of it (`deletedAt: null`). `at` in ms; the later change wins. */
  'set-note-deleted': {
    request: { noteId: string; deleted: boolean; at: number };
    reply: { note: Note };
  };
  /** Tags, colours, throws away or takes back many notes, all or none; the later change of a note stands. `at` in ms. */
  'change-notes': {
    request: { edits: NoteEdit[]; at: number };
    reply: { changed: number };
  };
  /**
   * Lets notes of the trash go for good; those thrown away after `at` (ms) stay. The
   * reader was asked. Gives how many went.
   */
  'purge-notes': {
    request: { what: { noteId: string } | { all: true }; at: number };
    reply: { purged: number };
  };
  /** What the reader said of a note in the daily review, whole; of two states of a note the later stands. */
  'keep-review': { request: { review: NoteReview }; reply: { review: NoteReview } };
  /** What the reader wants of the daily review; a new round forgets what was said before. The later stands. */
  'keep-review-settings': {
    request: { settings: ReviewSettings };
    reply: { settings: ReviewSettings };
  };
  /** In how many articles the reader has met this entity, how often in all, and since when (ms). */
  'entity-history': {
    request: { entityId: string };
    reply: { articles: number; mentions: number; firstSeenAt: number | null };
  };
  /**
   * The text of the article before the reader, to be compared with all that were
   * read, and remembered; the same visit may send it again as content arrives.
   */
  'meet-article': {
    request: {
      article: ArticleFacts;
      visitId: string;
      text: string;
      /** Most mentioned first; a few hundred at most. */
      names: NamedInText[];
    };
    reply: Encounter;
  };
  /** The page went on to another address without a load: nothing is said of the tab until the next meeting. */
  'leave-article': { request: Record<string, never>; reply: Record<string, never> };
  /** Why an article is taken for what it is taken for. */
  'explain-likeness': {
    request: { articleId: string; with: Counterpart };
    reply: Explanation;
  };
  /** The reader's own verdict; `null` takes it back. Every later meeting respects it. */
  'correct-likeness': {
    request: {
      articleId: string;
      with: Counterpart;
      says: 'same' | 'different' | null;
      at: number;
    };
    reply: Record<string, never>;
  };
  /** Follows the story of an article. `storyId` (UUID) is made by the sender: twice is once. */
  'follow-story': {
    request: { storyId: string; articleId: string; name: string; at: number };
    reply: { story: Story };
  };
  /** Renames a story, ends following it, or follows it again. */
  'change-story': {
    request: { storyId: string; name?: string; followed?: boolean; at: number };
    reply: { story: Story };
  };
  /** Sentences of a text that stand, nearly the same, in articles of the story read before. */
  'find-read-sentences': {
    request: { storyId: string; article: ArticleFacts; text: string };
    reply: { read: TextSpan[] };
  };
  /** Where the notes of the article before the reader were found, as far as the page shows it. */
  'keep-places': {
    request: {
      article: ArticleFacts;
      places: { noteId: string; status: AnchorStatus }[];
    };
    reply: Record<string, never>;
  };
  /** A note of a copy is not wanted here; `refused: false` takes that back. */
  'refuse-carried': {
    request: { noteId: string; articleId: string; refused: boolean; at: number };
    reply: Record<string, never>;
  };
  /**
   * Forgets what was read: fingerprints, texts, sightings, and articles without notes.
   * Notes stay. `token` (UUID) is made by the sender, who may undo it for a few minutes.
   */
  'forget-history': {
    request: { token: string; what: Forgettable; at: number };
    reply: { articles: number };
  };
  'undo-forgetting': { request: { token: string }; reply: { articles: number } };
  /** Writes what the backup inside the browser does not know yet, and keeps this moment as one to go back to. */
  'back-up-now': { request: Record<string, never>; reply: Record<string, never> };
  /** Brings the notes of a generation of the backup back, through the merge. `token` (UUID) as in `forget-history`. */
  'restore-backup': {
    request: { token: string; generation: number };
    reply: BroughtCounts;
  };
  /** A piece of a file, through the merge. Many pieces of one file have one token. */
  'bring-back': {
    request: {
      token: string;
      articles: Article[];
      notes: Note[];
      versions: NoteVersion[];
      /** What readings of `articles` found, where the file tells it. */
      entities: Entity[];
      sightings: ExportedSighting[];
      reviews?: NoteReview[] | undefined;
      /** Ids of articles of the file: two of one address that come together are two. */
      ofFile: string[];
    };
    reply: BroughtCounts;
  };
  /** What came goes into the trash, what changed says what it said before. */
  'undo-bringing-back': { request: { token: string }; reply: { notes: number } };
  /** The page has something to show: bring the script with the overlay into it. Twice is as good as once. */
  'bring-margin': { request: Record<string, never>; reply: Record<string, never> };
}

/** Notes that were not there, that were there with other words, that were there. */
export interface BroughtCounts {
  added: number;
  changed: number;
  same: number;
}

export type Forgettable =
  | { articleId: string }
  /** A host without `www.`, and its subdomains. */
  | { site: string }
  | { all: true };

/** Extension page or background → content script of one tab. */
export interface PageMessages {
  'describe-page': { request: Record<string, never>; reply: PageReport };
  /** Scrolls to a mention of the entity and flashes it. */
  'jump-to-mention': {
    request: { entityId: string; step: MentionStep };
    /** `index` counts from 0. */
    reply: { index: number; count: number };
  };
  /** All that was read of the page, for who looks at the whole (the side panel). */
  'read-text': {
    request: Record<string, never>;
    reply: ReadText & { stamp: number };
  };
  'jump-to-note': { request: { noteId: string }; reply: { found: boolean } };
  /**
   * The reader's word on a note's place: it belongs to the words where it was
   * found, it does not, or take the last such word back.
   */
  'settle-note': {
    request: { noteId: string; answer: PlaceAnswer };
    reply: { done: boolean };
  };
  /** Has the reader select the words to which a note without a place belongs. */
  'relink-note': { request: { noteId: string }; reply: { found: boolean } };
  /** Opens the line of the page at what changed since the last visit. */
  'show-changes': { request: Record<string, never>; reply: { found: boolean } };
  /** Read this page though it was not taken for an article. */
  'read-anyway': { request: Record<string, never>; reply: PageReport };
  /** The reader corrected a likeness, followed or forgot something: meet the article again. */
  'history-changed': { request: Record<string, never>; reply: Record<string, never> };
  /** Notes of some article were written elsewhere: fetch them again if they may be yours; null: of any. */
  'notes-changed': {
    request: { articleId: string | null };
    reply: Record<string, never>;
  };
}

/** Which part of the text is before the reader, in UTF-16 offsets; `stamp` is that of `read-text`. */
export interface TextView {
  stamp: number;
  /** Null when no part of the article is. */
  span: TextSpan | null;
}

export type PlaceAnswer = 'here' | 'not-here' | 'undo';

export type PageState =
  /** Still looking, or waiting for content. */
  | 'looking'
  | 'not-article'
  | 'reading'
  /** Switched off for this page or site: no trace left. */
  | 'off'
  /** Recognised, but this browser cannot paint (no CSS Custom Highlight API). */
  | 'reading-unpainted'
  | 'failed';

export interface PageReport {
  state: PageState;
  /** With state `failed`. */
  failure?: Failure;
  /** The article is read, but could not be remembered, nor its notes be had: why. */
  unkept?: Failure;
  article: ArticleFacts | null;
  articleId: string | null;
  /** In order of first mention. */
  entities: EntityCount[];
  notes: ({ note: Note } & NotePlace)[];
  /** What is known of the article; null until it has been compared. */
  encounter: Encounter | null;
  /** Milliseconds from the content script's start, whole steps; null until reached. */
  timings: Record<'detected' | 'recognised' | 'painted' | 'anchored', number | null>;
}

export type BackgroundMessageName = keyof BackgroundMessages;
export type PageMessageName = keyof PageMessages;

/** What travels: `hawashi` tells our messages from other senders'. */
export interface Envelope<Name extends string, Request> {
  hawashi: 1;
  name: Name;
  request: Request;
  /** From an extension page that speaks for a private window. Of a page's own script the browser says so. */
  isPrivate?: true;
}
