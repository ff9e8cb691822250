/**
 * Tokens → the numbers the network reads. Training reads the same numbers,
 * written by this very code, so the two cannot differ.
 */
import { readArabicWord } from '../../language/ar/clitics';
import { hashText, hashUnits } from '../../text/hash-text';
import type { Token } from '../../text/tokens';
import { findHash } from './find-hash';
import {
  type Gazetteer,
  LISTS,
  NAME_FIRST,
  NAME_LAST,
  type PhraseStart,
  phraseBits,
  placeInLists,
} from './gazetteer';
import { SHAPES, shapeOf } from './shape';
import { vectorWord } from './vector-word';

/** Groups of letters are kept by hash in so many places; 0 is for none. */
export const GRAM_BUCKETS = 8192;
export const MAX_GRAMS = 14;
/** Letters read of a word; of a longer one the first and the last eight. */
export const MAX_LETTERS = 16;

/** How many values each feature has; one table of the network for each. */
export const FEATURE_SIZES = [15, SHAPES, 2, 20, 5, 5] as const;
export const FEATURES = FEATURE_SIZES.length;

export interface WordLists {
  /** Ascending hashes of the words that have a vector. */
  vocabulary: Uint32Array;
  gazetteer: Gazetteer;
}

export interface EncodedTokens {
  length: number;
  /** For each token its form: tokens written alike share one, and what is computed for it. */
  forms: Uint32Array;
  /** `FEATURES` values a token. */
  features: Uint16Array;
  formCount: number;
  /** For each form its index into the vectors + 1; 0 for a word without one. */
  words: Uint32Array;
  /** `MAX_GRAMS` buckets a form, 0 where there are fewer. */
  grams: Uint16Array;
  /** `MAX_LETTERS` bytes a form, 0 behind its end. */
  letters: Uint8Array;
}

/** `starts` says of each token whether a sentence begins at it. */
export function encodeTokens(
  text: string,
  tokens: readonly Token[],
  starts: readonly boolean[],
  lists: WordLists,
): EncodedTokens {
  const length = tokens.length;
  const encoded: EncodedTokens = {
    length,
    forms: new Uint32Array(length),
    features: new Uint16Array(length * FEATURES),
    formCount: 0,
    words: new Uint32Array(length),
    grams: new Uint16Array(length * MAX_GRAMS),
    letters: new Uint8Array(length * MAX_LETTERS),
  };
  const known = new Map<string, Form>();
  const readings: (readonly PhraseStart[])[] = [];
  const forms: Form[] = [];
  for (const [at, token] of tokens.entries()) {
    const name = vectorWord(token);
    const form = known.get(name) ?? encodeForm(token, lists, encoded);
    known.set(name, form);
    encoded.forms[at] = form.index;
    readings.push(form.readings);
    forms.push(form);
  }
  const places = placeInLists(lists.gazetteer, readings);
  for (const [at, token] of tokens.entries()) {
    const form = forms[at];
    if (form === undefined) continue;
    const script = token.script === 'arab' ? 0 : token.script === 'latn' ? 1 : 2;
    const base = at * LISTS.length;
    const to = at * FEATURES;
    encoded.features[to] = form.how + script * 5;
    encoded.features[to + 1] = shapeOf(text, token);
    encoded.features[to + 2] = starts[at] === true ? 1 : 0;
    encoded.features[to + 3] = (places[base] ?? 0) * 4 + form.ends;
    encoded.features[to + 4] = places[base + 1] ?? 0;
    encoded.features[to + 5] = places[base + 2] ?? 0;
  }
  return encoded;
}

interface Form {
  index: number;
  readings: readonly PhraseStart[];
  /** How its vector was found: as written, without a clitic, not at all. */
  how: number;
  /** Seen first (1) or last (2) in names of people. */
  ends: number;
}

function encodeForm(token: Token, lists: WordLists, encoded: EncodedTokens): Form {
  const index = encoded.formCount++;
  const readings = readingsOf(token);
  const found = findWord(lists.vocabulary, token, readings);
  encoded.words[index] = found.word;
  const starts = readings.map((word) => ({
    word,
    bits: phraseBits(lists.gazetteer, word),
  }));
  const seen = starts.reduce((all, { bits }) => all | bits, 0);
  const ends = ((seen & NAME_FIRST) !== 0 ? 1 : 0) + ((seen & NAME_LAST) !== 0 ? 2 : 0);
  writeLetters(token.folded, encoded.letters, index * MAX_LETTERS);
  if (token.kind === 'word') writeGrams(token.folded, encoded.grams, index * MAX_GRAMS);
  return { index, readings: starts, how: found.how, ends };
}

/** The whole word first; of a mark none. */
function readingsOf(token: Token): readonly string[] {
  if (token.kind === 'mark') return [''];
  if (token.script !== 'arab') return [token.folded];
  const readings = [token.folded];
  for (const { skip, key } of readArabicWord(token.folded)) {
    if (skip > 0 && key.length > 2) readings.push(key);
  }
  return readings;
}

function findWord(
  vocabulary: Uint32Array,
  token: Token,
  readings: readonly string[],
): { word: number; how: number } {
  const whole = findHash(vocabulary, hashText(vectorWord(token))) + 1;
  if (whole > 0 || token.kind !== 'word') return { word: whole, how: whole > 0 ? 0 : 4 };
  for (let index = 1; index < readings.length; index++) {
    const reading = readings[index] ?? '';
    const word = findHash(vocabulary, hashText(reading)) + 1;
    if (word > 0) {
      return {
        word,
        how: Math.min(3, Math.max(1, token.folded.length - reading.length)),
      };
    }
  }
  // The article left off or put on: الكوثراني and كوثراني are one name.
  if (token.script === 'arab') {
    const other = token.folded.startsWith('ال')
      ? token.folded.slice(2)
      : `ال${token.folded}`;
    const word = findHash(vocabulary, hashText(other)) + 1;
    if (word > 0) return { word, how: 3 };
  }
  return { word: 0, how: 4 };
}

/** All groups of three and four letters, the word's edges marked. */
function writeGrams(folded: string, grams: Uint16Array, base: number): void {
  const marked = `^${folded.slice(0, 24)}$`;
  let count = 0;
  for (let at = 0; at + 3 <= marked.length; at++) {
    for (let width = 3; width <= 4 && at + width <= marked.length; width++) {
      if (count === MAX_GRAMS) return;
      grams[base + count++] =
        1 + (hashUnits(marked, at, at + width, 2) % (GRAM_BUCKETS - 1));
    }
  }
}

/** One byte a letter: ASCII as it is, of every other block its place within 128. */
function writeLetters(folded: string, letters: Uint8Array, base: number): void {
  const half = MAX_LETTERS / 2;
  const cut = folded.length > MAX_LETTERS;
  const word = cut ? folded.slice(0, half) + folded.slice(-half) : folded;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    letters[base + at] = code < 0x80 ? code : 0x80 + (code & 0x7f);
  }
}
