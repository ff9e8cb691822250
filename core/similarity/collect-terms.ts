/** The weighted terms of an article. */

import { hashText } from '../text/hash-text';
import { countWork, STRIDE, type Steps } from '../text/steps';
import { IN_LEAD, IN_TITLE, TERM_RARITY_UNIT, type Terms } from './fingerprint';
import type { ReadWord } from './read-words';
import { smallWords } from './small-words';
import type { TermFrequencies } from './term-frequencies';

const MOST_TERMS = 128;
const MOST_LABELS = 8;
const LABEL_UNITS = 20;
/** Words at the beginning of a report that tell what it is about. */
const LEAD_WORDS = 60;
/** How many times in the body a word of the title counts for. */
const TITLE_COUNT = 2;
/** A word with a capital is mostly a name, and names are rare. */
const CAPITAL_RARITY = 1.5;
const SMALL_RARITY = 0.2;
const MOST_RARITY = 63;

/** Words, and the text whose offsets they carry. */
export interface WordsOf {
  text: string;
  words: readonly ReadWord[];
}

interface Counted {
  word: ReadWord;
  count: number;
  flags: number;
  capital: boolean;
}

interface Term {
  stem: string;
  flags: number;
  rarity: number;
  weight: number;
}

export function* collectTerms(
  title: WordsOf,
  body: WordsOf,
  frequencies: TermFrequencies,
): Steps<Terms> {
  const isDue = countWork(8 * STRIDE);
  const weighed: Term[] = [];
  for (const [stem, one] of yield* countStems(title.words, body.words, frequencies)) {
    if (isDue()) yield;
    const rarity = rarityOf(stem, one, frequencies);
    const weight = (1 + Math.log(one.count)) * rarity;
    weighed.push({ stem, flags: one.flags, rarity, weight });
  }
  const kept = yield* heaviest(weighed);
  const unit = (kept[0]?.weight ?? 1) / 255;
  return {
    hashes: Uint32Array.from(kept, ({ stem }) => hashText(stem) >>> 8),
    weights: Uint8Array.from(kept, ({ weight }) => Math.round(weight / unit)),
    rarities: Uint8Array.from(kept, ({ rarity }) =>
      Math.min(MOST_RARITY, Math.round(rarity / TERM_RARITY_UNIT)),
    ),
    flags: Uint8Array.from(kept, ({ flags }) => flags),
    norm: Math.round(
      Math.sqrt(weighed.reduce((sum, { weight }) => sum + (weight / unit) ** 2, 0)),
    ),
    labels: yield* labelsOf(
      kept.slice(0, MOST_LABELS).map(({ stem }) => stem),
      [body, title],
      frequencies,
    ),
  };
}

/** At most {@link MOST_TERMS}, the heaviest first: to sort all at once takes too long. */
function* heaviest(terms: readonly Term[]): Steps<Term[]> {
  const isDue = countWork(2 * STRIDE);
  const best = (some: Term[]) =>
    some
      .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
      .slice(0, MOST_TERMS);
  let kept: Term[] = [];
  for (const term of terms) {
    kept.push(term);
    if (!isDue()) continue;
    yield;
    kept = best(kept);
  }
  return best(kept);
}

function* countStems(
  title: readonly ReadWord[],
  body: readonly ReadWord[],
  frequencies: TermFrequencies,
): Steps<Map<string, Counted>> {
  const isDue = countWork(8 * STRIDE);
  const counted = new Map<string, Counted>();
  const add = (word: ReadWord, count: number, flags: number, capital: boolean) => {
    if (word.kind === 'number' || word.stem.length < 2) return;
    const stem = frequencies.bare(word.stem, word.script);
    const seen = counted.get(stem);
    if (seen === undefined) {
      counted.set(stem, { word, count, flags, capital });
    } else {
      seen.count += count;
      seen.flags |= flags;
      seen.capital ||= capital;
    }
  };
  // Titles write capitals where texts do not.
  for (const word of title) add(word, TITLE_COUNT, IN_TITLE, false);
  for (const [at, word] of body.entries()) {
    if (isDue()) yield;
    add(word, 1, at < LEAD_WORDS ? IN_LEAD : 0, word.capital);
  }
  return counted;
}

function rarityOf(
  stem: string,
  { word, capital }: Counted,
  frequencies: TermFrequencies,
): number {
  const rarity = frequencies.rarity(stem, word.script);
  if (word.script !== 'latn') return rarity;
  if (capital) return rarity + CAPITAL_RARITY;
  return smallWords.has(stem) ? SMALL_RARITY : rarity;
}

const BEFORE_ARTICLE = /^[وفبك](?=ال.{4})/u;
const TO_THE = /^[وف]?لل(?=.{4})/u;

/** Without the words that Arabic attaches in front: وبالصواريخ is الصواريخ. */
function bareLabel(written: string, attached: boolean): string {
  if (attached) return written.slice(1);
  return written.replace(BEFORE_ARTICLE, '').replace(TO_THE, 'ال');
}

/** Of each stem the shortest form written: the one with the least attached to it. */
function* labelsOf(
  stems: readonly string[],
  sources: readonly WordsOf[],
  frequencies: TermFrequencies,
): Steps<string[]> {
  const isDue = countWork(8 * STRIDE);
  const shortest = new Map(stems.map((stem) => [stem, '']));
  for (const { text, words } of sources) {
    for (const { stem: full, script, start, end } of words) {
      if (isDue()) yield;
      const stem = frequencies.bare(full, script);
      const known = shortest.get(stem);
      if (known === undefined) continue;
      const label = bareLabel(text.slice(start, end), stem !== full);
      if (known === '' || label.length < known.length) shortest.set(stem, label);
    }
  }
  return [...shortest.values()].map((label) => label.slice(0, LABEL_UNITS));
}
