/** What is kept of an article to know it again: one small record, no text. */
import type { Sketch } from './sketch';

/** Grows whenever two fingerprints of one text would differ from before. */
export const FINGERPRINT_VERSION = 2;

/** Where a term stands. */
export const [IN_TITLE, IN_LEAD] = [1, 2];

/** Of rarities as fingerprints keep them, in six bits. */
export const TERM_RARITY_UNIT = 0.175;

/** The heaviest terms; all lists of one length, heaviest first. */
export interface Terms {
  /** 24 bits each. */
  hashes: Uint32Array;
  /** Of the term in the body; 255 for the heaviest. */
  weights: Uint8Array;
  /** 0–63, in units of {@link TERM_RARITY_UNIT}. */
  rarities: Uint8Array;
  flags: Uint8Array;
  /** Length of the whole vector, of which these are the heaviest parts, in the units of `weights`. */
  norm: number;
  /** The first terms as they were written, for reasons a reader can read. */
  labels: readonly string[];
}

export type NameKind = 'actor' | 'place';

export interface FingerprintName {
  /** Of the entity's id, which is the same in all languages. */
  hash: number;
  kind: NameKind;
  /** 1–255: how much the article is about it, and how rare the name is. */
  weight: number;
  label: string;
}

/** A day, a month or a year that a text names: first and last day, as days since 1970-01-01. */
export interface DaySpan {
  from: number;
  to: number;
}

export interface Figure {
  /** Of the number and, when it is small, of what is counted. */
  hash: number;
  label: string;
}

export interface Fingerprint {
  version: typeof FINGERPRINT_VERSION;
  /** ISO 639-1, told from the letters. */
  lang: string;
  /** Words read. */
  words: number;
  /** The article goes on elsewhere: paywalled, cut short, or too long to be read whole. */
  partial: boolean;
  /** Of all words of the body in their order; 0 for none. */
  textHash: number;
  titleHash: number;
  sketch: Sketch;
  terms: Terms;
  /** Weightiest first. */
  names: readonly FingerprintName[];
  figures: readonly Figure[];
  /** Times that the text names with their year, the most exact first. */
  dates: readonly DaySpan[];
  /** Day of publication, since 1970-01-01; null when not known. */
  published: number | null;
}
