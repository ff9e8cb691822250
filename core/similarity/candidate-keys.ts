/**
 * Under which keys a fingerprint is found again, out of a hundred thousand.
 * Each is a whole number, so that a database can hold them as an index with
 * several entries a record.
 */

import { hashText } from '../text/hash-text';
import type { Fingerprint } from './fingerprint';
import { hashPair } from './hash-pair';
import type { Sketch } from './sketch';

/**
 * The smallest hashes of the sketch, one key each (bottom-k as in `sketch.ts`):
 * a reprint of most of a text shares most of them, and of 1,000 strangers none.
 */
const SKETCH_KEYS = 12;
/** Hashes that are 0 in their last four bits: texts of unlike length share these where one holds the other. */
const SAMPLED_KEYS = 8;
const SAMPLE_MASK = 0xf;
const TERM_KEYS = 10;
const NAME_KEYS = 4;
const FIGURE_KEYS = 3;

const [SHINGLE, TERM, NAME, FIGURE, TEXT] = ['s', 't', 'n', 'f', 'x'].map(hashText) as [
  number,
  number,
  number,
  number,
  number,
];

export interface CandidateKeys {
  /** Same text: one in common is reason enough to look. */
  text: readonly number[];
  /** Same story: several in common are. The rarest first. */
  story: readonly number[];
}

/** Those text keys that any sketch of the text gives, however few hashes it keeps. */
export function smallestKeys({ hashes }: Sketch): number[] {
  return Array.from(hashes.subarray(0, SKETCH_KEYS), shingleKey);
}

const shingleKey = (hash: number): number => hashPair(SHINGLE, hash);

export function candidateKeys(fingerprint: Fingerprint): CandidateKeys {
  const { sketch, terms, names, figures, textHash } = fingerprint;
  const sampled = sketch.hashes
    .filter((hash) => (hash & SAMPLE_MASK) === 0)
    .subarray(0, SAMPLED_KEYS);
  const story = [
    ...Array.from(terms.hashes.subarray(0, TERM_KEYS), (hash) => hashPair(TERM, hash)),
    ...names.slice(0, NAME_KEYS).map(({ hash }) => hashPair(NAME, hash)),
    ...figures.slice(0, FIGURE_KEYS).map(({ hash }) => hashPair(FIGURE, hash)),
  ];
  const text = [...smallestKeys(sketch), ...Array.from(sampled, shingleKey)];
  if (textHash !== 0) text.push(hashPair(TEXT, textHash));
  return { text: [...new Set(text)], story: [...new Set(story)] };
}
