/** Which sentences of a text were read before, in earlier texts. */
import type { TextSpan } from '../model/selector';
import { hashPair } from '../similarity/hash-pair';
import { countWork, STRIDE, type Steps } from '../text/steps';
import { alignSequences } from './align-sequences';
import { createSentenceReader, type Sentence, type SentenceWord } from './read-sentences';

/** UTF-16 units of the text, and of all earlier texts together: some 100,000 and 500,000 words. */
const MOST_UNITS = 700_000;
const MOST_EARLIER_UNITS = 3_500_000;
/** With fewer words only the same sentence is the same. */
const FEWEST_WORDS = 5;
/** Of the words, in order, in each of the two. */
const LEAST_SHARED = 0.7;
/** Of the pairs of neighbouring words: below it is not worth looking. */
const LEAST_PAIRS = 0.3;
/** A pair of words that stands in more sentences than this tells none from another. */
const MOST_PLACES = 16;
/** A sentence may have one new word for so many of its words: these stand out in it. */
const WORDS_A_NEW = 8;
/** So many words before it in its sentence may turn what it says: «نفى أن …». */
const REACH = 4;

/**
 * The sentences of `text` that stand, nearly the same, in one of `earlier`, be it
 * as a part of a sentence or in two. Its words stand there in the same order;
 * numbers and negations are the same. A new word or two in a long sentence are
 * left out, and what is beside them is given. In doubt a sentence was not read.
 * Spans are UTF-16 offsets of `text`, sorted, none overlapping. Pauses every
 * few milliseconds.
 */
export function* seenSentences(
  text: string,
  earlier: readonly string[],
): Steps<TextSpan[]> {
  const read = createSentenceReader();
  const sentences = yield* read(text.slice(0, MOST_UNITS));
  const places = yield* indexPairs(sentences);
  const keys = yield* keysOf(sentences);
  const isDue = countWork();
  /** Of each sentence that was found, the spans that were read. */
  const seen = new Map<number, TextSpan[]>();
  /** Those that stand word for word: no other text has more of them. */
  const exact = new Set<number>();
  let units = 0;
  for (const one of earlier) {
    units += one.length;
    if (units > MOST_EARLIER_UNITS || exact.size === sentences.length) break;
    yield;
    const known = yield* read(one);
    const words = known.flatMap(({ words }) => words);
    const whole = new Set(yield* keysOf(known));
    for (const [at, key] of keys.entries()) {
      if (!whole.has(key)) continue;
      seen.set(at, [spanOf(sentences[at] as Sentence)]);
      exact.add(at);
    }
    for (const [at, starts] of yield* findStarts(places, words)) {
      if (seen.has(at)) continue;
      if (isDue(STRIDE / 8 + starts.length)) yield;
      const parts = yield* findIn(sentences[at] as Sentence, words, starts);
      if (parts) seen.set(at, parts);
    }
  }
  return sentences.flatMap((_, at) => seen.get(at) ?? []);
}

function spanOf({ start, end }: Sentence): TextSpan {
  return { start, end };
}

/** One for each sequence of stems. */
function* keysOf(sentences: readonly Sentence[]): Steps<string[]> {
  const isDue = countWork();
  const keys: string[] = [];
  for (const { words } of sentences) {
    if (isDue(words.length)) yield;
    keys.push(words.map(({ stem }) => stem).join(' '));
  }
  return keys;
}

interface Place {
  /** Index of the sentence. */
  sentence: number;
  /** Index of the pair's first word in it. */
  word: number;
}

/** For each pair of neighbouring words where it stands first in each sentence. */
function* indexPairs(sentences: readonly Sentence[]): Steps<Map<number, Place[]>> {
  const isDue = countWork();
  const places = new Map<number, Place[]>();
  for (const [sentence, { words }] of sentences.entries()) {
    if (words.length < FEWEST_WORDS) continue;
    for (let word = 0; word + 1 < words.length; word++) {
      if (isDue()) yield;
      const pair = pairAt(words, word);
      const list = places.get(pair);
      if (!list) places.set(pair, [{ sentence, word }]);
      else if (list.length <= MOST_PLACES && list.at(-1)?.sentence !== sentence)
        list.push({ sentence, word });
    }
  }
  return places;
}

/** For each sentence where in `words` it would begin, by each of its pairs that stands there. */
function* findStarts(
  places: ReadonlyMap<number, readonly Place[]>,
  words: readonly SentenceWord[],
): Steps<Map<number, number[]>> {
  const isDue = countWork();
  const starts = new Map<number, number[]>();
  for (let at = 0; at + 1 < words.length; at++) {
    const list = places.get(pairAt(words, at)) ?? [];
    if (isDue(1 + list.length)) yield;
    if (list.length > MOST_PLACES) continue;
    for (const { sentence, word } of list) {
      const found = starts.get(sentence);
      if (found) found.push(at - word);
      else starts.set(sentence, [at - word]);
    }
  }
  return starts;
}

function pairAt(words: readonly SentenceWord[], at: number): number {
  return hashPair(words[at]?.stem ?? 0, words[at + 1]?.stem ?? 0);
}

/** Looks where most pairs agree on where the sentence begins, give or take what was put in. */
function* findIn(
  sentence: Sentence,
  words: readonly SentenceWord[],
  starts: number[],
): Steps<TextSpan[] | null> {
  const wanted = sentence.words;
  starts.sort((a, b) => a - b);
  const slack = Math.floor(wanted.length * (1 / LEAST_SHARED - 1));
  let [first, last, most] = [0, 0, 0];
  for (let from = 0, to = 0; to < starts.length; to++) {
    const end = starts[to] as number;
    while (end - (starts[from] as number) > slack) from++;
    if (to - from >= most)
      [first, last, most] = [starts[from] as number, end, to - from + 1];
  }
  if (most < LEAST_PAIRS * (wanted.length - 1)) return null;
  const from = Math.max(0, first - slack);
  const to = last + wanted.length + slack;
  const aligned = yield* alignSequences(
    wanted.map(stemOf),
    words.slice(from, to).map(stemOf),
  );
  const partners = aligned.map((at) => (at < 0 ? -1 : from + at));
  return saysTheSame(wanted, words, partners) ? readParts(sentence, partners) : null;
}

/** `partners`: which of `words` the wanted ones are. */
function saysTheSame(
  wanted: readonly SentenceWord[],
  words: readonly SentenceWord[],
  partners: Int32Array,
): boolean {
  const shared = partners.filter((at) => at >= 0);
  const [first, last] = [shared[0] ?? 0, shared.at(-1) ?? 0];
  const longest = Math.max(wanted.length, last - first + 1);
  if (shared.length < LEAST_SHARED * longest || isTurned(words, first)) return false;
  const own = wanted.filter((_, at) => partners[at] === -1);
  const matched = new Set(shared);
  const others = words.slice(first, last).filter((_, at) => !matched.has(first + at));
  const news = own.filter((word) => isNew(word, -1)).length;
  return (
    ![...own, ...others].some(isTelling) &&
    news <= Math.floor(wanted.length / WORDS_A_NEW)
  );
}

/** Whether a word shortly before, in the same sentence, turns what follows. */
function isTurned(words: readonly SentenceWord[], first: number): boolean {
  for (let at = first; at > first - REACH && at > 0 && words[at]?.opens !== true; at--)
    if (words[at - 1]?.weight === 'turning') return true;
  return false;
}

function isTelling({ weight }: SentenceWord): boolean {
  return weight === 'turning' || weight === 'number';
}

/** The sentence without its new words, and without the few words that would be left between. */
function readParts({ start, end, words }: Sentence, partners: Int32Array): TextSpan[] {
  const parts: TextSpan[] = [];
  for (let from = 0; from < words.length; from++) {
    let to = from;
    while (to < words.length && !isNew(words[to], partners[to])) to++;
    if (to - from >= Math.min(FEWEST_WORDS, words.length))
      parts.push({
        start: from === 0 ? start : (words[from]?.start ?? start),
        end: to === words.length ? end : (words[to - 1]?.end ?? end),
      });
    from = to;
  }
  return parts;
}

function isNew(word: SentenceWord | undefined, partner: number | undefined): boolean {
  return partner === -1 && word?.weight !== 'light';
}

function stemOf({ stem }: SentenceWord): number {
  return stem;
}
