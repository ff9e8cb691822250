/**
 * The readable export: per article its headline, address, passages as
 * quotations and the reader's words, with links and tags for a notebook. Notes
 * in the trash stay out. All that comes from a page or a reader is escaped
 * (`escape-markdown.ts`).
 */
import type { Article } from '../model/article';
import { type Entity, SHOWN_KINDS } from '../model/entity';
import type { Note } from '../model/note';
import { isolate, singleLine } from './clean-text';
import {
  type CountedName,
  type DataIndex,
  indexData,
  isActor,
  nameOf,
} from './data-index';
import { escapeLine, escapeParagraphs, link, quoteBlock } from './escape-markdown';
import type { ExportData } from './export-data';
import {
  type ExportOptions,
  inPieces,
  type Writing,
  type WritingFiles,
} from './export-format';
import { EXPORT_WORDS, type ExportWords } from './export-words';
import { exportFileName } from './file-name';
import { frontMatter } from './front-matter';
import { notebookTag, wikiLink } from './notebook-links';
import { tagsOf } from './ris';
import { dayFormatter } from './times';

/**
 * One article: front matter with its facts, then the article. More: front
 * matter of the file, then the articles with notes, the last opened first.
 */
export function writeMarkdown(data: ExportData, options: ExportOptions): Writing {
  const index = indexData(data);
  const style = styleOf(options, 2);
  const [only] = index.articles;
  if (only !== undefined && (data.scope === 'article' || index.articles.length === 1)) {
    return inPieces(1, () => [writePage(only, index, data, styleOf(options, 1))]);
  }
  return inPieces(index.articles.length, function* () {
    const { words, day } = style;
    const head = frontMatter({
      exported: day(data.exportedAt),
      articles: index.articles.length,
      notes: index.noteCount,
    });
    yield `${head}\n# ${words.notesHeading} · ${isolate(day(data.exportedAt))}\n`;
    if (index.articles.length === 0) yield `\n${words.noNotes}\n`;
    for (const article of index.articles) {
      yield `\n${writeArticle(article, index.notesOf(article), index.namesOf(article), style)}`;
    }
  });
}

/** A file for each article, named after it. */
export function writeMarkdownFiles(
  data: ExportData,
  options: ExportOptions,
): WritingFiles {
  const index = indexData(data);
  const style = styleOf(options, 1);
  function* files() {
    const names = new Map<string, number>();
    for (const article of index.articles) {
      const name = exportFileName({
        title: article.title,
        exportedAt: article.createdAt,
        extension: 'md',
        prefix: '',
        ...(options.timeZone !== undefined && { timeZone: options.timeZone }),
      });
      // Disks that do not tell capitals from small letters exist.
      const key = name.normalize('NFC').toLowerCase();
      const nth = (names.get(key) ?? 0) + 1;
      names.set(key, nth);
      yield {
        name: nth === 1 ? name : name.replace(/\.md$/u, ` (${nth}).md`),
        text: writePage(article, index, data, style),
      };
    }
  }
  return { total: index.articles.length, files: files() };
}

/** An article as a page of its own, with front matter. */
function writePage(
  article: Article,
  index: DataIndex,
  data: ExportData,
  style: Style,
): string {
  const notes = index.notesOf(article);
  const names = index.namesOf(article);
  const links = (wanted: (name: CountedName) => boolean) =>
    names.filter(wanted).flatMap(({ entity }) => style.linkTo(entity) ?? []);
  const head = frontMatter({
    title: singleLine(article.title),
    url: article.url,
    site: singleLine(article.siteName),
    author: article.byline === undefined ? undefined : singleLine(article.byline),
    published: article.published,
    lang: article.lang,
    opened: style.day(article.lastOpenedAt),
    exported: style.day(data.exportedAt),
    notes: notes.length,
    tags: tagsOf(notes).map(notebookTag).filter(Boolean),
    actors: links(({ kind }) => isActor(kind)),
    places: links(({ kind }) => !isActor(kind)),
  });
  return `${head}\n${writeArticle(article, notes, names, style)}`;
}

interface Style {
  words: ExportWords;
  day: (time: number) => string;
  /** The link to an actor's or place's page; null where its name makes none. */
  linkTo: (entity: Entity) => string | null;
  /** Its name as it stands in a line. */
  nameIn: (entity: Entity) => string;
  /** Of the article's heading. */
  level: number;
}

function styleOf({ lang, timeZone }: ExportOptions, level: number): Style {
  const links = new Map<Entity, string | null>();
  const linkTo = (entity: Entity): string | null => {
    let link = links.get(entity);
    if (link === undefined) {
      link = wikiLink(nameOf(entity, lang));
      links.set(entity, link);
    }
    return link;
  };
  return {
    words: EXPORT_WORDS[lang],
    day: dayFormatter(timeZone),
    linkTo,
    nameIn: (entity) => linkTo(entity) ?? escapeLine(nameOf(entity, lang)),
    level,
  };
}

function writeArticle(
  article: Article,
  notes: readonly Note[],
  names: readonly CountedName[],
  style: Style,
): string {
  const { words, level } = style;
  const heading = '#'.repeat(level);
  const facts = [article.siteName, article.byline ?? '', article.published ?? '']
    .map(escapeLine)
    .filter((fact) => fact !== '')
    .map(isolate);
  const parts = [
    `${heading} ${escapeLine(article.title) || words.untitled}`,
    [...(facts.length > 0 ? [facts.join(' · ')] : []), link(article.url)].join('\\\n'),
    ...writeNames(names, style),
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
  // Only a space may stand before a tag, and after it.
  const tags = note.tags
    .map(notebookTag)
    .filter(Boolean)
    .map((tag) => ` #${tag.replaceAll('_', '\\_')}`)
    .join('');
  return [
    about,
    escapeParagraphs(note.body),
    `${day(note.createdAt)}${tags && ` ·${tags}`}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function writeNames(
  names: readonly CountedName[],
  { words, nameIn, level }: Style,
): string[] {
  const lines = SHOWN_KINDS.flatMap((kind) => {
    const ofKind = names.filter((name) => name.kind === kind);
    if (ofKind.length === 0) return [];
    const list = ofKind.map(({ entity, count }) =>
      isolate(`${nameIn(entity)} (${count})`),
    );
    return [`- **${words.kinds[kind]}**: ${list.join(words.comma)}`];
  });
  if (lines.length === 0) return [];
  return [`${'#'.repeat(level)}# ${words.namesHeading}`, lines.join('\n')];
}
