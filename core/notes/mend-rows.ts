/**
 * Whether a kept row is what it should be, and what can be made of one that is
 * not: every word that can be recognised stays, and what is missing is filled in.
 */
import type { Article } from '../model/article';
import { NOTE_COLOURS, type Note, type NoteTarget } from '../model/note';
import type { NoteVersion } from './note-version';

type Fields = Record<string, unknown>;

/** The address of a web page, as far as that can be told from its beginning. */
const WEB = /^[a-z][a-z\d+.-]*:\/\/[^/\s]/i;

export function isSoundNote(row: unknown): row is Note {
  if (!isObject(row)) return false;
  const { id, articleId, target, body, colour, tags, deletedAt } = row;
  return (
    areStrings(id, articleId, body) &&
    areNumbers(row.createdAt, row.updatedAt) &&
    (deletedAt === null || areNumbers(deletedAt)) &&
    NOTE_COLOURS.some((one) => one === colour) &&
    Array.isArray(tags) &&
    areStrings(...tags) &&
    isSoundTarget(target)
  );
}

export function isSoundVersion(row: unknown): row is NoteVersion {
  if (!isObject(row)) return false;
  const { id, noteId, note, removed } = row;
  return (
    areStrings(id, noteId) &&
    areNumbers(row.updatedAt, row.keptAt) &&
    isSoundNote(note) &&
    Array.isArray(removed) &&
    areStrings(...removed)
  );
}

export function isSoundArticle(row: unknown): row is Article {
  if (!isObject(row)) return false;
  const { id, url, urlKey, title, siteName, lang } = row;
  const { wordCount, createdAt, updatedAt, lastOpenedAt, deletedAt } = row;
  return (
    areStrings(id, url, urlKey, title, siteName, lang) &&
    WEB.test(String(url)) &&
    areNumbers(wordCount, createdAt, updatedAt, lastOpenedAt) &&
    (deletedAt === null || areNumbers(deletedAt))
  );
}

/** A note out of whatever stands under its id. `now` in ms, for a time that is missing. */
export function mendNote(id: string, row: unknown, now: number): Note {
  const fields = isObject(row) ? row : {};
  const updatedAt = timeOf(fields.updatedAt, now);
  return {
    ...fields,
    id,
    articleId: textOf(fields.articleId) || id,
    target: isSoundTarget(fields.target) ? fields.target : { type: 'article' },
    body: textOf(fields.body),
    colour: NOTE_COLOURS.find((one) => one === fields.colour) ?? NOTE_COLOURS[0],
    tags: Array.isArray(fields.tags) ? fields.tags.filter(isString) : [],
    createdAt: timeOf(fields.createdAt, updatedAt),
    updatedAt,
    deletedAt: areNumbers(fields.deletedAt) ? Number(fields.deletedAt) : null,
  };
}

/** Null when it does not say whose version it is: then nobody can be shown it. */
export function mendVersion(id: string, row: unknown, now: number): NoteVersion | null {
  if (!isObject(row) || !isString(row.noteId)) return null;
  const note = mendNote(row.noteId, row.note, now);
  return {
    id,
    noteId: row.noteId,
    updatedAt: timeOf(row.updatedAt, note.updatedAt),
    keptAt: timeOf(row.keptAt, note.updatedAt),
    note,
    removed: Array.isArray(row.removed) ? row.removed.filter(isString) : [],
  };
}

/** Also one for notes whose article is not there at all. `.invalid` is no one's address (RFC 2606). */
export function mendArticle(id: string, row: unknown, now: number): Article {
  const fields = isObject(row) ? row : {};
  const lost = `https://lost.invalid/${encodeURIComponent(id)}`;
  const url = WEB.test(textOf(fields.url)) ? textOf(fields.url) : lost;
  const updatedAt = timeOf(fields.updatedAt, now);
  return {
    ...fields,
    id,
    url,
    urlKey: textOf(fields.urlKey) || url,
    title: textOf(fields.title),
    siteName: textOf(fields.siteName),
    lang: textOf(fields.lang) || 'und',
    wordCount: timeOf(fields.wordCount, 0),
    createdAt: timeOf(fields.createdAt, updatedAt),
    updatedAt,
    deletedAt: areNumbers(fields.deletedAt) ? Number(fields.deletedAt) : null,
    lastOpenedAt: timeOf(fields.lastOpenedAt, updatedAt),
  };
}

function isSoundTarget(target: unknown): target is NoteTarget {
  if (!isObject(target)) return false;
  if (target.type === 'article') return true;
  const { selector } = target;
  if (target.type !== 'passage' || !isObject(selector)) return false;
  const { exact, prefix, suffix, start, end } = selector;
  return areStrings(exact, prefix, suffix) && areNumbers(start, end);
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

const areStrings = (...values: unknown[]): boolean => values.every(isString);
const areNumbers = (...values: unknown[]): boolean => values.every(Number.isFinite);
const textOf = (value: unknown): string => (isString(value) ? value : '');
const timeOf = (value: unknown, otherwise: number): number =>
  Number.isFinite(value) ? Number(value) : otherwise;
