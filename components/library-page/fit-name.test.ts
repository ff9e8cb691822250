import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitName } from './fit-name';

const measure = (words: string) => words.length * 7;

it('leaves a name whole that has room, and cuts another after a word', () => {
  expect(fitName('بغداد', 100, measure).words).toBe('بغداد');
  expect(fitName('Popular Mobilisation Forces', 150, measure).words).toBe(
    'Popular Mobilisation…',
  );
  expect(fitName('Donaudampfschifffahrt', 70, measure).words).toBe('Donaudamp…');
});

it('never gives more than there is room for, but an ellipsis', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(300), (words, widest) => {
      const { width, words: cut } = fitName(words, widest, measure);
      expect(width).toBe(measure(cut));
      expect(width <= widest || cut === '…').toBe(true);
    }),
  );
});
