/** CSL-JSON, which Zotero, Pandoc and others read: articles as newspaper items, their notes in `note`. */
import type { Article } from '../model/article';
import type { Note } from '../model/note';
import { singleLine } from './clean-text';
import { indexData } from './data-index';
import type { ExportData } from './export-data';
import { type ExportOptions, inPieces, type Writing } from './export-format';
import { noteText, tagsOf } from './ris';
import { dateParts, dayFormatter } from './times';
import { encodedAddress } from './web-address';

export function writeCsl(data: ExportData, options: ExportOptions): Writing {
  const index = indexData(data);
  const day = dayFormatter(options.timeZone);
  return inPieces(index.articles.length, function* () {
    yield '[';
    let mark = '\n';
    for (const article of index.articles) {
      yield `${mark}  ${JSON.stringify(itemOf(article, index.notesOf(article), day))}`;
      mark = ',\n';
    }
    yield index.articles.length === 0 ? ']\n' : '\n]\n';
  });
}

function itemOf(
  article: Article,
  notes: readonly Note[],
  day: (time: number) => string,
): object {
  const { byline } = article;
  const author = singleLine(byline ?? '');
  const issued = dateParts(article.published);
  const keyword = tagsOf(notes)
    .map((tag) => tag.replaceAll(',', ' '))
    .join(', ');
  const note = notes.map(noteText).filter(Boolean).join('\n');
  const url = encodedAddress(article.url);
  const site = singleLine(article.siteName);
  return {
    id: article.id,
    type: 'article-newspaper',
    title: singleLine(article.title),
    ...(author !== '' && { author: [{ literal: author }] }),
    ...(site !== '' && { 'container-title': site }),
    ...(issued.length > 0 && { issued: { 'date-parts': [issued] } }),
    accessed: { 'date-parts': [dateParts(day(article.lastOpenedAt))] },
    ...(url !== null && { URL: url }),
    language: article.lang,
    ...(keyword !== '' && { keyword }),
    ...(note !== '' && { note }),
  };
}
