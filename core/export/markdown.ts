/**
 * The readable export: per article its headline, address, passages as
 * quotations and the reader's words. Notes in the trash stay out. All that
 * comes from a page or a reader is escaped (`escape-markdown.ts`).
 */
import type { Article } from '../model/article';
import { type Entity, SHOWN_KINDS, type ShownKind, shownKindOf } from '../model/entity';
import type { Note } from '../model/note';
import {
  escapeLine,
  escapeParagraphs,
  link,
  quoteBlock,
  singleLine,
} from './escape-markdown';
import type { ExportData } from './export-data';
import { frontMatter } from './front-matter';
import { MARKDOWN_WORDS, type MarkdownWords } from './markdown-words';

export interface MarkdownOptions {
  /** The language of headings and labels. */
  lang: 'ar' | 'en';
  /** IANA name of the zone for dates, the reader's; UTC when left out. */
  timeZone?: string;
}

/**
 * One article: front matter with its facts, then the article. Everything: front
 * matter of the file, then the articles with notes, the last opened first.
 */
export function exportMarkdown(data: ExportData, options: MarkdownOptions): string {
  const words = MARKDOWN_WORDS[options.lang];
  const day = dayFormatter(options.timeZone);
  const index = indexData(data);
  const write = (article: Article, level: number): string =>
    writeArticle(article, index, { words, day, level, lang: options.lang });

  const [only] = data.articles;
  if (data.scope === 'article' && only !== undefined) {
    const head = frontMatter({
      title: singleLine(only.title),
      url: only.url,
      site: singleLine(only.siteName),
      author: only.byline === undefined ? undefined : singleLine(only.byline),
      published: only.published,
      lang: only.lang,
      opened: day(only.lastOpenedAt),
      exported: day(data.exportedAt),
      notes: index.notes.get(only.id)?.length ?? 0,
    });
    return `${head}\n${write(only, 1)}`;
  }
  const noted = data.articles
    .filter((article) => index.notes.has(article.id))
    .sort((a, b) => b.lastOpenedAt - a.lastOpenedAt);
  const head = frontMatter({
    exported: day(data.exportedAt),
    articles: noted.length,
    notes: [...index.notes.values()].reduce((sum, notes) => sum + notes.length, 0),
  });
  const title = `# ${words.notesHeading} · ${day(data.exportedAt)}\n`;
  const body =
    noted.length === 0 ? [`${words.noNotes}\n`] : noted.map((a) => write(a, 2));
  return [head, title, ...body].join('\n');
}

interface Index {
  /** The notes that are not in the trash, by article, in the order of the text. */
  notes: Map<string, Note[]>;
  /** By article, most mentioned first. */
  names: Map<string, CountedName[]>;
}

interface CountedName {
  entity: Entity;
  kind: ShownKind;
  count: number;
}

function indexData(data: ExportData): Index {
  const alive = data.notes.filter((note) => note.deletedAt === null);
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
  const counted = data.sightings.flatMap(({ entityId, articleId, count, acts }) => {
    const entity = entities.get(entityId);
    if (entity === undefined || count === 0) return [];
    return [{ articleId, entity, kind: shownKindOf(entity.kind, acts), count }];
  });
  counted.sort((a, b) => b.count - a.count);
  return {
    notes: groupBy(alive.sort(inTextOrder), (note) => note.articleId),
    names: groupBy(counted, (name) => name.articleId),
  };
}

function inTextOrder(a: Note, b: Note): number {
  return startOf(a) - startOf(b) || a.createdAt - b.createdAt;
}

/** A note on the article as a whole comes before those on its passages. */
function startOf(note: Note): number {
  return note.target.type === 'passage' ? note.target.selector.start : -1;
}

interface Style {
  words: MarkdownWords;
  lang: 'ar' | 'en';
  day: (time: number) => string;
  /** Of the article's heading. */
  level: number;
}

function writeArticle(article: Article, index: Index, style: Style): string {
  const { words, level } = style;
  const heading = '#'.repeat(level);
  const notes = index.notes.get(article.id) ?? [];
  const facts = [article.siteName, article.byline ?? '', article.published ?? '']
    .map(escapeLine)
    .filter((fact) => fact !== '')
    .map(isolate);
  const parts = [
    `${heading} ${escapeLine(article.title) || words.untitled}`,
    [...(facts.length > 0 ? [facts.join(' · ')] : []), link(article.url)].join('\\\n'),
    ...writeNames(index.names.get(article.id) ?? [], style),
    `${heading}# ${words.notesHeading}`,
    notes.length === 0
      ? words.noNotes
      : notes.map((note) => writeNote(note, style)).join('\n\n---\n\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeNote(note: Note, { words, day }: Style): string {
  const about =
    note.target.type === 'passage'
      ? quoteBlock(escapeParagraphs(note.target.selector.exact))
      : `**${words.onArticle}**`;
  const tags = note.tags.map((tag) => isolate(escapeLine(tag))).join(words.comma);
  const foot = [day(note.createdAt), ...(tags === '' ? [] : [tags])].join(' · ');
  return [about, escapeParagraphs(note.body), foot]
    .filter((part) => part !== '')
    .join('\n\n');
}

function writeNames(
  names: readonly CountedName[],
  { words, lang, level }: Style,
): string[] {
  const lines = SHOWN_KINDS.flatMap((kind) => {
    const ofKind = names.filter((name) => name.kind === kind);
    if (ofKind.length === 0) return [];
    const list = ofKind.map(({ entity, count }) =>
      isolate(`${nameOf(entity, lang)} (${count})`),
    );
    return [`- **${words.kinds[kind]}**: ${list.join(words.comma)}`];
  });
  if (lines.length === 0) return [];
  return [`${'#'.repeat(level)}# ${words.namesHeading}`, lines.join('\n')];
}

function nameOf(entity: Entity, lang: 'ar' | 'en'): string {
  const { ar, en } = entity.names;
  return escapeLine((lang === 'ar' ? (ar ?? en) : (en ?? ar)) ?? entity.id);
}

/** Keeps a name in one script from pulling the marks and numbers around it out of place. */
function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** A day as `2020-01-03`: sorts, and reads the same in both directions. */
function dayFormatter(timeZone = 'UTC'): (time: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (time) => {
    const parts = new Map(
      format.formatToParts(time).map(({ type, value }) => [type, value]),
    );
    return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  };
}
