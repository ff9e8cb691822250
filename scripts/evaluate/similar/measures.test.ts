import { describe, expect, it } from 'vitest';
import {
  agreementAt,
  areaUnderCurve,
  bestLine,
  bestTiers,
  correlation,
} from './measures';
import { halvesOf, type LabelledPair } from './pair-set';

const rows = [
  { score: 0.9, positive: true },
  { score: 0.6, positive: false },
  { score: 0.5, positive: true },
  { score: 0.1, positive: false },
];

describe('measures of a score', () => {
  it('count ordered pairs, ties for half', () => {
    expect(areaUnderCurve(rows)).toBe(0.75);
    expect(areaUnderCurve(rows.map((row) => ({ ...row, score: 1 })))).toBe(0.5);
    expect(areaUnderCurve(rows.slice(0, 1))).toBeNull();
  });

  it('give precision, recall and F1 at a line, and the best line', () => {
    expect(agreementAt(rows, 0.55)).toEqual({ precision: 0.5, recall: 0.5, f1: 0.5 });
    expect(bestLine(rows)).toEqual({ line: 0.5, f1: 0.8 });
    const tiers = bestTiers([
      { score: 0.9, tier: 2 },
      { score: 0.5, tier: 1 },
      { score: 0.2, tier: 0 },
    ]);
    expect(tiers).toEqual({ story: 0.9, related: 0.5 });
  });

  it('correlate', () => {
    expect(
      correlation([
        [1, 2],
        [2, 4],
        [3, 6],
      ]),
    ).toBeCloseTo(1);
    expect(
      correlation([
        [1, 2],
        [1, 4],
      ]),
    ).toBeNull();
  });
});

describe('the halves', () => {
  it('share no article, whatever the chain of pairs', () => {
    const article = (text: string) => ({ title: '', text });
    const chain = Array.from(
      { length: 60 },
      (_, at): LabelledPair => ({
        id: `pair-${at}`,
        label: 'different',
        lang: 'ar',
        a: article(`text ${at % 3} ${Math.floor(at / 3)}`),
        b: article(`text ${(at + 1) % 3} ${Math.floor(at / 3)}`),
      }),
    );
    const halves = halvesOf(chain);
    for (let at = 0; at < chain.length; at += 3) {
      const of = [0, 1, 2].map((k) => halves.get(`pair-${at + k}`));
      expect(new Set(of).size).toBe(1);
    }
    expect(new Set(halves.values()).size).toBe(2);
  });
});
