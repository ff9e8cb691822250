/** Tables: Readwise's, Memex's, and any other whose columns are known. */
import { undefuse } from '../export/csv';
import { type ColumnRole, type Columns, foldHeading, guessColumns } from './csv-columns';
import { colourOf, type ForeignNote } from './foreign-note';
import type { Refusal } from './import-report';
import { type CsvRow, readCsv } from './read-csv';
import { readTime } from './read-time';

/** Without an address Readwise's export is known by these. */
export function isReadwise(headings: readonly string[]): boolean {
  const folded = headings.map(foldHeading);
  return (
    folded.includes('highlight') &&
    (folded.includes('booktitle') ||
      folded.includes('locationtype') ||
      isItsImport(folded))
  );
}

/** The columns that Readwise itself takes in. */
function isItsImport(folded: readonly string[]): boolean {
  return ['title', 'author', 'location', 'note'].every((name) => folded.includes(name));
}

/** As Memex calls the fields of an annotation. */
export function isMemex(headings: readonly string[]): boolean {
  const folded = headings.map(foldHeading);
  return (
    folded.includes('pageurl') &&
    folded.some((one) => one === 'body' || one === 'comment')
  );
}

/** Our own export (`../export/csv.ts`). */
function isOurs(headings: readonly string[]): boolean {
  const folded = headings.map(foldHeading);
  return folded.includes('noteid') && folded.includes('articleid');
}

const ADDRESS = /^\s*https?:\/\//i;

/** Rows of a table; `columns` as the reader has chosen them, else as the headings tell. */
export function* readTable(
  text: string,
  columns?: Columns,
): Generator<ForeignNote | Refusal> {
  let width = 0;
  let roles: Columns = {};
  let isOwn = false;
  for (const line of readCsv(text)) {
    const { row, cells, isUnclosed } = line;
    if (width === 0) {
      width = cells.length;
      roles = columns ?? guessColumns(cells);
      isOwn = isOurs(cells);
      if (isUnclosed) yield { row, reason: 'unclosed-quote' };
      // No column is called by an address: this is the first note.
      else if (cells.some((cell) => ADDRESS.test(cell)))
        yield { row, reason: 'no-heading' };
    } else if (isUnclosed) yield { row, reason: 'unclosed-quote' };
    else if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      yield { row, reason: 'columns' };
    } else if (isOwn) {
      yield readLine({ ...line, cells: cells.map(undefuse) }, roles, OWN_TAGS);
    } else yield readLine(line, roles, TAGS);
  }
}

/** What parts tags in tables of others. */
const TAGS = /[,;|،؛]/;
/** In ours no other mark does, so that a tag may have them. */
const OWN_TAGS = /,/;

function readLine(
  { row, cells }: CsvRow,
  columns: Columns,
  betweenTags: RegExp,
): ForeignNote {
  const written = (role: ColumnRole): string | undefined => cells[columns[role] ?? -1];
  const cell = (role: ColumnRole): string | undefined => {
    const text = written(role);
    return text === undefined || text.trim() === '' ? undefined : text;
  };
  const quote = cell('quote');
  return {
    row,
    sourceId: cell('id')?.trim(),
    // Only where the table has such a column is an empty cell a missing address.
    ...addressOf(cell('url'), columns.url === undefined),
    title: cell('title')?.trim(),
    byline: cell('author')?.trim(),
    quote:
      quote === undefined
        ? undefined
        : { exact: quote, prefix: written('before'), suffix: written('after') },
    body: cell('note') ?? '',
    tags: (cell('tags') ?? '').split(betweenTags),
    colour: colourOf(cell('colour')),
    createdAt: readTime(cell('created')),
    updatedAt: readTime(cell('updated')),
  };
}

/** Memex leaves out how an address begins. */
function addressOf(url: string | undefined, hasNone: boolean): { url?: string } {
  if (hasNone) return {};
  const trimmed = (url ?? '').trim();
  const isBare = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(trimmed);
  return { url: isBare ? `https://${trimmed}` : trimmed };
}
