/** Files for the library to import, as `npm run screenshots` shows it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describePassage } from '@/core/anchoring/describe-passage';
import { urlKey } from '@/core/article/normalise-url';
import type { ExportData } from '@/core/export/export-data';
import { exportJson } from '@/core/export/json';
import type { Article } from '@/core/model/article';
import { NOTE_COLOURS, type Note } from '@/core/model/note';
import { paperOf, REPORTS, type Report } from '../sample-news/reports';
import { STORY_REPORTS } from '../sample-news/story-reports';

const DAY = 86_400_000;
/** Days between two notes. */
const APART = 1.7;
/** Each so many-th note is in the trash. */
const DELETED = 11;

const REPORT_OF: Readonly<Record<string, Report>> = {
  ...{ arabic: REPORTS.ar, english: REPORTS.en },
  ...STORY_REPORTS,
};

/** Notes of the last two months on the sample reports, as if exported elsewhere. */
export function makeNotes(site: string, now: number): ExportData {
  const articles = new Map<string, Article>();
  const rows = readRows();
  const notes = rows.map(
    ([name = '', words = '', body = '', painted, tags = ''], index) => {
      const at = now - Math.round((1 + rows.length - index) * APART * DAY);
      const report = REPORT_OF[name];
      const colour = NOTE_COLOURS.find((one) => one === painted);
      if (!report || !colour) throw new Error(`no report ${name} or colour ${painted}`);
      const article = articles.get(name) ?? makeArticle(report, site, articles.size, at);
      articles.set(name, article);
      const note: Note = {
        id: uuid('b', index),
        articleId: article.id,
        target: targetOf(report, words),
        ...{ body, colour, tags: tags === '' ? [] : tags.split('; ') },
        ...{ createdAt: at, updatedAt: at },
        deletedAt: index % DELETED === DELETED - 1 ? now - DAY : null,
      };
      return note;
    },
  );
  return {
    ...{ exportedAt: now, scope: 'everything', articles: [...articles.values()], notes },
    ...{ versions: [], entities: [], sightings: [] },
  };
}

/** Report, its words ('' for a note on the whole), the reader's, colour, tags. */
function readRows(): string[][] {
  const file = join(import.meta.dirname, '../sample-news/content/notes.tsv');
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

/** Some of the notes written on elsewhere, some new, and rows that are none. */
export function makeConflictFile(data: ExportData): string {
  const notes = data.notes.slice(1, 9).map((note, index) => {
    if (index > 5 || note.body === '') return note;
    const body =
      index % 2 === 0 ? `${note.body} نُشر مثله أمس.` : 'كتبت غير هذا في هاتفي.';
    return { ...note, body, updatedAt: note.updatedAt + DAY };
  });
  const fresh = notes.slice(0, 2).map((note, index) => ({
    ...{ ...note, id: uuid('c', index), deletedAt: null },
  }));
  const file = JSON.parse(exportJson({ ...data, notes: [...notes, ...fresh] }));
  const [first] = file.notes;
  file.notes.push({ ...first, id: 'x' }, { ...first, id: uuid('d', 1), colour: 'red' });
  file.notes.push('?', { ...first, id: uuid('d', 2), articleId: uuid('e', 9) });
  return JSON.stringify(file);
}

/** A table of another program, whose columns no one can guess. */
export function makeTable({ articles, notes }: ExportData): string {
  const addresses = new Map(articles.map(({ id, url }) => [id, url]));
  const rows = notes.slice(0, 12).map(({ articleId, target, body, tags }, index) => {
    const words = target.type === 'passage' ? target.selector.exact : '';
    const url = index === 5 ? '' : addresses.get(articleId);
    return [words, body, url, tags.join('; ')];
  });
  const quoted = (cell = '') => `"${cell.replaceAll('"', '""')}"`;
  return [['Zitat', 'Anmerkung', 'Fundstelle', 'Schlagworte'], ...rows]
    .map((cells) => cells.map(quoted).join(','))
    .join('\n');
}

function makeArticle(report: Report, site: string, at: number, when: number): Article {
  const url = site + report.path;
  return {
    ...{ id: uuid('a', at), url, urlKey: urlKey({ url }) },
    ...{ title: report.title, siteName: paperOf(report), byline: report.byline },
    ...{ published: report.published, lang: report.lang },
    wordCount: textOf(report).split(/\s+/).length,
    ...{ createdAt: when, updatedAt: when, lastOpenedAt: when, deletedAt: null },
  };
}

function targetOf(report: Report, words: string): Note['target'] {
  if (words === '') return { type: 'article' };
  const text = textOf(report);
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`${report.path} has no «${words}»`);
  const selector = describePassage(text, start, start + words.length);
  return { type: 'passage', selector };
}

/** As the page has it: headline, then blocks. */
function textOf({ title, body }: Report): string {
  const words = body
    .replace(/<figure>[\s\S]*?<\/figure>\n?/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&ldquo;', '“')
    .replaceAll('&rdquo;', '”')
    .replace(/\n+/g, '\n\n');
  return `${title}\n\n${words}`;
}

function uuid(kind: string, number: number): string {
  return `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
