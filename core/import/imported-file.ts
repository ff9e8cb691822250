import type { ExportData } from '../export/export-data';
import type { Note } from '../model/note';
import {
  createReport,
  type FileReason,
  type ImportReport,
  refuse,
} from './import-report';

/** What a file holds, as records of ours; nothing of it has been taken yet. */
export interface ImportedFile {
  data: ExportData;
  report: ImportReport;
}

export function emptyFile(): ImportedFile {
  const lists = { articles: [], notes: [], versions: [], entities: [], sightings: [] };
  return {
    data: { exportedAt: 0, scope: 'everything', ...lists },
    report: createReport(),
  };
}

/** A file of which nothing can be read. */
export function refusedFile(reason: FileReason): ImportedFile {
  const file = emptyFile();
  refuse(file.report, { row: 0, reason });
  return file;
}

/** Same words at the same place in the same dress: whatever else differs the reader cannot see. */
export function sayTheSame(one: Note, other: Note): boolean {
  return shownOf(one) === shownOf(other);
}

function shownOf({ target, body, colour, tags, deletedAt }: Note): string {
  const place = target.type === 'passage' ? target.selector : null;
  const { exact, prefix, suffix, start, end } = place ?? {};
  const isGone = deletedAt !== null;
  return JSON.stringify([exact, prefix, suffix, start, end, body, colour, tags, isGone]);
}
