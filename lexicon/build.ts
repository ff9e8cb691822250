/** `npm run build:lexicon`: the committed sources → `assets/public/lexicon.bin` and `places.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectWords } from './collect-words';
import { packLexicon } from './pack-lexicon';
import { readCoordinates } from './read-coordinates';
import { readEntries, readWords } from './read-sources';

const folder = join(import.meta.dirname, '..', 'assets', 'public');
const entries = readEntries();
const words = collectWords();
const file = packLexicon(entries, words, new Set(readWords('ar-ambiguous')));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'lexicon.bin'), new Uint8Array(file));
process.stdout.write(
  `lexicon.bin: ${entries.length} entries, ${words.size} words, ${Math.round(file.byteLength / 1024)} KiB\n`,
);

const places = readCoordinates();
writeFileSync(join(folder, 'places.json'), JSON.stringify(Object.fromEntries(places)));
process.stdout.write(`places.json: ${places.size} places\n`);
