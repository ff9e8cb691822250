/** What the overlay on the page shows, and what the reader can do with it. */
import type { Entity } from '../../core/model/entity';
import type { NoteColour } from '../../core/model/note';
import type { AnchorStatus } from '../../core/model/selector';
import type { EarlierWords } from '../../core/notes/earlier-words';
import type { NoteVersion } from '../../core/notes/note-version';
import type { Saving } from '../note/SavingStatus';

/** The words on the page that something belongs to; rectangles in viewport pixels, asked for anew at each move. */
export interface PageAnchor {
  getClientRects(): DOMRect[];
  /** Direction of the text there. */
  direction: 'ltr' | 'rtl';
}

export type OverlayView =
  | { type: 'none' }
  /** Who or what a name is. `pinned` by a click: stays until dismissed; else it goes with the pointer. */
  | {
      type: 'entity-card';
      anchor: PageAnchor;
      pinned: boolean;
      entity: Entity;
      /** It is a place that acts in this mention. */
      acts?: boolean;
      /** Which mention of it this is, from 0, and how many there are on the page. */
      index: number;
      count: number;
      /** Null until the background has answered. */
      history: { articles: number; mentions: number; firstSeenAt: number | null } | null;
    }
  /** A selection was made: highlight (in a colour), note; or these are the words of a note that has lost its place. */
  | { type: 'selection-bar'; anchor: PageAnchor; isPlacing?: boolean }
  /** A note's words, to read and change; for a new note `body` is empty. */
  | {
      type: 'note-editor';
      anchor: PageAnchor;
      noteId: string;
      quote: string;
      body: string;
      colour: NoteColour;
      tags: string[];
      status: AnchorStatus;
      /** The words that stand there now, where they are others than the quote. */
      now?: string | null;
      saving: Saving;
      /** Its earlier states; none until the background has answered. */
      versions: readonly NoteVersion[];
      /** Words that came from another tab while it is open, until the reader has chosen. */
      elsewhere: string | null;
      /** Grows when words, colour or tags were changed by other means than the editor's own fields. */
      revision: number;
    };

/** A short line at the foot of the page, with one thing to do about it. */
export interface Notice {
  /** A key of `locales/`, below `notice`. */
  key: string;
  tone: 'info' | 'problem';
  action?: { key: string; run: () => void };
}

export interface OverlayActions {
  /** Any colour from the selection bar makes a highlight at once. */
  highlight(colour: NoteColour): void;
  /** Opens the editor on the selection. */
  writeNote(): void;
  copyQuote(): void;
  /** The note that has lost its place belongs to the selection. */
  placeNote(): void;
  /** Whether a note of which the place is in doubt belongs there. */
  settlePlace(noteId: string, isHere: boolean): void;
  changeNote(
    noteId: string,
    change: { body?: string; colour?: NoteColour; tags?: string[] },
  ): void;
  deleteNote(noteId: string): void;
  /** The earlier states of the open note are looked at. */
  listVersions(noteId: string): void;
  bringBack(noteId: string, earlier: EarlierWords): void;
  /** The reader has chosen between their words and those from another tab. */
  chooseWords(noteId: string, words: string): void;
  /** Undoes, or does again, what was done last; false when there is nothing. */
  undo(which: 'undo' | 'redo'): boolean;
  jump(entityId: string, step: 'next' | 'previous'): void;
  pinCard(): void;
  dismiss(): void;
  /** The pointer came onto, or left, the card: keeps an unpinned card alive. */
  hoverCard(over: boolean): void;
}
