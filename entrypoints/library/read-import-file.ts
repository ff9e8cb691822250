import type { Columns } from '@/core/import/csv-columns';
import { decodeFile, MAX_BYTES } from '@/core/import/decode-file';
import { type OpenedFile, openFile, readOpened } from '@/core/import/formats';
import type { FileReason } from '@/core/import/import-report';
import type { ImportedFile } from '@/core/import/imported-file';
import { fail, ok, type Result } from '@/core/model/result';

/** A file that is one of notes. */
export type KnownFile = Exclude<OpenedFile, { format: null }>;

/** Opens a file; one that is too large is not even read. */
export async function openImport(chosen: File): Promise<Result<KnownFile, FileReason>> {
  if (chosen.size > MAX_BYTES) return fail('too-large');
  const text = decodeFile(new Uint8Array(await chosen.arrayBuffer()));
  if (!text.ok) return text;
  const opened = openFile(text.value);
  return opened.format === null ? fail(opened.reason) : ok(opened);
}

/**
 * The records of a file, read in steps between which the page is drawn. `onStep` is
 * asked before each whether to go on; null when it said no.
 */
export async function readInTurns(
  opened: KnownFile,
  options: { columns?: Columns | undefined; fileTime: number },
  onStep: () => boolean,
): Promise<ImportedFile | null> {
  const steps = readOpened(opened, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await new Promise((resolve) => setTimeout(resolve));
    if (!onStep()) return null;
  }
}
