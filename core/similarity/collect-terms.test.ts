import { describe, expect, it } from 'vitest';
import { runToEnd } from '../text/steps';
import { collectTerms } from './collect-terms';
import { IN_LEAD, IN_TITLE } from './fingerprint';
import { readWords } from './read-words';
import { openTermFrequencies, packTermFrequencies } from './term-frequencies';

const table = packTermFrequencies(
  new Map([
    ['صواريخ', 5],
    ['قاعد', 4.5],
    ['وصل', 3],
    ['من', 0.1],
  ]),
);
const frequencies = openTermFrequencies(table.slice().buffer as ArrayBuffer);
const collect = (title: string, text: string) =>
  runToEnd(
    collectTerms(
      { text: title, words: runToEnd(readWords(title)) },
      { text, words: runToEnd(readWords(text)) },
      frequencies,
    ),
  );

describe('terms', () => {
  it('are counted whatever is attached to them, and shown without it', () => {
    const { labels, hashes } = collect('', 'والصواريخ من بصواريخ والقاعدة من للقاعدة من');
    expect(labels).toEqual(['صواريخ', 'القاعدة', 'من']);
    expect(hashes.length).toBe(3);
  });

  it.each([
    ['والدة', 'والدة'],
    ['بالغ', 'بالغ'],
    ['والصواريخ', 'الصواريخ'],
    ['للصواريخ', 'الصواريخ'],
    ['لصواريخ', 'صواريخ'],
  ])('have labels that are words: %s', (written, label) => {
    expect(collect('', written).labels).toEqual([label]);
  });

  it('know whether they stand in the title or the lead', () => {
    const text = `وصل ${Array.from({ length: 80 }, () => 'من').join(' ')} قاعدة`;
    const { labels, flags } = collect('صواريخ وصل', text);
    const flagOf = (label: string) => flags[labels.indexOf(label)];
    expect(flagOf('صواريخ')).toBe(IN_TITLE);
    expect(flagOf('وصل')).toBe(IN_TITLE | IN_LEAD);
    expect(flagOf('قاعدة')).toBe(0);
  });
});
