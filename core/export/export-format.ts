/** What a format of export is: something that writes records piece by piece. */
import type { ExportData } from './export-data';

export interface ExportOptions {
  /** The language of headings and labels. */
  lang: 'ar' | 'en';
  /** IANA name of the zone for dates, the reader's; UTC when left out. */
  timeZone?: string;
  /** Where a place is: degrees east and north, for formats with a map. */
  positionOf?: (entityId: string) => Position | null;
}

/** Degrees of longitude, then of latitude, as GeoJSON has them. */
export type Position = readonly [east: number, north: number];

/**
 * A file that is being written. Its pieces may be asked for once, and one at a
 * time, so that whoever writes it can rest, show how far it is, and stop.
 */
export interface Writing {
  /** About how many pieces there are. */
  total: number;
  pieces: Iterable<string>;
}

/** One file of several, which go out in a zip. */
export interface NamedFile {
  /** With its ending; differs from those of the others. */
  name: string;
  text: string;
}

export interface WritingFiles {
  total: number;
  files: Iterable<NamedFile>;
}

interface FormatFacts {
  /** By which people download it: `md`, without a dot. */
  extension: string;
  mime: string;
}

export type ExportFormat = FormatFacts &
  (
    | { write(data: ExportData, options: ExportOptions): Writing }
    | { writeFiles(data: ExportData, options: ExportOptions): WritingFiles }
  );

/** What these pieces, made as they are asked for, write. */
export function inPieces(total: number, pieces: () => Iterable<string>): Writing {
  return { total, pieces: { [Symbol.iterator]: () => pieces()[Symbol.iterator]() } };
}
