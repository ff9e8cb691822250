import type { FormatId } from '@/core/export/format-ids';
import { EXPORT_FORMATS } from '@/core/export/formats';
import { writeExport } from '@/entrypoints/popup/write-export';
import type { HawashiDatabase } from '@/storage/database';
import { readExportData } from '@/storage/read-export-data';

export interface ExportTimes {
  /** Milliseconds until all records are read from the database. */
  read: number;
  /** Milliseconds from there to the whole file, by the clock, with its pauses for others. */
  written: Record<FormatId, number>;
}

/** Everything, in each format, as the library does it. */
export async function timeExport(db: HawashiDatabase): Promise<ExportTimes> {
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const read = await timed(() => readExportData(db, { now: 1 }));
  const data = await readExportData(db, { now: 1 });
  const written: Partial<Record<FormatId, number>> = {};
  for (const [id, format] of Object.entries(EXPORT_FORMATS)) {
    const options = { lang: 'ar', timeZone: 'Asia/Baghdad' } as const;
    written[id as FormatId] = await timed(() => writeExport(format, data, options));
  }
  return { read, written: written as Record<FormatId, number> };
}
