import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecogniser, type Recogniser } from '@/core/names/recogniser';

const FILE = join(import.meta.dirname, '..', '..', 'assets', 'public', 'lexicon.bin');

/** The recogniser with the lexicon that the extension ships. */
export function loadRecogniser(): Recogniser {
  if (!existsSync(FILE)) {
    throw new Error('assets/public/lexicon.bin is missing: run `npm run build:lexicon`');
  }
  const bytes = readFileSync(FILE);
  return createRecogniser(
    bytes.buffer.slice(
      bytes.byteOffset,
      bytes.byteOffset + bytes.byteLength,
    ) as ArrayBuffer,
  );
}
