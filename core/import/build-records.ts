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

const OUR_ID =
  /^urn:uuid:([\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12})$/i;

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
  for (const row of rows) {
    if (file.report.rows++ % STRIDE === STRIDE - 1) yield;
    const reason = isRefusal(row) ? row : takeRow(row, { articles, notes, source });
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
  source: Source;
}

function takeRow(row: ForeignNote, taken: Taken): RowReason | Refusal | null {
  const { articles, notes, source } = taken;
  const url = addressOf(row, source);
  if (url === null) return row.url?.trim() ? 'bad-address' : 'no-address';
  const exact = row.quote?.exact ?? '';
  if (exact.trim() === '' && row.body.trim() === '') return 'no-words';
  const createdAt = row.createdAt ?? row.updatedAt ?? source.fileTime;
  const article = articleOf(row, { url, createdAt });
  const note = { ...noteOf(row, { articleId: article.id, createdAt, source }) };
  const before = notes.get(note.id);
  if (before !== undefined) {
    if (sayTheSame(before, note)) return 'twice';
    if (row.sourceId !== undefined) return 'id-twice';
    // Another note on the same words, written at the same time: what it says tells it apart.
    note.id = idOf(row, source, article.id, [note.body, note.tags]);
    if (notes.has(note.id)) return 'twice';
  }
  const unsound = unsoundField(note, article);
  if (unsound !== null) return { row: row.row, reason: 'not-valid', field: unsound };
  const known = articles.get(article.id);
  articles.set(article.id, known === undefined ? article : joined(known, article));
  notes.set(note.id, note);
  return null;
}

function unsoundField(note: Note, article: Article): string | null {
  for (const parsed of [v.safeParse(keptNote, note), v.safeParse(keptArticle, article)]) {
    if (!parsed.success) return v.getDotPath(parsed.issues[0]) ?? 'record';
  }
  return null;
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
  { title, byline, quote, body }: ForeignNote,
  { url, createdAt }: { url: string; createdAt: number },
): Article {
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
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    lastOpenedAt: createdAt,
  };
}

function joined(known: Article, other: Article): Article {
  const byline = known.byline ?? other.byline;
  return {
    ...known,
    title: known.title || other.title,
    ...(byline === undefined ? {} : { byline }),
    createdAt: Math.min(known.createdAt, other.createdAt),
    lastOpenedAt: Math.max(known.lastOpenedAt, other.lastOpenedAt),
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
