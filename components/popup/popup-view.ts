/** What the popup shows, and what the reader can do there. */
import type { FormatId } from '@/core/export/format-ids';
import type { ArticleFacts } from '@/core/model/article';
import type { Entity } from '@/core/model/entity';
import type { MentionStep } from '@/core/model/mention';
import type { Note } from '@/core/model/note';
import type { AnchorStatus, NotePlace } from '@/core/model/selector';
import type { Encounter, Explanation, Kin, Story } from '@/core/model/story';
import type { EarlierWords } from '@/core/notes/earlier-words';
import type { NoteChange } from '@/core/notes/note-change';
import type { NoteVersion } from '@/core/notes/note-version';
import type { SpokenNotice } from '../control/NoticeLine';
import type { Saving } from '../note/SavingStatus';

/** An entity of the article, and how often it is mentioned there. */
export interface EntityRow {
  entity: Entity;
  count: number;
  /** It is a place that acts in the article. */
  acts?: true;
  /** In how many other articles the reader met it; absent while that is not known. */
  before?: number;
}

/** How far Hawashi is with the page in the tab. */
export type PopupPage =
  /** Nothing known yet, or the page is still being read. */
  | { type: 'looking' }
  /** A page of the browser, a store, a file: no extension may read it. */
  | { type: 'forbidden' }
  /** The browser does not say what page it is. */
  | { type: 'hidden' }
  /** A site that the reader has not allowed. */
  | { type: 'not-allowed' }
  | { type: 'off' }
  | { type: 'not-article' }
  /** `code` is a `FailureCode` of the protocol. */
  | { type: 'failed'; code: string }
  | {
      type: 'reading';
      /** False where the browser cannot paint. */
      painted: boolean;
      /** In order of first mention. */
      entities: EntityRow[];
      /** Why neither the article nor new notes can be kept, as a `FailureCode`. */
      unkept?: string;
    };

/** A note of the page, where its words were found (null: not looked for), and how its saving goes. */
export interface NoteRow extends Omit<NotePlace, 'anchor'> {
  note: Note;
  anchor: AnchorStatus | null;
  saving: Saving;
  /** Its earlier states, in no order. */
  versions: readonly NoteVersion[];
}

/** Where the last jump led: mention `index` (from 0) of `count`. */
export interface JumpPosition {
  entityId: string;
  index: number;
  count: number;
}

export type KinList = 'copies' | 'sameStory' | 'related';

/** Of what the reader asks "Why?": an article of a list, at its place there, or a story. */
export type WhySubject = { kin: Kin; list: KinList; at: number } | { story: Story };

/** The story that the article before the reader belongs to, as far as it is known. */
export interface StoryView {
  /** Null until the article was compared with those read before. */
  encounter: Encounter | null;
  /** The followed story that it is of. */
  following: Story | null;
  /** It is kept, so it can be followed, and asked about. */
  isKept: boolean;
  recording: boolean;
  /** What was asked; the answer is null until it is there. */
  why: { subject: WhySubject; explanation: Explanation | null } | null;
  /** Milliseconds since the epoch. */
  now: number;
}

export interface PopupState {
  page: PopupPage;
  article: ArticleFacts | null;
  /** The host, as the reader knows it; null where there is no site. */
  site: string | null;
  /** Null where there is nothing to switch. */
  switches: { site: boolean; page: boolean } | null;
  notes: NoteRow[];
  /** Notes on other articles that stood at this address. */
  former: readonly { articleId: string; title: string; notes: readonly Note[] }[];
  /** The page is in a private window: its notes are kept in memory only. */
  isPrivate: boolean;
  /** Null on a page that is not being read. */
  story: StoryView | null;
  /** Whether what is read is remembered. */
  recording: boolean;
  /** There is an article here that is remembered. */
  canForget: boolean;
  /** This browser has a side panel that the popup can open. */
  hasPanel: boolean;
  /** How the notes are kept; null until it is known. */
  keeping: { notes: number; bytes: number | null; writtenAt: number | null } | null;
  /** Why the notes cannot be read, as a `FailureCode`; null when they can. */
  unreadable: string | null;
  /** Notes that were brought back by themselves; null when the reader knows, or there were none. */
  broughtBack: number | null;
  exporting: ExportView;
  jump: JumpPosition | null;
  notice: SpokenNotice | null;
  /** Something was asked of the browser or the page, and the answer is still out. */
  busy: boolean;
}

/** `note:ID` is one note of the page. */
export type ExportScope = 'page' | 'everything' | `note:${string}`;
export type ExportFormat = FormatId;

export interface ExportView {
  /** How the file that was asked for last begins. */
  preview: string | null;
  /** How much of a file is written, 0 to 1; null when none is being written. */
  share: number | null;
}

export interface PopupActions {
  switchSite(on: boolean): void;
  switchPage(on: boolean): void;
  readAnyway(): void;
  readOnce(): void;
  /** Must be called straight from a click: the browser asks the reader only then. */
  allowSite(): void;
  reloadPage(): void;
  jumpToMention(entityId: string, step: MentionStep): void;
  jumpToNote(noteId: string): void;
  /** Whether a note of which the place is in doubt belongs there. */
  settlePlace(noteId: string, isHere: boolean): void;
  /** Leads to the page, to select the words of a note that has no place there. */
  relinkNote(noteId: string): void;
  changeNote(noteId: string, change: NoteChange): void;
  deleteNote(noteId: string): void;
  bringBack(noteId: string, earlier: EarlierWords): void;
  exportNotes(scope: ExportScope, format: ExportFormat): void;
  previewExport(scope: ExportScope, format: ExportFormat): void;
  cancelExport(): void;
  /** To the clipboard: as Markdown, or the quote with a link to its place. */
  copyNote(noteId: string, as: 'markdown' | 'link'): void;
  followStory(): void;
  endFollowing(story: Story): void;
  openWhy(subject: WhySubject): void;
  closeWhy(): void;
  /** The reader's own verdict on what {@link openWhy} was asked of; null takes it back. */
  sayLikeness(says: 'same' | 'different' | null): void;
  /** Leads to the notes of a copy that wait in the page. */
  reviewCarried(): void;
  /** Leads through what changed in the page since the last visit. */
  showChanges(): void;
  setRecording(on: boolean): void;
  forgetArticle(): void;
  /** Must be called straight from a click, as {@link allowSite}. */
  openPanel(): void;
  /** The library, or one page of it: an address within it, with its `#`. */
  openLibrary(place?: string): void;
  acceptBroughtBack(): void;
  undoBroughtBack(): void;
  toggleLanguage(): void;
  dismissNotice(): void;
}
