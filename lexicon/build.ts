/** `npm run build:lexicon`: the committed sources → `assets/public/lexicon.bin`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectWords } from './collect-words';
import { packLexicon } from './pack-lexicon';
import { readEntries, readWords } from './read-sources';

const target = join(import.meta.dirname, '..', 'assets', 'public', 'lexicon.bin');
const entries = readEntries();
const words = collectWords();
const file = packLexicon(entries, words, new Set(readWords('ar-ambiguous')));
mkdirSync(join(target, '..'), { recursive: true });
writeFileSync(target, new Uint8Array(file));
process.stdout.write(
  `lexicon.bin: ${entries.length} entries, ${words.size} words, ${Math.round(file.byteLength / 1024)} KiB\n`,
);
