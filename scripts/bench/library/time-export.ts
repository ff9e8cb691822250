import { piecesOf } from '@/core/export/file-pieces';
import type { FormatId } from '@/core/export/format-ids';
import { EXPORT_FORMATS } from '@/core/export/formats';
import type { HawashiDatabase } from '@/storage/database';
import { readExportData } from '@/storage/read-export-data';

export interface ExportTimes {
  /** Milliseconds until all records are read from the database. */
  read: number;
  /** Milliseconds from there to the whole file. */
  written: Record<FormatId, number>;
}

/** Of pieces that go to the browser at once, in UTF-16 units or bytes. */
const CHUNK = 1 << 20;

/** Everything, in each format, as the library does it, but for its pauses for others. */
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
    written[id as FormatId] = await timed(async () =>
      toFile(piecesOf(format, data, options).pieces),
    );
  }
  return { read, written: written as Record<FormatId, number> };
}

function toFile(pieces: Iterable<string | Uint8Array<ArrayBuffer>>): Blob {
  const blobs: Blob[] = [];
  let chunk: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  for (const piece of pieces) {
    chunk.push(piece);
    size += piece.length;
    if (size < CHUNK) continue;
    blobs.push(new Blob(chunk));
    chunk = [];
    size = 0;
  }
  return new Blob([...blobs, ...chunk]);
}
