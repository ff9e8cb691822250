import { urlKey } from '@/core/article/normalise-url';
import { noteAsMarkdown, quoteWithLink } from '@/core/export/copy-note';
import type { ExportData } from '@/core/export/export-data';
import type { ExportOptions } from '@/core/export/export-format';
import { exportFileName } from '@/core/export/file-name';
import type { FormatId } from '@/core/export/format-ids';
import { EXPORT_FORMATS } from '@/core/export/formats';
import { ok, type Result } from '@/core/model/result';
import type { PageReport } from '@/messaging/protocol';
import type { HawashiDatabase } from '@/storage/database';
import { attempt, type StorageFailure } from '@/storage/failure';
import { readExportData } from '@/storage/read-export-data';
import { readRawExportData } from '@/storage/read-raw';
import { loadPositions } from './load-positions';
import { previewExport, type WatchedWriting, writeExport } from './write-export';

export interface ExportWish {
  /** Null for everything. */
  articleId: string | null;
  /** One note of the article alone. */
  noteId?: string;
  format: FormatId;
  lang: 'ar' | 'en';
  /** Milliseconds since the epoch. */
  now: number;
}

/** Longer than any browser takes to start reading a blob. */
const KEEP_BLOB_MS = 60_000;

/** Puts the file into the reader's downloads. */
export async function exportNotes(
  db: HawashiDatabase,
  wish: ExportWish,
): Promise<Result<null, StorageFailure>> {
  const read = await readWanted(db, wish);
  if (!read.ok) return read;
  await writeFile(read.value, wish);
  return { ok: true, value: null };
}

/**
 * Puts the file into the reader's downloads. No permission is needed: it is a link that we click
 * for them. Rejects with the signal's reason when the reader stops it.
 */
export async function writeFile(
  data: ExportData,
  { format, lang }: Pick<ExportWish, 'format' | 'lang'>,
  watched: WatchedWriting = {},
): Promise<void> {
  const options = await optionsFor(format, lang);
  const { timeZone } = options;
  const kind = EXPORT_FORMATS[format];
  const title = data.scope === 'everything' ? null : (data.articles[0]?.title ?? null);
  const name = exportFileName({
    title,
    exportedAt: data.exportedAt,
    extension: kind.extension,
    timeZone,
  });
  download(await writeExport(kind, data, options, watched), name);
}

/** How the file begins. */
export async function previewOf(
  data: ExportData,
  { format, lang }: Pick<ExportWish, 'format' | 'lang'>,
): Promise<string> {
  return previewExport(EXPORT_FORMATS[format], data, await optionsFor(format, lang));
}

/** The one note of the records, to be copied: as Markdown, or its quote with a link to its place; null when it is gone. */
export function copyOf(data: ExportData, as: 'markdown' | 'link'): string | null {
  const [note] = data.notes;
  const [article] = data.articles;
  if (note === undefined || article === undefined) return null;
  return as === 'markdown' ? noteAsMarkdown(note, article) : quoteWithLink(note, article);
}

/** What the format needs to know besides the records. */
async function optionsFor(
  format: FormatId,
  lang: 'ar' | 'en',
): Promise<ExportOptions & { timeZone: string }> {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  if (format !== 'geojson') return { lang, timeZone };
  return { lang, timeZone, positionOf: await loadPositions() };
}

/** What a page in a private window has, of which nothing is on the disk; null when it is not read. `now` in ms. */
export function dataOfPage(report: PageReport | null, now: number): ExportData | null {
  if (report?.article == null) return null;
  const { article: facts, entities, notes } = report;
  const id = notes[0]?.note.articleId || crypto.randomUUID();
  const times = { createdAt: now, updatedAt: now, lastOpenedAt: now, deletedAt: null };
  const seen = { articleId: id, firstSeenAt: now, lastSeenAt: now };
  return {
    ...{ exportedAt: now, scope: 'article', versions: [] },
    articles: [{ ...facts, id, urlKey: urlKey(facts), ...times }],
    notes: notes.map(({ note }) => ({ ...note, articleId: id })),
    entities: entities.map(({ entity }) => entity),
    sightings: entities.map(({ entity, count, acts }) => ({
      ...{ ...seen, entityId: entity.id, count },
      ...(acts ? { acts } : {}),
    })),
  };
}

/** What cannot be opened as it should be is read as it is: then everything goes, whatever was asked for. */
export async function readWanted(
  db: HawashiDatabase,
  { articleId, noteId, now }: Pick<ExportWish, 'articleId' | 'noteId' | 'now'>,
): Promise<Result<ExportData, StorageFailure>> {
  const read = await attempt(db, () =>
    readExportData(db, { ...(articleId === null ? {} : { articleId }), now }),
  );
  if (read.ok) return noteId === undefined ? read : ok(onlyNote(read.value, noteId));
  const raw = await readRawExportData(db.name, now).catch(() => null);
  return raw === null ? read : ok(raw.data);
}

/** One note of an article, with the article. */
export function onlyNote(data: ExportData, noteId: string): ExportData {
  return {
    ...data,
    scope: 'notes',
    notes: data.notes.filter(({ id }) => id === noteId),
    versions: data.versions.filter((version) => version.noteId === noteId),
  };
}

/** Puts a text into the reader's downloads. */
export function downloadText(text: string, name: string): void {
  download(new Blob([text], { type: 'application/json;charset=utf-8' }), name);
}

function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_BLOB_MS);
}
