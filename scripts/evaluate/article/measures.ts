/** How near an extraction comes to the truth. */
import { lettersOf } from '@/core/article/collapse-space';

export interface BodyScore {
  precision: number;
  recall: number;
  f1: number;
  /** More than a twentieth of what was given is not the article's. */
  leaks: boolean;
}

const SHINGLE = 4;

/** Shingles of four words, as a multiset; a shorter text is one shingle. */
function shingles(text: string): Map<string, number> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const bag = new Map<string, number>();
  const count = Math.max(words.length - SHINGLE + 1, words.length > 0 ? 1 : 0);
  for (let at = 0; at < count; at++) {
    const key = words.slice(at, at + SHINGLE).join(' ');
    bag.set(key, (bag.get(key) ?? 0) + 1);
  }
  return bag;
}

export function scoreBody(given: string, truth: string): BodyScore {
  const [a, b] = [shingles(given), shingles(truth)];
  let shared = 0;
  for (const [key, count] of a) shared += Math.min(count, b.get(key) ?? 0);
  const [all, wanted] = [total(a), total(b)];
  const precision = all === 0 ? 0 : shared / all;
  const recall = wanted === 0 ? 0 : shared / wanted;
  const f1 =
    precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1, leaks: all > 0 && precision < 0.95 };
}

function total(bag: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const count of bag.values()) sum += count;
  return sum;
}

export function sameTitle(given: string, truth: string): boolean {
  return lettersOf(given).replace(/ /g, '') === lettersOf(truth).replace(/ /g, '');
}

/** Every author of the truth is named, and little else. */
export function sameAuthor(given: string, truth: string): boolean {
  const a = new Set(
    lettersOf(given)
      .split(' ')
      .filter((word) => word !== '' && word !== 'and'),
  );
  const b = new Set(
    lettersOf(truth)
      .split(' ')
      .filter((word) => word !== '' && word !== 'and'),
  );
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return b.size > 0 && (2 * shared) / (a.size + b.size) >= 0.8;
}

export function sameDate(given: string, truth: string): boolean {
  return given.slice(0, 10) === truth.slice(0, 10);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function mean(values: readonly number[]): number {
  return values.length === 0
    ? Number.NaN
    : values.reduce((sum, one) => sum + one, 0) / values.length;
}
