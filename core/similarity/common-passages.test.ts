import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPassages } from './common-passages';

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => `w${from + at}x`);
const QUOTE =
  'قال الوزير إن الاتفاق الجديد سيفتح المعابر أمام البضائع والمسافرين مع بداية الشهر المقبل';

describe('passages in common', () => {
  it('are found whatever their spelling and marks, with a word changed, put in or left out', () => {
    const a = `مقدمة أولى لا تشبه غيرها. ${QUOTE}، وختام.`;
    const edits = [
      QUOTE.replace('أمام', 'أَمَام').replace('إن', 'ان'),
      QUOTE.replace('الجديد', 'المنتظر'),
      QUOTE.replace('البضائع', 'البضائع الغذائية'),
      QUOTE.replace('والمسافرين ', ''),
    ];
    for (const edited of edits) {
      const b = `كلام آخر تماما قبلها: «${edited}»؛ ثم غير ذلك.`;
      const [passage, ...others] = commonPassages(a, b);
      expect(others).toEqual([]);
      expect(a.slice(...(passage?.a ?? [0, 0]))).toBe(QUOTE);
      expect(b.slice(...(passage?.b ?? [0, 0]))).toBe(edited);
      expect(passage?.words).toBeGreaterThanOrEqual(QUOTE.split(' ').length - 1);
    }
  });

  it('are the longest ones, longest first', () => {
    const [one, two, three] = [numbered(0, 9), numbered(100, 120), numbered(200, 212)];
    const a = [...one, 'z1', 'z2', ...two, 'z3', 'z4', ...three].join(' ');
    const b = [...three, 'y1', 'y2', ...one, 'y3', 'y4', ...two].join(' ');
    expect(commonPassages(a, b).map(({ words }) => words)).toEqual([20, 12, 9]);
    expect(commonPassages(a, b, 1).map(({ words }) => words)).toEqual([20]);
    expect(commonPassages(a, b, 0)).toEqual([]);
  });

  it('are none between strangers, and of fewer than eight words', () => {
    expect(
      commonPassages(numbered(0, 400).join(' '), numbered(400, 800).join(' ')),
    ).toEqual([]);
    expect(commonPassages(numbered(0, 7).join(' '), numbered(0, 7).join(' '))).toEqual(
      [],
    );
    expect(commonPassages('', QUOTE)).toEqual([]);
  });

  it('end in bounded time where a text says the same over and over', () => {
    const again = Array(20_000).fill('نفس الكلام').join(' ');
    const [passage] = commonPassages(again, again);
    expect(passage?.a).toEqual([0, passage?.a[1]]);
    expect(passage?.words).toBeGreaterThan(30_000);
  });

  it('of any two texts lie in both, say the same, and do not overlap', () => {
    const text = fc
      .array(fc.constantFrom(...numbered(0, 6), 'من', 'إلى', '،', '.\n\n'), {
        maxLength: 200,
      })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const passages = commonPassages(a, b, 50);
        for (const { a: inA, b: inB, words } of passages) {
          expect(words).toBeGreaterThanOrEqual(8);
          expect(inA[1]).toBeLessThanOrEqual(a.length);
          expect(inB[1]).toBeLessThanOrEqual(b.length);
          const opening = (whole: string, [start, end]: [number, number]) =>
            whole
              .slice(start, end)
              .split(/[\s،.]+/)
              .slice(0, 4);
          expect(opening(a, inA)).toEqual(opening(b, inB));
        }
        for (const side of ['a', 'b'] as const) {
          const sorted = passages.map((one) => one[side]).sort(([x], [y]) => x - y);
          for (const [at, [start]] of sorted.entries()) {
            expect(start).toBeGreaterThanOrEqual(sorted[at - 1]?.[1] ?? 0);
          }
        }
      }),
    );
  });
});
