/**
 * Derives `assets/public/terms.bin`: in how many texts of Arabic news a stem
 * stands. The file is committed; this is how it came about (docs/data.md).
 *
 *     xzcat RAW_ARABIC… | npx tsx lexicon/derive/term-rarities.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { stemWord } from '../../core/similarity/stem-word';
import { packTermFrequencies } from '../../core/similarity/term-frequencies';
import { spell } from '../../core/text/spelling';

/** Words of running text that count as one text: about a report's length. */
const TEXT_WORDS = 250;
/** Stems in fewer texts are as rare as one never seen. */
const FEWEST_TEXTS = 10;
const OUT = join(import.meta.dirname, '..', '..', 'assets', 'public', 'terms.bin');

const texts = new Map<string, number>();
const stems = new Map<string, string>();
let count = 0;
let words = 0;
let seen = new Set<string>();

for await (const line of createInterface({ input: process.stdin })) {
  for (const [word] of line.matchAll(/[\u0620-\u065f\u0670-\u06d3]+/g)) {
    let stem = stems.get(word);
    if (stem === undefined) {
      stem = stemWord(spell(word), 'arab');
      stems.set(word, stem);
    }
    seen.add(stem);
    if (++words < TEXT_WORDS) continue;
    for (const one of seen) texts.set(one, (texts.get(one) ?? 0) + 1);
    count++;
    words = 0;
    seen = new Set();
  }
}

const rarities = new Map<string, number>();
for (const [stem, held] of texts) {
  if (stem.length > 1 && held >= FEWEST_TEXTS) rarities.set(stem, Math.log(count / held));
}
const packed = packTermFrequencies(rarities);
writeFileSync(OUT, new Uint8Array(packed.buffer));
console.log(`${rarities.size} stems from ${count} texts, ${packed.byteLength} bytes`);
