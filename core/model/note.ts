import type { PassageSelector } from './selector';

export const NOTE_COLOURS = ['yellow', 'green', 'blue', 'pink'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/** What a note is about: words of the article, or the article as a whole. */
export type NoteTarget = PassageTarget | { type: 'article' };

export interface PassageTarget {
  type: 'passage';
  selector: PassageSelector;
  /** Words at which it was found and, says the reader, does not belong. */
  notHere?: string;
}

/** What the reader writes; the id is given where the note is made, so that saving twice is saving once. */
export interface NoteDraft {
  /** UUID v4. */
  id: string;
  target: NoteTarget;
  /** The reader's words, plain text; empty for a bare highlight. */
  body: string;
  colour: NoteColour;
  tags: string[];
  /** The note of another copy of this text that the reader took over as this one. */
  carriedFrom?: { noteId: string; articleId: string };
  /** Milliseconds since the epoch. */
  createdAt: number;
  updatedAt: number;
}

/** A note or highlight as kept. A highlight is a note without words: adding words never moves it. */
export interface Note extends NoteDraft {
  /** {@link Article.id} */
  articleId: string;
  /** In the trash since; null while it is not. */
  deletedAt: number | null;
}

export function isHighlight(note: NoteDraft): boolean {
  return note.body.trim() === '';
}

/** The words of the article that a note is on; null for a note on the whole. */
export function quoteOf({ target }: Pick<NoteDraft, 'target'>): string | null {
  return target.type === 'passage' ? target.selector.exact : null;
}
