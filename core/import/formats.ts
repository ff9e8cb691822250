/** The formats that are read, and how each is known. */
import { STRIDE, type Steps } from '../text/steps';
import { buildRecords } from './build-records';
import { isClipper, readClipper } from './clipper';
import { type Columns, guessColumns } from './csv-columns';
import { MAX_BYTES } from './decode-file';
import type { ForeignNote } from './foreign-note';
import { isHawashi, readHawashi } from './hawashi-json';
import { isHypothesis, readHypothesis } from './hypothesis';
import type { FileReason, Refusal } from './import-report';
import { type ImportedFile, refusedFile } from './imported-file';
import { readCsv } from './read-csv';
import { isMemex, isReadwise, readTable } from './read-table';
import { isWebAnnotation, readWebAnnotations } from './web-annotation';

export const IMPORT_FORMATS = [
  'json',
  'jsonld',
  'hypothesis',
  'clipper',
  'readwise',
  'memex',
  'csv',
] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

interface ListFormat {
  name: ImportFormat;
  isIt: (file: unknown) => boolean;
  read: (file: unknown) => Iterable<ForeignNote | Refusal>;
}

/** The first that knows a file as its own reads it. */
const LIST_FORMATS: readonly ListFormat[] = [
  { name: 'jsonld', isIt: isWebAnnotation, read: readWebAnnotations },
  { name: 'hypothesis', isIt: isHypothesis, read: readHypothesis },
  { name: 'clipper', isIt: isClipper, read: readClipper },
];

/** What a file is, opened as far as is needed to know that. */
export type OpenedFile =
  | { format: 'json' | ListFormat['name']; value: unknown }
  | {
      format: 'readwise' | 'memex' | 'csv';
      text: string;
      headings: string[];
      columns: Columns;
    }
  | { format: null; reason: FileReason };

/** Opens the text of a file, as the format named or as what it is. Never throws. */
export function openFile(text: string, named?: ImportFormat): OpenedFile {
  if (text.length > MAX_BYTES) return { format: null, reason: 'too-large' };
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const first = /^\s*(\S?)/.exec(start.slice(0, 10_000))?.[1] ?? '';
  if (first === '') return { format: null, reason: 'empty' };
  const isTable = named === 'csv' || named === 'readwise' || named === 'memex';
  if (isTable || (named === undefined && first !== '{' && first !== '[')) {
    return openTable(start, named);
  }
  const parsed = parseJson(start);
  if ('reason' in parsed) return { format: null, reason: parsed.reason };
  const { value } = parsed;
  if (named !== undefined) return { format: named, value } as OpenedFile;
  if (isHawashi(value)) return { format: 'json', value };
  const found = LIST_FORMATS.find(({ isIt }) => isIt(value));
  return found === undefined
    ? { format: null, reason: 'unknown-format' }
    : { format: found.name, value };
}

function openTable(text: string, named?: ImportFormat): OpenedFile {
  const headings = readCsv(text).next().value?.cells ?? [];
  const columns = guessColumns(headings);
  const format =
    named === 'csv' || named === 'readwise' || named === 'memex'
      ? named
      : isReadwise(headings)
        ? 'readwise'
        : isMemex(headings)
          ? 'memex'
          : 'csv';
  // Text that is no table has one column, and nothing that could be a heading.
  if (format === 'csv' && headings.length < 2 && Object.keys(columns).length === 0) {
    return { format: null, reason: 'unknown-format' };
  }
  return { format, text, headings, columns };
}

function parseJson(text: string): { value: unknown } | { reason: FileReason } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    if (error instanceof RangeError) return { reason: 'too-deep' };
    return { reason: /[}\]]\s*$/.test(text.slice(-1_000)) ? 'broken' : 'cut-off' };
  }
}

export interface ReadOptions {
  /** For a table, as the reader has chosen; else as its headings tell. */
  columns?: Columns | undefined;
  /** When the file was written, in ms since the epoch, for notes that say nothing of their time. */
  fileTime: number;
}

/** The records in a file, with pauses; what cannot be read is in the report. */
export function* readOpened(
  opened: OpenedFile,
  { columns, fileTime }: ReadOptions,
): Steps<ImportedFile> {
  if (opened.format === null) return refusedFile(opened.reason);
  if ('text' in opened) {
    const rows = readTable(opened.text, columns ?? opened.columns);
    return yield* buildRecords(rows, { name: opened.format, fileTime });
  }
  const { format, value } = opened;
  if (format === 'json') return yield* readHawashi(value);
  const found = LIST_FORMATS.find(({ name }) => name === format);
  const rows = found?.read(value) ?? [];
  return yield* buildRecords(rows, { name: format, fileTime });
}

/** Rows of a table shown beside the choice of its columns. */
export function sampleRows(text: string, most: number): string[][] {
  const sample: string[][] = [];
  for (const { row, cells } of readCsv(text.slice(0, STRIDE * STRIDE))) {
    if (row > 1) sample.push(cells);
    if (sample.length === most) break;
  }
  return sample;
}
