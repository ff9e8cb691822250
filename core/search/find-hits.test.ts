import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits } from './find-hits';
import { readQuery } from './read-query';
import { wordsOf } from './word-forms';

function hits(text: string, query: string): string[] {
  const sought = readQuery(query).map(({ prefixes }) => ({ prefixes, inside: null }));
  return findHits(text, sought).map(({ start, end }) => text.slice(start, end));
}

describe('words of a query in a text', () => {
  it.each([
    ['قال وببغداد إنه', 'بغداد', ['بغداد']],
    ['زار بغدادَ أمس', 'بغداد', ['بغدادَ']],
    ['في بـغـداد', 'بغداد', ['بـغـداد']],
    ['اجتماع للوزراء', 'الوزراء', ['لوزراء']],
    ['وزير الوزير والوزير', 'وزير', ['وزير', 'وزير', 'وزير']],
    ['وزير الوزير والوزير', 'الوزير', ['وزير', 'الوزير', 'الوزير']],
    ['إلى الأمم المتّحدة', 'المتحده', ['المتّحدة']],
    ['عبد الرحمن وعبدالرحمن', 'عبدالرحمن', ['عبد', 'الرحمن', 'عبدالرحمن']],
    ['إلى أمريكا', 'اميركا', ['أمريكا']],
    ['Baghdad’s mayor', 'bagh', ['Bagh']],
    ['pour l’Iran', 'iran', ['Iran']],
    ['the CAFÉ', 'cafe', ['CAFÉ']],
    ['عام ٢٠٠٣', '2003', ['٢٠٠٣']],
    ['a party', 'art', []],
    ['🙂 fine', '🙂', ['🙂']],
    ['قمة', 'في', []],
  ])('%s: %s', (text, query, expected) => {
    expect(hits(text, query)).toEqual(expected);
  });
});

const words = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'وببغداد',
        'الوزير',
        'عبدالرحمن',
        'للعراق',
        'أمريكا',
        'café',
        'l’Iran',
        'U.S.',
        '12,000',
      ),
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom(...'ابجدهوزحطيكلمنسعفصقرشتةىأإآئؤَُِّـ '),
        maxLength: 12,
      }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

describe('for whatever text', () => {
  it('a word of it is found in it, and so is each of its beginnings', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (text, which, length) => {
        const all = wordsOf(text);
        fc.pre(all.length > 0);
        const { token } = all[which % all.length] ?? fail();
        const part = token.folded.slice(0, 1 + (length % token.folded.length));
        expect(hits(text, part).length).toBeGreaterThanOrEqual(
          Math.min(1, readQuery(part).length),
        );
        expect(hits(text, text.slice(token.start, token.end))).not.toEqual([]);
      }),
    );
  });

  it('hits are spans of the raw text, in order and disjoint', () => {
    fc.assert(
      fc.property(words, words, (text, query) => {
        const sought = readQuery(query).map(({ prefixes, term, loose }) => ({
          prefixes: [...prefixes, ...loose],
          inside: term,
        }));
        let before = 0;
        for (const { start, end } of findHits(text, sought)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          before = end;
        }
      }),
    );
  });
});

function fail(): never {
  throw new Error('no word');
}
