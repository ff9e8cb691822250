/** Passages that a reader may mark: from a name to several sentences. */
import type { Random } from './random';

export const PASSAGE_KINDS = ['word', 'phrase', 'sentence', 'long'] as const;
export type PassageKind = (typeof PASSAGE_KINDS)[number];

export interface Passage {
  kind: PassageKind;
  start: number;
  end: number;
}

/** Words of a passage, fewest and most. */
const WORDS: Record<PassageKind, [number, number]> = {
  word: [1, 2],
  phrase: [3, 8],
  sentence: [10, 25],
  long: [40, 120],
};

export function pickPassage(text: string, kind: PassageKind, random: Random): Passage {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)];
  const [least, most] = WORDS[kind];
  const count = Math.min(words.length, least + random.below(most - least + 1));
  const first = random.below(words.length - count + 1);
  const last = words[first + count - 1];
  return {
    kind,
    start: words[first]?.index ?? 0,
    end: last === undefined ? 0 : last.index + last[0].length,
  };
}
