/**
 * Articles as newspaper items, for reference managers. RIS has a line for each
 * fact, so what is written in it stands on one line.
 */
import type { Article } from '../model/article';
import { isHighlight, type Note } from '../model/note';
import { singleLine } from './clean-text';
import { indexData } from './data-index';
import type { ExportData } from './export-data';
import { type ExportOptions, inPieces, type Writing } from './export-format';
import { dateParts, dayFormatter } from './times';
import { encodedAddress } from './web-address';

export function writeRis(data: ExportData, options: ExportOptions): Writing {
  const index = indexData(data);
  const day = dayFormatter(options.timeZone);
  return inPieces(index.articles.length, function* () {
    for (const article of index.articles) {
      yield recordOf(article, index.notesOf(article), day);
    }
  });
}

function recordOf(
  article: Article,
  notes: readonly Note[],
  day: (time: number) => string,
): string {
  const date = dateParts(article.published);
  const [year] = date;
  const lines: [string, string][] = [
    ['ID', article.id],
    ['TI', article.title],
    ['AU', authorName(article.byline ?? '')],
    ['T2', article.siteName],
    ['PY', year === undefined ? '' : String(year)],
    ['DA', year === undefined ? '' : risDate(date)],
    ['Y2', day(article.lastOpenedAt).replaceAll('-', '/')],
    ['UR', encodedAddress(article.url) ?? ''],
    ['LA', article.lang],
    ...tagsOf(notes).map((tag): [string, string] => ['KW', tag]),
    ...notes.map((note): [string, string] => ['N1', noteText(note)]),
  ];
  const body = lines
    .map(([tag, value]) => [tag, singleLine(value)])
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag}  - ${value}\r\n`);
  return `TY  - NEWS\r\n${body.join('')}ER  - \r\n\r\n`;
}

/** `2020/01/03`, with the parts that are known. */
function risDate(parts: readonly number[]): string {
  return [0, 1, 2]
    .map((at) => parts[at])
    .map((part) => (part === undefined ? '' : String(part).padStart(2, '0')))
    .join('/');
}

/** A byline as it stands, whatever it lists: a comma would part family from given name. */
function authorName(byline: string): string {
  return byline.replaceAll(',', '،');
}

export function tagsOf(notes: readonly Note[]): string[] {
  return [...new Set(notes.flatMap(({ tags }) => tags).map(singleLine))].filter(Boolean);
}

/** A note in one line: «the passage» and the reader's words. */
export function noteText(note: Note): string {
  const quote =
    note.target.type === 'passage' ? `«${singleLine(note.target.selector.exact)}»` : '';
  const body = isHighlight(note) ? '' : singleLine(note.body);
  return [quote, body].filter((part) => part !== '').join(' — ');
}
