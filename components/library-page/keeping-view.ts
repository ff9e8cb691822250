/** What the settings show of how the notes are kept. */
import type { ColumnRole, Columns } from '@/core/import/csv-columns';
import type { ImportFormat } from '@/core/import/formats';
import type { Refusal } from '@/core/import/import-report';

export interface KeepingGeneration {
  number: number;
  /** Milliseconds since the epoch. */
  at: number;
  kind: 'daily' | 'migration' | 'asked';
  notes: number;
}

/**
 * What taking a note from a file would do: it is not here · it goes on from what is here · it says
 * something else than what is here · it was deleted for good here · it is here already.
 */
export const IMPORT_KINDS = ['added', 'changed', 'conflicting', 'gone', 'same'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** A note of a file, as it is listed. */
export interface ImportRow {
  id: string;
  /** The article's headline, or its address. */
  article: string;
  /** The passage; null for a note on the article. */
  quote: string | null;
  body: string;
  /** What the note says here, where that is something else; null elsewhere. */
  here: string | null;
}

export interface FilePreview {
  /** As the reader's disk calls it. */
  name: string;
  format: ImportFormat;
  /** All notes that the file holds. */
  kinds: Record<ImportKind, ImportRow[]>;
  /** What is left out: all of it, and the first rows with their reasons. */
  left: number;
  refused: Refusal[];
  /** Of a table: what its columns hold, and for what the reader chose one last. */
  table: {
    headings: string[];
    columns: Columns;
    sample: string[][];
    chosen: ColumnRole | null;
  } | null;
}

/** What the reader takes of a file. */
export interface ImportChoice {
  kinds: ImportKind[];
  /** Notes of these kinds that are not taken after all. */
  without: string[];
}

export type KeepingWork =
  | { type: 'preview'; preview: FilePreview }
  /** Rows read; how many there are is not known before. */
  | { type: 'reading'; done: number }
  /** Notes done, of all. */
  | { type: 'bringing'; done: number; all: number }
  /** What was brought in is taken away again. */
  | { type: 'undoing' };

/** What the reader brought in last, and can still undo. */
export interface LastBrought {
  token: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Notes that undoing puts into the trash, and those that say again what they said. */
  added: number;
  changed: number;
  /** For so many days more it can be undone. */
  days: number;
}

export interface KeepingPart {
  /** Null when the browser does not say. */
  persisted: boolean | null;
  bytes: number | null;
  notes: number;
  trash: number;
  due: number;
  writtenAt: number | null;
  generations: KeepingGeneration[];
  damaged: number;
  check: { at: number; mended: number; reattached: number } | null;
  /** Why the backup cannot be written, as a `FailureCode`. */
  trouble: string | null;
  file: { wanted: boolean; writtenAt: number | null; trouble: string | null };
  work: KeepingWork | null;
  lastBrought: LastBrought | null;
}

export interface KeepingActions {
  askToPersist(): void;
  backUpNow(): void;
  restoreGeneration(number: number): void;
  chooseFile(file: File): void;
  /** Reads the table that was chosen again, its columns taken so; `chosen` is what was said last. */
  chooseColumns(columns: Columns, chosen: ColumnRole): void;
  bringFileBack(choice: ImportChoice): void;
  /** Ends what is being done; what was done stays, and can be undone. */
  cancelWork(): void;
  undoLastBrought(token: string): void;
  saveFile(): void;
  saveDamaged(): void;
  /** Must be called straight from a click: the browser asks the reader only then. */
  setWeeklyFile(on: boolean): void;
}
