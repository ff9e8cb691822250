import type { ExportFormat } from '@/components/popup/popup-view';
import { urlKey } from '@/core/article/normalise-url';
import type { ExportData } from '@/core/export/export-data';
import { exportFileName } from '@/core/export/file-name';
import { exportJson } from '@/core/export/json';
import { exportMarkdown } from '@/core/export/markdown';
import { ok, type Result } from '@/core/model/result';
import type { PageReport } from '@/messaging/protocol';
import type { HawashiDatabase } from '@/storage/database';
import { attempt, type StorageFailure } from '@/storage/failure';
import { readExportData } from '@/storage/read-export-data';
import { readRawExportData } from '@/storage/read-raw';

export interface ExportWish {
  /** Null for everything. */
  articleId: string | null;
  format: ExportFormat;
  lang: 'ar' | 'en';
  /** Milliseconds since the epoch. */
  now: number;
}

/** Longer than any browser takes to start reading a blob. */
const KEEP_BLOB_MS = 60_000;

/** Puts the file into the reader's downloads. No permission is needed: it is a link that we click for them. */
export async function exportNotes(
  db: HawashiDatabase,
  wish: ExportWish,
): Promise<Result<null, StorageFailure>> {
  const read = await readWanted(db, wish);
  if (!read.ok) return read;
  writeFile(read.value, wish);
  return { ok: true, value: null };
}

export function writeFile(
  data: ExportData,
  { format, lang }: Pick<ExportWish, 'format' | 'lang'>,
): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const title = data.scope === 'article' ? (data.articles[0]?.title ?? null) : null;
  const isJson = format === 'json';
  const text = isJson ? exportJson(data) : exportMarkdown(data, { lang, timeZone });
  const name = exportFileName({
    title,
    exportedAt: data.exportedAt,
    extension: isJson ? 'json' : 'md',
    timeZone,
  });
  downloadText(text, name, isJson ? 'application/json' : 'text/markdown');
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
async function readWanted(
  db: HawashiDatabase,
  { articleId, now }: ExportWish,
): Promise<Result<ExportData, StorageFailure>> {
  const read = await attempt(db, () =>
    readExportData(db, { ...(articleId === null ? {} : { articleId }), now }),
  );
  if (read.ok) return read;
  const raw = await readRawExportData(db.name, now).catch(() => null);
  return raw === null ? read : ok(raw.data);
}

/** Puts a text into the reader's downloads. */
export function downloadText(
  text: string,
  name: string,
  type = 'application/json',
): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_BLOB_MS);
}
