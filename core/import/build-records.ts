/** Notes of another program as records of ours. */
import * as v from 'valibot';
import { afterCodePoint, beforeCodePoint } from '../anchoring/code-points';
import { CONTEXT_LENGTH } from '../anchoring/describe-passage';
import { parseAddress } from '../article/address';
import { urlKey } from '../article/normalise-url';
import { plainHost } from '../article/site-host';
import { tellLanguage } from '../article/tell-language';
import type { Article } from '../model/article';
import type { Note, NoteTarget } from '../model/note';
import { keptArticle, keptNote } from '../model/record-schemas';
import { STRIDE, type Steps } from '../text/steps';
import type { ForeignNote, ForeignQuote } from './foreign-note';
import { isRefusal, type Refusal, type RowReason, refuse } from './import-report';
import { emptyFile, type ImportedFile, sayTheSame } from './imported-file';
import { nameUuid } from './name-uuid';

export interface Source {
  /** The program, as its format is called: its ids are its own. */
  name: string;
  /** For notes that say nothing of their time, in ms since the epoch: when the file was written. */
  fileTime: number;
}

/** A UUID names the note everywhere: what left as ours comes back as the note it was. */
const OUR_ID =
  /^(?:urn:uuid:)?([\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})$/i;

/** Pages of the web, or of the reader's disk: never a script. */
const PAGE = /^\s*(?:https?|file):/i;

/** Pauses now and then. The same rows give the same records, whenever and wherever. */
export function* buildRecords(
  rows: Iterable<ForeignNote | Refusal>,
  source: Source,
): Steps<ImportedFile> {
  const file = emptyFile();
  file.data.exportedAt = source.fileTime;
  const articles = new Map<string, Article>();
  const notes = new Map<string, Note>();
  const pages = new Map<string, Article | null>();
  for (const row of rows) {
    if (file.report.rows++ % STRIDE === STRIDE - 1) yield;
    const reason = isRefusal(row)
      ? row
      : takeRow(row, { articles, notes, pages, source });
    if (reason !== null) {
      refuse(file.report, typeof reason === 'string' ? { row: row.row, reason } : reason);
    }
  }
  const used = new Set([...notes.values()].map(({ articleId }) => articleId));
  file.data.articles = [...articles.values()].filter(({ id }) => used.has(id));
  file.data.notes = [...notes.values()];
  return file;
}

interface Taken {
  articles: Map<string, Article>;
  notes: Map<string, Note>;
  /** By their addresses as they stand, or their titles; null for what is none. */
  pages: Map<string, Article | null>;
  source: Source;
}

function takeRow(row: ForeignNote, taken: Taken): RowReason | Refusal | null {
  const { articles, notes, source } = taken;
  const page = pageOf(row, taken);
  if (page === null) return row.url?.trim() ? 'bad-address' : 'no-address';
  const says = `${row.quote?.exact ?? ''}${row.body}${row.tags.join('')}`;
  if (says.trim() === '') return 'no-words';
  const createdAt = row.createdAt ?? row.updatedAt ?? source.fileTime;
  const note = noteOf(row, { articleId: page.id, createdAt, source });
  const before = notes.get(note.id);
  if (before !== undefined) {
    if (sayTheSame(before, note)) return 'twice';
    if (row.sourceId !== undefined) return 'id-twice';
    // Another note on the same words, written at the same time: what it says tells it apart.
    note.id = idOf(row, source, page.id, [note.body, note.tags]);
    if (notes.has(note.id)) return 'twice';
  }
  const parsed = v.safeParse(keptNote, note);
  if (!parsed.success) return { row: row.row, reason: 'not-valid', ...pathOf(parsed) };
  articles.set(page.id, joined(articles.get(page.id) ?? page, row, createdAt));
  notes.set(note.id, note);
  return null;
}

function pathOf({
  issues: [issue],
}: v.SafeParseResult<typeof keptNote> & { success: false }) {
  const field = v.getDotPath(issue);
  return field === null ? {} : { field };
}

/** The page as its first row has it; looked at once, however many notes are on it. */
function pageOf(row: ForeignNote, { pages, source }: Taken): Article | null {
  const name = JSON.stringify([row.url, row.url === undefined ? row.title : '']);
  const known = pages.get(name);
  if (known !== undefined) return known;
  const url = addressOf(row, source);
  const article = url === null ? null : articleOf(row, { url, source });
  const isSound = article !== null && v.safeParse(keptArticle, article).success;
  pages.set(name, isSound ? article : null);
  return isSound ? article : null;
}

/** Without an address one is made of the title, under a host that is no one's (RFC 2606). */
function addressOf({ url, title }: ForeignNote, { name }: Source): string | null {
  if (url === undefined) {
    return title === undefined
      ? null
      : `https://${name}.invalid/${encodeURIComponent(wellFormed(title))}`;
  }
  return PAGE.test(url) ? (parseAddress(url)?.href ?? null) : null;
}

function articleOf(
  { title, byline, quote, body, createdAt, updatedAt }: ForeignNote,
  { url, source }: { url: string; source: Source },
): Article {
  const at = createdAt ?? updatedAt ?? source.fileTime;
  const key = urlKey({ url });
  return {
    id: nameUuid(JSON.stringify(['article', key])),
    url,
    urlKey: key,
    title: (title ?? '').trim().slice(0, 2_000),
    siteName: plainHost(parseAddress(url)?.hostname ?? '').slice(0, 500),
    ...(byline === undefined ? {} : { byline: byline.slice(0, 1_000) }),
    lang: tellLanguage(quote?.exact ?? title ?? body),
    wordCount: 0,
    createdAt: at,
    updatedAt: at,
    deletedAt: null,
    lastOpenedAt: at,
  };
}

/** What another note on it says of the page. `at` in ms. */
function joined(
  known: Article,
  { title = '', byline }: ForeignNote,
  at: number,
): Article {
  return {
    ...known,
    title: known.title || title.trim().slice(0, 2_000),
    ...(known.byline === undefined && byline !== undefined && { byline }),
    createdAt: Math.min(known.createdAt, at),
    lastOpenedAt: Math.max(known.lastOpenedAt, at),
  };
}

function noteOf(
  row: ForeignNote,
  {
    articleId,
    createdAt,
    source,
  }: { articleId: string; createdAt: number; source: Source },
): Note {
  const { quote, body, tags, colour } = row;
  const own = OUR_ID.exec(row.sourceId ?? '')?.[1];
  return {
    id: own?.toLowerCase() ?? idOf(row, source, articleId, []),
    articleId,
    target: targetOf(quote),
    body,
    colour: colour ?? 'yellow',
    tags: [...new Set(tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    createdAt,
    updatedAt: Math.max(createdAt, row.updatedAt ?? createdAt),
    deletedAt: null,
  };
}

function idOf(row: ForeignNote, source: Source, page: string, more: unknown[]): string {
  const { sourceId, quote, createdAt, body } = row;
  // The words of a note may change; what it stands on and when it was made do not.
  const name =
    sourceId === undefined
      ? [page, quote?.exact ?? null, createdAt ?? (quote === undefined ? body : null)]
      : [sourceId];
  return nameUuid(JSON.stringify(['note', source.name, ...name, ...more]));
}

function targetOf(quote: ForeignQuote | undefined): NoteTarget {
  if (quote === undefined || quote.exact.trim() === '') return { type: 'article' };
  const { exact, prefix = '', suffix = '', start = -1 } = quote;
  const from = Math.max(0, prefix.length - CONTEXT_LENGTH);
  const isKnown = Number.isSafeInteger(start) && start >= 0;
  return {
    type: 'passage',
    selector: {
      exact,
      prefix: prefix.slice(afterCodePoint(prefix, from)),
      suffix: suffix.slice(0, beforeCodePoint(suffix, CONTEXT_LENGTH)),
      start: isKnown ? start : -1,
      end: isKnown ? start + exact.length : -1,
    },
  };
}

/** `encodeURIComponent` throws at halves of surrogate pairs. */
function wellFormed(text: string): string {
  return text.trim().replace(/\p{Surrogate}/gu, '\ufffd');
}
