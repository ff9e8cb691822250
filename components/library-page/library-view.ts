/** What the library shows, and what the reader can do there. */
import type { Article } from '@/core/model/article';
import type { Note } from '@/core/model/note';
import type { NoteQuery } from '@/core/model/search';
import type { Correction, Explanation, Story } from '@/core/model/story';
import type { SpokenNotice } from '../control/NoticeLine';
import type { AboutActions, AboutStoryPart, ArticlePart, EntityPart } from './about-view';
import type { CalendarActions, CalendarPart, CalendarRoute } from './calendar-view';
import type { KeepingActions, KeepingPart } from './keeping-view';
import type { NotesActions, NotesPart } from './notes-view';
import type { ReviewActions, ReviewPart } from './review-view';

export type Route =
  | { type: 'notes'; query: NoteQuery }
  | { type: 'article'; articleId: string }
  | { type: 'entity'; entityId: string }
  | { type: 'stories' }
  | { type: 'story'; storyId: string }
  | { type: 'review' }
  | { type: 'history' }
  | CalendarRoute
  | { type: 'trash' }
  | { type: 'settings' };

/** A story with what was read of it. */
export interface StoryRow {
  story: Story;
  articles: number;
  /** The trash left out. */
  notes: number;
  /** When the last of them came in, ms since the epoch. */
  latestAt: number | null;
}

export interface StoryArticleRow {
  article: Article;
  /** How it came in. */
  by: 'found' | 'reader' | 'seed';
  notes: number;
  /** The reader's own verdict: those said to be different are not of the story. */
  said: Correction['says'] | null;
}

export interface HistoryRow {
  article: Article;
  notes: number;
  /** Milliseconds since the epoch. */
  readAt: number;
}

export interface HistoryPart {
  query: string;
  /** The last read first; as many as were asked for. */
  articles: HistoryRow[];
  /** Of all articles that fit the query. */
  total: number;
  /** With their numbers of articles; null until they are asked for. */
  sites: { site: string; articles: number }[] | null;
}

/** A note that was thrown away. */
export interface TrashRow {
  note: Note;
  /** Null when it is not kept. */
  article: Article | null;
}

export interface TrashPart {
  query: string;
  /** The last thrown away first; as many as were asked for. */
  notes: TrashRow[];
  /** Of all that fit the query. */
  total: number;
}

/** Days that the history is kept; null: for ever. */
export type KeepDays = 30 | 90 | 365 | null;
export const KEEP_CHOICES: readonly KeepDays[] = [30, 90, 365, null];

export interface HistorySettings {
  recording: boolean;
  keepDays: KeepDays;
  showLine: boolean;
  markNew: boolean;
}

/** The article of a story whose reasons are open; null while they are being found. */
export interface OpenWhy {
  articleId: string;
  explanation: Explanation | null;
}

/** A part is null until it has been read. */
export interface LibraryState {
  route: Route;
  notes: NotesPart | null;
  /** The route's article; `gone` when it is not kept. */
  aboutArticle: ArticlePart | 'gone' | null;
  aboutEntity: EntityPart | 'gone' | null;
  review: ReviewPart | null;
  /** Notes of the review that are due; 0 while it is off. */
  dueNotes: number;
  /** Of the route's story. */
  aboutStory: AboutStoryPart | null;
  stories: StoryRow[] | null;
  /** Of the route's story. */
  articles: StoryArticleRow[] | null;
  why: OpenWhy | null;
  history: HistoryPart | null;
  calendar: CalendarPart | null;
  trash: TrashPart | null;
  settings: HistorySettings | null;
  keeping: KeepingPart | null;
  /** Notes that were brought back by themselves, since the browser had lost them. */
  broughtBack: number | null;
  /** Why nothing can be read, as a `FailureCode` of the protocol. */
  failure: string | null;
  notice: SpokenNotice | null;
  /** Milliseconds since the epoch, for what is said of days. */
  now: number;
}

export interface LibraryActions
  extends KeepingActions,
    NotesActions,
    AboutActions,
    ReviewActions,
    CalendarActions {
  /** The reader knows that notes were brought back. */
  acceptBroughtBack(): void;
  undoBroughtBack(): void;
  renameStory(storyId: string, name: string): void;
  setFollowed(storyId: string, followed: boolean): void;
  /** Opens the reasons of an article's place in the story; closes those that are open. */
  toggleWhy(articleId: string): void;
  /** The reader's verdict on an article and the route's story; null takes it back. */
  say(articleId: string, says: Correction['says'] | null): void;
  search(query: string): void;
  showSites(): void;
  showMore(): void;
  forgetArticle(articleId: string): void;
  forgetSite(site: string): void;
  forgetEverything(): void;
  searchTrash(query: string): void;
  showMoreTrash(): void;
  restoreNote(noteId: string): void;
  /** For good: the reader has been asked. */
  purgeNote(noteId: string): void;
  emptyTrash(): void;
  changeSettings(change: Partial<HistorySettings>): void;
  toggleLanguage(): void;
  dismissNotice(): void;
}
