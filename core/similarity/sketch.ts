/**
 * A sketch of a text: the smallest hashes of its word shingles. Two sketches
 * tell resemblance and containment (Broder: On the resemblance and containment
 * of documents, 1997; the smallest k of one hash: Cohen and Kaplan, Summarizing
 * data using bottom-k sketches, 2007). A text of up to {@link MOST_HASHES}
 * different shingles is held whole, and then the figures are exact.
 */
import { hashPair } from './hash-pair';
import type { ReadWord } from './read-words';

/** Words in a shingle: four tell an edited reprint from a report with the same quotations. */
export const SHINGLE_WORDS = 4;
export const MOST_HASHES = 192;

export interface Sketch {
  /** Different shingles of the text. */
  shingles: number;
  /** The smallest hashes, ascending, each once; 24 bits each. */
  hashes: Uint32Array;
}

export interface Overlap {
  /** 0–1, estimated: the share of the first text that stands in the second. */
  firstInSecond: number;
  secondInFirst: number;
  /** 0–1: of the text with fewer shingles in the other. */
  shorterInLonger: number;
  /** Hashes of the shorter that the estimate rests on. */
  sample: number;
}

export function sketchWords(words: readonly ReadWord[]): Sketch {
  const hashes = Uint32Array.from(new Set(shinglesOf(words))).sort();
  return { shingles: hashes.length, hashes: hashes.slice(0, MOST_HASHES) };
}

/** The hash, of 24 bits, of the shingle that begins at each word. */
export function shinglesOf(words: readonly ReadWord[]): Uint32Array {
  const count = Math.max(0, words.length - SHINGLE_WORDS + 1);
  return Uint32Array.from({ length: count }, (_, at) => {
    let hash = 0;
    for (let offset = 0; offset < SHINGLE_WORDS; offset++) {
      hash = hashPair(hash, words[at + offset]?.word ?? 0);
    }
    return hash >>> 8;
  });
}

export function compareSketches(a: Sketch, b: Sketch): Overlap {
  // Up to this hash both sketches hold all that their texts have.
  const limit = Math.min(reachOf(a), reachOf(b));
  let [inFirst, inSecond, inBoth] = [0, 0, 0];
  for (let i = 0, j = 0; ; ) {
    const left = a.hashes[i] ?? Infinity;
    const right = b.hashes[j] ?? Infinity;
    const next = Math.min(left, right);
    if (next > limit || next === Infinity) break;
    if (left === next) {
      inFirst++;
      i++;
    }
    if (right === next) {
      inSecond++;
      j++;
    }
    if (left === right) inBoth++;
  }
  const firstInSecond = inFirst === 0 ? 0 : inBoth / inFirst;
  const secondInFirst = inSecond === 0 ? 0 : inBoth / inSecond;
  const sample = Math.min(inFirst, inSecond);
  return {
    firstInSecond,
    secondInFirst,
    shorterInLonger: sample === 0 ? 0 : inBoth / sample,
    sample,
  };
}

function reachOf({ shingles, hashes }: Sketch): number {
  return shingles > hashes.length ? (hashes.at(-1) ?? Infinity) : Infinity;
}
