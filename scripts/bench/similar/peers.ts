/** The usual ways to tell whether two articles are one, as anyone would write them. */

import { scriptOfWord } from '@/core/similarity/read-words';
import { stemWord } from '@/core/similarity/stem-word';
import { hashText } from '@/core/text/hash-text';
import { spell } from '@/core/text/spelling';
import type { PairArticle } from '../../evaluate/similar/pair-set';

export interface Peer {
  name: string;
  /** What is kept of an article. */
  read(article: PairArticle): unknown;
  compare(a: unknown, b: unknown): number;
}

const wordsOf = ({ title, text }: PairArticle): string[] =>
  `${title}\n${text}`.match(/[\p{L}\p{M}\p{N}]+/gu)?.map(spell) ?? [];

const shingleJaccard: Peer = {
  name: '3-shingle Jaccard',
  read(article) {
    const words = wordsOf(article);
    return new Set(words.slice(2).map((_, at) => words.slice(at, at + 3).join(' ')));
  },
  compare(a, b) {
    const [left, right] = [a as Set<string>, b as Set<string>];
    let both = 0;
    for (const one of left) if (right.has(one)) both++;
    return both === 0 ? 0 : both / (left.size + right.size - both);
  },
};

/** Charikar 2002, over words by how often they stand. */
const simHash: Peer = {
  name: 'SimHash-64',
  read(article) {
    const sums = new Float64Array(64);
    for (const word of wordsOf(article)) {
      const halves = [hashText(word), hashText(`${word}#`)];
      for (let bit = 0; bit < 64; bit++) {
        const set = ((halves[bit >> 5] ?? 0) >>> (bit & 31)) & 1;
        sums[bit] = (sums[bit] ?? 0) + (set === 1 ? 1 : -1);
      }
    }
    return sums.map((sum) => (sum > 0 ? 1 : 0));
  },
  compare(a, b) {
    const right = b as Float64Array;
    return (a as Float64Array).filter((bit, at) => bit === right[at]).length / 64;
  },
};

/** Document frequencies from `articles`, stems as ours, the whole vector kept. */
function tfIdf(articles: readonly PairArticle[]): Peer {
  const stemsOf = (article: PairArticle) =>
    wordsOf(article)
      .filter((word) => word !== '')
      .map((word) => stemWord(word, scriptOfWord(word)));
  const held = new Map<string, number>();
  for (const article of articles) {
    for (const stem of new Set(stemsOf(article)))
      held.set(stem, (held.get(stem) ?? 0) + 1);
  }
  return {
    name: 'TF-IDF, stems',
    read(article) {
      const counts = new Map<string, number>();
      for (const stem of stemsOf(article)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
      let square = 0;
      for (const [stem, count] of counts) {
        const rarity = Math.log((articles.length + 1) / ((held.get(stem) ?? 0) + 1));
        const weight = (1 + Math.log(count)) * rarity;
        counts.set(stem, weight);
        square += weight * weight;
      }
      return { weights: counts, norm: Math.sqrt(square) };
    },
    compare(a, b) {
      const left = a as { weights: Map<string, number>; norm: number };
      const right = b as typeof left;
      let dot = 0;
      for (const [stem, weight] of left.weights) {
        dot += weight * (right.weights.get(stem) ?? 0);
      }
      return dot === 0 ? 0 : dot / (left.norm * right.norm);
    },
  };
}

export function peers(articles: readonly PairArticle[]): Peer[] {
  return [shingleJaccard, simHash, tfIdf(articles)];
}
