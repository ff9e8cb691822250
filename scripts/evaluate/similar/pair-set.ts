/** Labelled pairs of articles, in halves that share no article. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hashText } from '@/core/text/hash-text';

export interface PairArticle {
  title: string;
  text: string;
  published?: string;
  url?: string;
}

export interface LabelledPair {
  id: string;
  label: 'same-text' | 'partial' | 'same-story' | 'related' | 'different';
  lang: string;
  /** 1 (the same) to 4 (different), by people; only where they were asked. */
  overall?: number;
  a: PairArticle;
  b: PairArticle;
}

export type Half = 'tuning' | 'checking';

/** JSON lines, also packed by xz. */
export function readPairs(path: string): LabelledPair[] {
  const text = path.endsWith('.xz')
    ? execFileSync('xz', ['-dc', path], { encoding: 'utf8', maxBuffer: 2 ** 30 })
    : readFileSync(path, 'utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledPair);
}

/** The half of each pair; pairs that share an article go together. */
export function halvesOf(pairs: readonly LabelledPair[]): Map<string, Half> {
  const folds = foldsOf(pairs, 2);
  return new Map([...folds].map(([id, at]) => [id, at === 0 ? 'tuning' : 'checking']));
}

/** The part of each pair, 0 to `count` - 1: pairs that share an article go together, the rest by a hash of the id. */
export function foldsOf(
  pairs: readonly LabelledPair[],
  count: number,
  seed = 0,
): Map<string, number> {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    const next = leader.get(id) ?? id;
    return next === id ? id : find(next);
  };
  const holder = new Map<string, string>();
  for (const { id, a, b } of pairs) {
    for (const { text } of [a, b]) {
      const other = holder.get(text);
      if (other === undefined) holder.set(text, id);
      else {
        const [first = id, second = id] = [find(other), find(id)].sort();
        leader.set(second, first);
      }
    }
  }
  return new Map(pairs.map(({ id }) => [id, hashText(find(id), seed) % count]));
}
