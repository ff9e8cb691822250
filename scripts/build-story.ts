/**
 * `npm run build:story -- --id seed/… --ar NAME --en NAME [--title T] [--published DAY] TEXT_FILE`:
 * the fingerprint of an article becomes a story that the extension follows from
 * the first day, in `assets/public/stories.json`; one of the same id is replaced.
 * Of the text nothing is kept but what a fingerprint holds.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packFingerprint } from '@/core/similarity/pack-fingerprint';
import {
  type PackedSeedStory,
  readSeedStories,
} from '@/core/similarity/read-seed-stories';
import { fingerprintWithNames, loadTermFrequencies } from './predict/fingerprint';
import { loadRecogniser } from './predict/recogniser';
import { ROOT } from './run-command';

const OUT = join(ROOT, 'assets', 'public', 'stories.json');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    id: { type: 'string' },
    ar: { type: 'string' },
    en: { type: 'string' },
    title: { type: 'string', default: '' },
    published: { type: 'string' },
  },
});
const { id, ar, en, title, published } = values;
const [path] = positionals;
if (id === undefined || ar === undefined || en === undefined || path === undefined) {
  throw new Error('give --id, --ar, --en and the file of the text');
}

const fingerprint = fingerprintWithNames(
  { title, text: readFileSync(path, 'utf8'), published },
  loadRecogniser(),
  loadTermFrequencies(),
);
const story: PackedSeedStory = {
  id,
  names: { ar, en },
  published: published ?? null,
  fingerprint: Buffer.from(packFingerprint(fingerprint)).toString('base64'),
};
const others: PackedSeedStory[] = existsSync(OUT)
  ? JSON.parse(readFileSync(OUT, 'utf8'))
  : [];
const stories = [...others.filter((other) => other.id !== id), story];
readSeedStories([story]);
writeFileSync(OUT, `${JSON.stringify(stories, null, 2)}\n`);
console.log(`${stories.length} stories; ${fingerprint.names.length} names in ${id}`);
