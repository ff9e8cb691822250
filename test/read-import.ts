import { type ImportFormat, openFile, readOpened } from '@/core/import/formats';
import type { ImportedFile } from '@/core/import/imported-file';
import { runToEnd } from '@/core/text/steps';

/** Reads a file's text, or what is to be its JSON, as the extension does. */
export function readImport(
  file: unknown,
  { format, fileTime = 5 }: { format?: ImportFormat; fileTime?: number } = {},
): ImportedFile & { format: ImportFormat | null } {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  const opened = openFile(text, format);
  return { ...runToEnd(readOpened(opened, { fileTime })), format: opened.format };
}
