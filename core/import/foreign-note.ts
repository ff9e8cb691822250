/** A note as another program wrote it, before it becomes one of ours. */
import type { NoteColour } from '../model/note';

export interface ForeignNote {
  /** Where it stands in the file (`import-report.ts`). */
  row: number;
  /** What the program calls it; without one it is known by what it says. */
  sourceId?: string | undefined;
  /** Of the page; absent where the program does not keep one, then `title` is needed. */
  url?: string | undefined;
  title?: string | undefined;
  byline?: string | undefined;
  quote?: ForeignQuote | undefined;
  /** Plain text. */
  body: string;
  tags: string[];
  colour?: NoteColour | undefined;
  /** Milliseconds since the epoch. */
  createdAt?: number | undefined;
  updatedAt?: number | undefined;
}

export interface ForeignQuote {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  /** UTF-16 offset, as far as it is known. */
  start?: number | undefined;
}

/** Other programs' names of colours, for the nearest of ours. */
const COLOURS: ReadonlyMap<string, NoteColour> = new Map([
  ['yellow', 'yellow'],
  ['orange', 'yellow'],
  ['green', 'green'],
  ['teal', 'green'],
  ['blue', 'blue'],
  ['cyan', 'blue'],
  ['pink', 'pink'],
  ['red', 'pink'],
  ['purple', 'pink'],
  ['magenta', 'pink'],
  ['أصفر', 'yellow'],
  ['أخضر', 'green'],
  ['أزرق', 'blue'],
  ['وردي', 'pink'],
]);

export function colourOf(name: string | undefined): NoteColour | undefined {
  return name === undefined ? undefined : COLOURS.get(name.trim().toLowerCase());
}
