import type { ExportFormat } from '@/components/popup/popup-view';
import type { ExportData } from '@/core/export/export-data';
import { exportFileName } from '@/core/export/file-name';
import { exportJson } from '@/core/export/json';
import { writeMarkdown } from '@/core/export/markdown';
import { ok, type Result } from '@/core/model/result';
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
  const { articleId, format, lang, now } = wish;
  const read = await readWanted(db, wish);
  if (!read.ok) return read;
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const title = articleId === null ? null : (read.value.articles[0]?.title ?? null);
  const isJson = format === 'json';
  const text = isJson
    ? exportJson(read.value)
    : [...writeMarkdown(read.value, { lang, timeZone }).pieces].join('');
  const name = exportFileName({
    title,
    exportedAt: now,
    extension: isJson ? 'json' : 'md',
    timeZone,
  });
  downloadText(text, name, isJson ? 'application/json' : 'text/markdown');
  return { ok: true, value: null };
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
