import type { ExportData } from './export-data';
import type { ExportFormat, ExportOptions } from './export-format';
import { writeZip } from './write-zip';

/** A file of any format, piece by piece: text, of an archive bytes; and how many pieces about. */
export function piecesOf(
  format: ExportFormat,
  data: ExportData,
  options: ExportOptions,
): { total: number; pieces: Iterable<string | Uint8Array<ArrayBuffer>> } {
  if ('write' in format) return format.write(data, options);
  const { total, files } = format.writeFiles(data, options);
  // Each file makes a head, its bytes and a foot.
  return { total: 3 * total, pieces: writeZip(files, data.exportedAt) };
}
