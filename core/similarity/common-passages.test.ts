import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPassages } from './common-passages';

const own = (tag: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${tag}${at.toString(36)}x`).join(' ');
const cut = (text: string, [start, end]: [number, number]) => text.slice(start, end);

describe('passages in common', () => {
  it('are found whatever their spelling and marks', () => {
    const a = `قالت الوكالة: وصل إسماعيل قأني إلى بغداد مساء الاثنين، في أول زيارة رسمية له. ${own('p', 30)}`;
    const b = `${own('q', 20)} «وَصَل اسماعيل قاني الى بغداد مساء الاثنين في اول زيارة رسمية له» ${own('r', 9)}`;
    const [passage, ...others] = commonPassages(a, b);
    expect(others).toEqual([]);
    expect(passage?.words).toBe(12);
    expect(passage && cut(a, passage.a)).toMatch(/^وصل .* له$/);
    expect(passage && cut(b, passage.b)).toMatch(/^وَصَل .* له$/);
  });

  it('go on over a word changed, left out or put in', () => {
    const shared = own('s', 30).split(' ');
    const edited = shared
      .toSpliced(20, 0, 'more')
      .toSpliced(15, 1)
      .toSpliced(8, 1, 'other');
    const passages = commonPassages(shared.join(' '), edited.join(' '));
    expect(passages).toEqual([
      { a: [0, shared.join(' ').length], b: [0, edited.join(' ').length], words: 28 },
    ]);
  });

  it('of fewer than eight words are none', () => {
    const turn = own('t', 7);
    expect(commonPassages(`${own('a', 9)} ${turn}`, `${turn} ${own('b', 9)}`)).toEqual(
      [],
    );
    expect(commonPassages('', turn)).toEqual([]);
  });

  it('come longest first, at most as many as asked for', () => {
    const blocks = [9, 20, 14].map((count, at) => own(`k${at}`, count));
    const a = blocks.join(` ${own('m', 3)} `);
    const b = blocks.toReversed().join(` ${own('n', 4)} `);
    expect(commonPassages(a, b).map(({ words }) => words)).toEqual([20, 14, 9]);
    expect(commonPassages(a, b, 1).map(({ words }) => words)).toEqual([20]);
  });

  it('of two texts that repeat one paragraph end soon', () => {
    const paragraph = own('w', 40);
    const text = Array.from({ length: 1_000 }, () => paragraph).join('\n');
    expect(commonPassages(text, text)[0]?.words).toBeGreaterThan(20_000);
    expect(commonPassages(text, paragraph)[0]?.words).toBe(40);
  });
});

describe('passages of any two texts', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc
      .array(
        fc.constantFrom('a', 'b', 'c', '東京都知事', 'من', 'إلى', '،', '\n', '\ud800'),
        {
          maxLength: 200,
        },
      )
      .map((words) => words.join(' ')),
  );

  it('lie in the texts, apart from one another, and hold as many words as they say', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const passages = commonPassages(a, b);
        expect(passages.length).toBeLessThanOrEqual(5);
        for (const side of ['a', 'b'] as const) {
          const source = side === 'a' ? a : b;
          const sorted = passages.map((one) => one[side]).sort(([x], [y]) => x - y);
          for (const [at, [start, end]] of sorted.entries()) {
            expect(start).toBeGreaterThanOrEqual(sorted[at - 1]?.[1] ?? 0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(source.length);
          }
        }
        const words = passages.map((one) => one.words);
        expect(words).toEqual([...words].sort((x, y) => y - x));
        expect(words.every((count) => count >= 8)).toBe(true);
      }),
    );
  });

  it('find what was put into both', () => {
    const length = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(
        fc.tuple(length, length, length, length, fc.integer({ min: 8, max: 90 })),
        ([before, behind, first, last, count]) => {
          const shared = own('s', count);
          const a = `${own('a', before)} ${shared} ${own('b', behind)}`;
          const b = `${own('c', first)} ${shared} ${own('d', last)}`;
          const [passage, ...others] = commonPassages(a, b);
          expect(others).toEqual([]);
          expect(passage && cut(a, passage.a)).toBe(shared);
          expect(passage && cut(b, passage.b)).toBe(shared);
          expect(passage?.words).toBe(count);
        },
      ),
    );
  });
});
