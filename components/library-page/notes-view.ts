/** What the part with all notes shows, and what the reader can do there. */
import type { FormatId } from '@/core/export/format-ids';
import type { NoteColour } from '@/core/model/note';
import type { Facets, FoundNote, NoteFilters, NoteQuery } from '@/core/model/search';

/** Notes that were chosen to do something with them. */
export interface Chosen {
  /** `some`: those of `ids`; `all`: all that were found but those of `ids`. */
  type: 'some' | 'all';
  ids: ReadonlySet<string>;
}

export const NONE_CHOSEN: Chosen = { type: 'some', ids: new Set() };

export interface NotesPart {
  query: NoteQuery;
  /** The place of the first of `rows` among all found. */
  offset: number;
  /** Those around what is in view. */
  rows: readonly FoundNote[];
  total: number;
  facets: Facets;
  /** Notes that cannot be found yet: they are being read. */
  unsearched: number;
  chosen: Chosen;
  /** While many are being changed or written to a file: how many are done. */
  busy: { done: number; all: number; canStop?: true } | null;
}

export interface NotesActions {
  searchNotes(words: string): void;
  /** Undefined takes a filter off. */
  filterNotes(
    change: { [Name in keyof NoteFilters]: NoteFilters[Name] | undefined },
  ): void;
  clearFilters(): void;
  sortNotes(sort: NoteQuery['sort']): void;
  /** The rows in view: those around them should be there. */
  showRows(from: number, to: number): void;
  chooseNotes(chosen: Chosen): void;
  /** From one place of the list to another, both included, whether they have been read or not. */
  chooseRange(from: number, to: number): void;
  tagChosen(tags: readonly string[], on: boolean): void;
  colourChosen(colour: NoteColour): void;
  /** Into a file. */
  exportChosen(format: FormatId): void;
  /** Writing the file. */
  stopWriting(): void;
  /** Into the trash, or out of it. */
  deleteChosen(deleted: boolean): void;
}

export function isChosen({ type, ids }: Chosen, noteId: string): boolean {
  return ids.has(noteId) === (type === 'some');
}

export function countChosen({ type, ids }: Chosen, total: number): number {
  return type === 'some' ? ids.size : Math.max(0, total - ids.size);
}

/** As it is once this note is chosen, or not any more. */
export function withChosen(chosen: Chosen, noteId: string, on: boolean): Chosen {
  const ids = new Set(chosen.ids);
  if (on === (chosen.type === 'some')) ids.add(noteId);
  else ids.delete(noteId);
  return { ...chosen, ids };
}
