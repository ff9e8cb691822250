/** Lists of names inside the tagger: which words of a text stand in which of them. */
import { hashText } from '../../text/hash-text';
import { findHash } from './find-hash';

export const LISTS = ['PER', 'LOC', 'ORG'] as const;

/** Bits of a phrase's entry: one for each list, and whether longer phrases begin with it. */
export const LONGER_PHRASE = 8;
/** Bits of a word's entry: seen first or last in names of people. */
export const NAME_FIRST = 16;
export const NAME_LAST = 32;

export interface Gazetteer {
  /** Ascending hashes of phrases (words parted by a space) and of their beginnings. */
  hashes: Uint32Array;
  /** For each hash, bit n for list n, and the bits above. */
  bits: Uint8Array;
}

export function phraseBits(gazetteer: Gazetteer, phrase: string): number {
  const at = findHash(gazetteer.hashes, hashText(phrase, 1));
  return at < 0 ? 0 : (gazetteer.bits[at] ?? 0);
}

/** A word's place in the longest phrase of a list: outside, the whole, its first, a middle, its last. */
export const PLACES = { none: 0, single: 1, first: 2, inner: 3, last: 4 } as const;

/** No phrase of the lists has more words. */
export const MAX_PHRASE = 6;

/** One reading of a word, and what the lists have of it. */
export interface PhraseStart {
  word: string;
  bits: number;
}

/**
 * For each word its place in each list, `LISTS.length` bytes a word. `words`
 * gives the readings of each word (without clitics first in the phrase only).
 */
export function placeInLists(
  gazetteer: Gazetteer,
  words: readonly (readonly PhraseStart[])[],
): Uint8Array {
  const places = new Uint8Array(words.length * LISTS.length);
  const reach = new Int32Array(LISTS.length);
  const longest = new Int32Array(LISTS.length);
  for (const [from, readings] of words.entries()) {
    longest.fill(0);
    for (const start of readings) followPhrase(gazetteer, words, from, start, longest);
    for (let list = 0; list < LISTS.length; list++) {
      const length = longest[list] as number;
      // The leftmost phrase wins: a later one that begins inside it counts no more.
      if (length === 0 || from < (reach[list] as number)) continue;
      reach[list] = from + length;
      markPhrase(places, list, from, length);
    }
  }
  return places;
}

function followPhrase(
  gazetteer: Gazetteer,
  words: readonly (readonly PhraseStart[])[],
  from: number,
  start: PhraseStart,
  longest: Int32Array,
): void {
  let { word: phrase, bits } = start;
  for (let length = 1; bits !== 0; length++) {
    for (let list = 0; list < LISTS.length; list++) {
      if ((bits & (1 << list)) !== 0)
        longest[list] = Math.max(longest[list] as number, length);
    }
    const next = words[from + length]?.[0]?.word;
    if ((bits & LONGER_PHRASE) === 0 || length === MAX_PHRASE) return;
    if (next === undefined || next === '') return;
    phrase += ` ${next}`;
    bits = phraseBits(gazetteer, phrase);
  }
}

function markPhrase(
  places: Uint8Array,
  list: number,
  from: number,
  length: number,
): void {
  for (let at = 0; at < length; at++) {
    places[(from + at) * LISTS.length + list] =
      length === 1
        ? PLACES.single
        : at === 0
          ? PLACES.first
          : at === length - 1
            ? PLACES.last
            : PLACES.inner;
  }
}
