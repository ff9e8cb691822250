/**
 * How rare a stem is. Arabic from counts in news (docs/data.md), shipped as a
 * table of hashes; what it does not hold, and other languages, by a prior:
 * the shorter a word, the more texts it stands in.
 */

import { hashText } from '../text/hash-text';
import type { Script } from '../text/scripts';

/** First word of the file: "HT" and the version. */
const MAGIC = 0x48540001;
/** A byte of rarity, in natural-log units of documents over documents with the stem. */
export const RARITY_UNIT = 1 / 16;
/** Of a stem that news hardly knows. */
const RAREST = 9;
/** And, so, in, to, like, will; before a word long enough to be one. */
const ATTACHED = /^[وفبلكس].{3}/u;
const OFTEN_ATTACHED = /^[وفبل].{4}/u;
/** In sixteenths, as the table has it: what is e times as common without the letter is the word itself. */
const COMMONER = 16;

export interface TermFrequencies {
  /** 0 (in every text) to some 9 (in hardly any). */
  rarity(stem: string, script: Script): number;
  /** The stem without a letter that stands for a word before it, where news knows that alone or far better: لصاروخ is صاروخ. */
  bare(stem: string, script: Script): string;
}

/**
 * `table` is the file `terms.bin`: after the magic word, entries of 24 bits of
 * hash and 8 bits of rarity, ascending. Without it only the prior speaks.
 * Throws when the table is of another version.
 */
export function openTermFrequencies(table?: ArrayBuffer): TermFrequencies {
  const all = table === undefined ? null : new Uint32Array(table);
  if (all !== null && all[0] !== MAGIC) {
    throw new Error('terms.bin is of another version');
  }
  const entries = all?.subarray(1) ?? null;
  return {
    rarity(stem, script) {
      if (script !== 'arab' || entries === null) return priorRarity(stem);
      const found = lookUp(entries, hashText(stem) >>> 8);
      return found === null ? RAREST : found * RARITY_UNIT;
    },
    bare(stem, script) {
      if (script !== 'arab' || entries === null || !ATTACHED.test(stem)) return stem;
      const rest = stem.slice(1);
      const [whole, bare] = [stem, rest].map((one) =>
        lookUp(entries, hashText(one) >>> 8),
      );
      if (bare === null || bare === undefined) return stem;
      if (whole === null || whole === undefined) return rest;
      return OFTEN_ATTACHED.test(stem) && whole - bare > COMMONER ? rest : stem;
    },
  };
}

/** The file of {@link openTermFrequencies}; `rarity` in the same natural-log units. */
export function packTermFrequencies(rarities: ReadonlyMap<string, number>): Uint32Array {
  // Of two stems with one hash the commoner counts.
  const bytes = new Map<number, number>();
  for (const [stem, rarity] of rarities) {
    const hash = hashText(stem) >>> 8;
    const byte = Math.min(255, Math.max(0, Math.round(rarity / RARITY_UNIT)));
    bytes.set(hash, Math.min(byte, bytes.get(hash) ?? 255));
  }
  const sorted = [...bytes].sort(([a], [b]) => a - b);
  return Uint32Array.from([
    MAGIC,
    ...sorted.map(([hash, byte]) => ((hash << 8) | byte) >>> 0),
  ]);
}

function priorRarity(stem: string): number {
  if (stem.length <= 2) return 0.5;
  return Math.min(6.5, 1 + stem.length * 0.9);
}

function lookUp(entries: Uint32Array, hash: number): number | null {
  let low = 0;
  let high = entries.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle] as number;
    const key = entry >>> 8;
    if (key === hash) return entry & 0xff;
    if (key < hash) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
