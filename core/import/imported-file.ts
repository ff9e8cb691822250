import type { ExportData } from '../export/export-data';
import type { Note } from '../model/note';
import { isSamePlace } from '../notes/same-place';
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
  return isSamePlace(one.target, other.target) && shownOf(one) === shownOf(other);
}

function shownOf({ body, colour, tags, deletedAt }: Note): string {
  return JSON.stringify([body, colour, tags, deletedAt !== null]);
}

/**
 * The note of a file with the place of the one here, when it is on the same words: the
 * file knows less of where they stand.
 */
export function atPlaceOf(here: Note, incoming: Note): Note {
  const [known, told] = [here.target, incoming.target];
  if (known.type !== 'passage' || told.type !== 'passage') return incoming;
  const isSame =
    isSamePlace(known, told) ||
    (told.selector.start < 0 && known.selector.exact === told.selector.exact);
  return isSame ? { ...incoming, target: known } : incoming;
}
