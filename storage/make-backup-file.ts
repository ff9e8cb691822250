import { exportFileName } from '../core/export/file-name';
import { exportJson } from '../core/export/json';
import type { HawashiDatabase } from './database';
import { readExportData } from './read-export-data';

export interface FileToWrite {
  /** `blob:`, of the context that made it and for as long as that lives. */
  url: string;
  /** In a folder of its own under the reader's downloads. */
  filename: string;
}

/** The lossless export of everything, as a file to download. `now` in ms. */
export async function makeBackupFile(
  db: HawashiDatabase,
  now: number,
): Promise<FileToWrite> {
  const data = await readExportData(db, { now });
  const blob = new Blob([exportJson(data)], { type: 'application/json' });
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const name = exportFileName({
    title: null,
    exportedAt: now,
    extension: 'json',
    timeZone,
  });
  return { url: URL.createObjectURL(blob), filename: `Hawashi/${name}` };
}
