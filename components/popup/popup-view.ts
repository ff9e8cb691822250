/** What the popup shows, and what the reader can do there. */
import type { ArticleFacts } from '@/core/model/article';
import type { Entity } from '@/core/model/entity';
import type { Note, NoteColour } from '@/core/model/note';
import type { AnchorStatus } from '@/core/model/selector';
import type { SpokenNotice } from '../control/NoticeLine';
import type { Saving } from '../note/SavingStatus';

/** An entity of the article, and how often it is mentioned there. */
export interface EntityRow {
  entity: Entity;
  count: number;
  /** It is a place that acts in the article. */
  acts?: true;
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
export interface NoteRow {
  note: Note;
  anchor: AnchorStatus | null;
  saving: Saving;
}

/** Where the last jump led: mention `index` (from 0) of `count`. */
export interface JumpPosition {
  entityId: string;
  index: number;
  count: number;
}

export interface PopupState {
  page: PopupPage;
  article: ArticleFacts | null;
  /** The host, as the reader knows it; null where there is no site. */
  site: string | null;
  /** Null where there is nothing to switch. */
  switches: { site: boolean; page: boolean } | null;
  notes: NoteRow[];
  jump: JumpPosition | null;
  notice: SpokenNotice | null;
  /** Something was asked of the browser or the page, and the answer is still out. */
  busy: boolean;
}

export type ExportScope = 'page' | 'everything';
export type ExportFormat = 'json' | 'markdown';

export interface NoteChange {
  body?: string;
  colour?: NoteColour;
  tags?: string[];
}

export interface PopupActions {
  switchSite(on: boolean): void;
  switchPage(on: boolean): void;
  readAnyway(): void;
  readOnce(): void;
  /** Must be called straight from a click: the browser asks the reader only then. */
  allowSite(): void;
  reloadPage(): void;
  jumpToMention(entityId: string, step: 'first' | 'next' | 'previous'): void;
  jumpToNote(noteId: string): void;
  changeNote(noteId: string, change: NoteChange): void;
  deleteNote(noteId: string): void;
  exportNotes(scope: ExportScope, format: ExportFormat): void;
  toggleLanguage(): void;
  dismissNotice(): void;
}
