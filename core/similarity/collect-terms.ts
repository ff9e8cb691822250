/** The weighted terms of an article. */

import { hashText } from '../text/hash-text';
import {
  IN_LEAD,
  IN_TITLE,
  IS_CAPITAL,
  TERM_RARITY_UNIT,
  type Terms,
} from './fingerprint';
import type { ReadWord } from './read-words';
import { smallWords } from './small-words';
import type { TermFrequencies } from './term-frequencies';

const MOST_TERMS = 144;
const MOST_LABELS = 8;
/** Words at the beginning of a report that tell what it is about. */
const LEAD_WORDS = 60;
/** How many times in the body a word of the title counts for. */
const TITLE_COUNT = 2;
/** A word with a capital is mostly a name, and names are rare. */
const CAPITAL_RARITY = 1.5;
const SMALL_RARITY = 0.2;

interface Counted {
  stem: string;
  word: ReadWord;
  count: number;
  flags: number;
  at: number;
}

export function collectTerms(
  title: readonly ReadWord[],
  body: readonly ReadWord[],
  frequencies: TermFrequencies,
  writtenAt: (index: number) => string,
): Terms {
  const counted = new Map<string, Counted>();
  const add = (word: ReadWord, count: number, flags: number, at: number) => {
    if (word.kind === 'number' || word.stem.length < 2) return;
    const all = flags | (word.capital ? IS_CAPITAL : 0);
    const seen = counted.get(word.stem);
    if (seen === undefined) {
      counted.set(word.stem, { stem: word.stem, word, count, flags: all, at });
    } else {
      seen.count += count;
      seen.flags |= all;
      if (seen.at < 0) seen.at = at;
    }
  };
  // Titles write capitals where texts do not.
  for (const word of title) add({ ...word, capital: false }, TITLE_COUNT, IN_TITLE, -1);
  for (const [at, word] of body.entries())
    add(word, 1, at < LEAD_WORDS ? IN_LEAD : 0, at);
  const weighed = [...counted.values()].map((one) => {
    const rarity = rarityOf(one, frequencies);
    return { ...one, rarity, weight: (1 + Math.log(one.count)) * rarity };
  });
  weighed.sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1));
  const unit = (weighed[0]?.weight ?? 1) / 255;
  const kept = weighed.slice(0, MOST_TERMS);
  return {
    hashes: Uint32Array.from(kept, ({ stem }) => hashText(stem) >>> 8),
    weights: Uint8Array.from(kept, ({ weight }) => Math.round(weight / unit)),
    rarities: Uint8Array.from(kept, ({ rarity }) =>
      Math.min(31, Math.round(rarity / TERM_RARITY_UNIT)),
    ),
    flags: Uint8Array.from(kept, ({ flags }) => flags),
    norm: Math.fround(
      Math.sqrt(weighed.reduce((sum, { weight }) => sum + (weight / unit) ** 2, 0)),
    ),
    labels: kept
      .slice(0, MOST_LABELS)
      .map(({ at, stem }) => (at < 0 ? stem : writtenAt(at))),
  };
}

function rarityOf({ stem, word, flags }: Counted, frequencies: TermFrequencies): number {
  const rarity = frequencies.rarity(stem, word.script);
  if (word.script !== 'latn') return rarity;
  if ((flags & IS_CAPITAL) !== 0) return rarity + CAPITAL_RARITY;
  return smallWords.has(stem) ? SMALL_RARITY : rarity;
}
