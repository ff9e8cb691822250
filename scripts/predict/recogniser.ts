import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRecogniser, type Recogniser } from '@/core/names/recogniser';

const FOLDER = join(import.meta.dirname, '..', '..', 'assets', 'public');

/** The recogniser with the lexicon and the tagger that the extension ships. */
export function loadRecogniser(): Recogniser {
  const lexicon = readPublic('lexicon.bin');
  if (lexicon === null) {
    throw new Error('assets/public/lexicon.bin is missing: run `npm run build:lexicon`');
  }
  const tagger = readPublic('tagger.bin');
  if (tagger === null) throw new Error('assets/public/tagger.bin is missing');
  const arithmetic = readPublic('tagger.wasm');
  if (arithmetic === null) {
    throw new Error('assets/public/tagger.wasm is missing: run `npm run build:kernel`');
  }
  return createRecogniser(lexicon, tagger, arithmetic);
}

function readPublic(name: string): ArrayBuffer | null {
  const path = join(FOLDER, name);
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  // A copy of its own: a small file lies in a pool that others share.
  return new Uint8Array(bytes).buffer;
}
