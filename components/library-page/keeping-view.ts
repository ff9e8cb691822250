/** What the settings show of how the notes are kept. */

export interface KeepingGeneration {
  number: number;
  /** Milliseconds since the epoch. */
  at: number;
  kind: 'daily' | 'migration' | 'asked';
  notes: number;
}

export interface FilePreview {
  /** As the reader's disk calls it. */
  name: string;
  added: number;
  changed: number;
  same: number;
  /** Deleted for good here: they stay so unless the reader wants them. */
  gone: number;
  /** Records that are not what they should be. */
  unsound: number;
}

export type KeepingWork =
  | { type: 'preview'; preview: FilePreview }
  /** Notes done, of all. */
  | { type: 'bringing'; done: number; all: number };

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
}

export interface KeepingActions {
  askToPersist(): void;
  backUpNow(): void;
  restoreGeneration(number: number): void;
  chooseFile(file: File): void;
  /** `withGone`: also what was deleted for good. */
  bringFileBack(withGone: boolean): void;
  /** Ends what is being done; what was done stays, and can be undone. */
  cancelWork(): void;
  saveFile(): void;
  saveDamaged(): void;
  /** Must be called straight from a click: the browser asks the reader only then. */
  setWeeklyFile(on: boolean): void;
}
