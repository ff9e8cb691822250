/**
 * One note a row, for spreadsheets: UTF-8 with a byte order mark, or Excel takes
 * Arabic for Latin; CRLF; every cell in quotes (RFC 4180).
 */
import type { Article } from '../model/article';
import type { Note } from '../model/note';
import { cleanText } from './clean-text';
import { indexData } from './data-index';
import type { ExportData } from './export-data';
import { inPieces, type Writing } from './export-format';
import { isoTime } from './times';

export const CSV_COLUMNS = [
  'title',
  'site',
  'url',
  'author',
  'published',
  'quote',
  'note',
  'colour',
  'tags',
  'created',
  'updated',
  'before',
  'after',
  'note_id',
  'article_id',
] as const;

/** What a spreadsheet may take for a formula, wherever it skips what is before it. */
const FORMULA = /^[\s\p{Cc}\p{Cf}']*[=+\-@|%＝＋－＠]/u;

export function writeCsv(data: ExportData): Writing {
  const index = indexData(data);
  return inPieces(index.noteCount, function* () {
    yield `\uFEFF${row(CSV_COLUMNS)}`;
    for (const article of index.articles) {
      for (const note of index.notesOf(article)) yield row(cellsOf(note, article));
    }
  });
}

function cellsOf(note: Note, article: Article): string[] {
  const selector = note.target.type === 'passage' ? note.target.selector : null;
  return [
    article.title,
    article.siteName,
    article.url,
    article.byline ?? '',
    article.published ?? '',
    selector?.exact ?? '',
    note.body,
    note.colour,
    note.tags.map((tag) => tag.replace(/[,\s]+/gu, ' ').trim()).join(', '),
    isoTime(note.createdAt),
    isoTime(note.updatedAt),
    selector?.prefix ?? '',
    selector?.suffix ?? '',
    note.id,
    note.articleId,
  ].map((cell) => defuse(cleanText(cell)));
}

/**
 * A cell that is no formula. An apostrophe before what may be one makes text of
 * it; `’=` gets another, so that taking one away gives back what was written.
 */
export function defuse(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** What {@link defuse} was given. */
export function undefuse(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
}
