/** What became of a file, row by row. */

/** Why nothing of a file can be read. */
export const FILE_REASONS = [
  'empty',
  'too-large',
  'zip',
  'binary',
  'broken',
  'cut-off',
  'too-deep',
  'unknown-format',
  'newer-version',
] as const;
export type FileReason = (typeof FILE_REASONS)[number];

/**
 * Why a row is left out: it is no record · what is in `field` is not of the kind it should be ·
 * its address is missing, or none of a page · it has neither a passage nor words ·
 * a row before it is the same · two differ under one id · the article or the note that it
 * belongs to is not in the file · it only points to a place outside the file · it has
 * more cells than there are columns · a quotation mark is never closed · it stands where the
 * table's heading should.
 */
export const ROW_REASONS = [
  'not-a-record',
  'not-valid',
  'no-address',
  'bad-address',
  'no-words',
  'twice',
  'id-twice',
  'no-article',
  'no-note',
  'elsewhere',
  'columns',
  'unclosed-quote',
  'no-heading',
] as const;
export type RowReason = (typeof ROW_REASONS)[number];

export interface Refusal {
  /** Of a table as a spreadsheet counts, the heading first; of a list in JSON from 1; 0 is the file itself. */
  row: number;
  reason: FileReason | RowReason;
  /** The list of our own JSON in which the row stands. */
  list?: string;
  /** The field that is not valid, as a path; never what stands in it. */
  field?: string;
}

export interface ImportReport {
  /** Rows looked at. */
  rows: number;
  /** Of them left out. */
  left: number;
  /** The first of those that were left out. */
  refused: Refusal[];
}

/** Refusals that are listed: a file of a million bad rows is bad enough. */
const MOST_LISTED = 10_000;

export function createReport(): ImportReport {
  return { rows: 0, left: 0, refused: [] };
}

export function refuse(report: ImportReport, refusal: Refusal): void {
  report.left++;
  if (report.refused.length < MOST_LISTED) report.refused.push(refusal);
}

export function isRefusal(item: object): item is Refusal {
  return 'reason' in item;
}
