import { describe, expect, it } from 'vitest';
import { runToEnd } from '../text/steps';
import { createCandidateIndex } from './candidate-index';
import { candidateKeys } from './candidate-keys';
import { createFingerprint } from './create-fingerprint';
import { openTermFrequencies } from './term-frequencies';

const frequencies = openTermFrequencies();

function compose(seed: number, words: number): string {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  return Array.from({ length: words }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `w${((state >>> 8) % 4_000).toString(36)}ord`;
  }).join(' ');
}

const print = (text: string, title = '') =>
  runToEnd(createFingerprint({ title, text }, frequencies));

describe('the index of candidates', () => {
  const index = createCandidateIndex();
  const texts = Array.from({ length: 400 }, (_, seed) =>
    compose(seed, 120 + (seed % 7) * 60),
  );
  for (const [id, text] of texts.entries()) index.add(id, print(text));

  it('finds each text again, first of all', () => {
    expect(index.size).toBe(400);
    for (const id of [0, 17, 399]) expect(index.find(print(texts[id] ?? ''))[0]).toBe(id);
  });

  it('finds a reprint with edits and one within a longer text', () => {
    const source = texts[42] ?? '';
    const edited = source
      .split(' ')
      .map((word, at) => (at % 25 === 3 ? 'changed' : word))
      .join(' ');
    expect(index.find(print(edited))[0]).toBe(42);
    expect(index.find(print(`${compose(9_001, 300)} ${source}`))).toContain(42);
  });

  it('gives no more than asked, and nothing for nothing', () => {
    expect(index.find(print(texts[3] ?? ''), 5).length).toBeLessThanOrEqual(5);
    expect(index.find(print(''))).toEqual([]);
    expect(createCandidateIndex().find(print('one two three four five'))).toEqual([]);
  });

  it('has a bounded number of keys, each once', () => {
    const { text, story } = candidateKeys(print(compose(5, 3_000)));
    expect(text.length + story.length).toBeLessThanOrEqual(40);
    expect(new Set(text).size).toBe(text.length);
    expect(candidateKeys(print(''))).toEqual({ text: [], story: [] });
  });
});
