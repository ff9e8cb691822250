/** To be read anywhere: articles, passages in quotation marks, the reader's words. */
import type { Article } from '../model/article';
import { isHighlight, type Note } from '../model/note';
import { cleanText, isolate, singleLine } from './clean-text';
import { indexData } from './data-index';
import type { ExportData } from './export-data';
import { type ExportOptions, inPieces, type Writing } from './export-format';
import { EXPORT_WORDS } from './export-words';
import { dayFormatter } from './times';

const RULE = '────────';

export function writePlainText(data: ExportData, options: ExportOptions): Writing {
  const words = EXPORT_WORDS[options.lang];
  const day = dayFormatter(options.timeZone);
  const index = indexData(data);
  return inPieces(index.noteCount, function* () {
    yield `${words.notesHeading} · ${isolate(day(data.exportedAt))}\n`;
    if (index.articles.length === 0) yield `\n${words.noNotes}\n`;
    for (const article of index.articles) {
      const notes = index.notesOf(article);
      yield `\n${RULE}\n${headOf(article, words.untitled)}`;
      if (notes.length === 0) yield `\n${words.noNotes}\n`;
      for (const note of notes) yield `\n${textOf(note, words, day)}`;
    }
  });
}

function headOf(article: Article, untitled: string): string {
  const facts = [article.siteName, article.byline ?? '', article.published ?? '']
    .map(singleLine)
    .filter((fact) => fact !== '')
    .map(isolate);
  return [
    singleLine(article.title) || untitled,
    facts.join(' · '),
    singleLine(article.url),
  ]
    .filter((line) => line !== '')
    .map((line) => `${line}\n`)
    .join('');
}

function textOf(
  note: Note,
  words: (typeof EXPORT_WORDS)['en'],
  day: (time: number) => string,
): string {
  const about =
    note.target.type === 'passage'
      ? `«${cleanText(note.target.selector.exact).trim()}»`
      : words.onArticle;
  const body = isHighlight(note) ? '' : cleanText(note.body).trim();
  const tags = note.tags.map((tag) => isolate(singleLine(tag))).join(words.comma);
  const foot = [day(note.createdAt), ...(tags === '' ? [] : [tags])].join(' · ');
  return [about, body, foot]
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('');
}
