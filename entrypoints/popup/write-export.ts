/** Writes a file of export without standing in anybody's way, and no part of it twice. */
import type { ExportData } from '@/core/export/export-data';
import type { ExportFormat, ExportOptions } from '@/core/export/export-format';
import { piecesOf } from '@/core/export/file-pieces';

export interface WatchedWriting {
  signal?: AbortSignal;
  /** Called with how much is done, 0 to 1, now and then. */
  onProgress?: (share: number) => void;
}

/** Of pieces that go to the browser at once, in UTF-16 units or bytes: it may put them on the disk. */
const CHUNK = 1 << 20;
/** For so long at a time nothing else happens in the page, in ms. */
const SLICE = 12;
/** Of a preview, in UTF-16 units. */
const PREVIEW = 1_500;

/** The whole file. Rejects with the signal's reason when it is stopped. */
export async function writeExport(
  format: ExportFormat,
  data: ExportData,
  options: ExportOptions,
  { signal, onProgress }: WatchedWriting = {},
): Promise<Blob> {
  const { total, pieces } = piecesOf(format, data, options);
  const blobs: Blob[] = [];
  let chunk: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  let done = 0;
  let since = performance.now();
  for (const piece of pieces) {
    chunk.push(piece);
    size += piece.length;
    done++;
    if (size >= CHUNK) {
      blobs.push(new Blob(chunk));
      chunk = [];
      size = 0;
    }
    if (performance.now() - since < SLICE) continue;
    onProgress?.(total === 0 ? 1 : Math.min(done / total, 1));
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    since = performance.now();
  }
  return new Blob([...blobs, ...chunk], { type: `${format.mime};charset=utf-8` });
}

/** How the file begins; of several, the first. */
export function previewExport(
  format: ExportFormat,
  data: ExportData,
  options: ExportOptions,
): string {
  let text = '';
  if ('writeFiles' in format) {
    for (const file of format.writeFiles(data, options).files) {
      text = `${file.name}\n\n${file.text}`;
      break;
    }
  } else {
    for (const piece of format.write(data, options).pieces) {
      text += piece;
      if (text.length > PREVIEW) break;
    }
  }
  return text.length > PREVIEW ? `${text.slice(0, PREVIEW)}…` : text;
}
