import { describe, expect, it } from 'vitest';
import { openTermFrequencies, packTermFrequencies } from './term-frequencies';

describe('the table of rarities', () => {
  const table = packTermFrequencies(
    new Map([
      ['كان', 0.5],
      ['وزير', 1.9],
      ['سفين', 5.25],
      ['صاروخ', 4],
      ['بصاروخ', 7.5],
      ['شركات', 4],
      ['بشركات', 4.5],
    ]),
  );
  const frequencies = openTermFrequencies(table.slice().buffer as ArrayBuffer);

  it('gives back what was put in, to a sixteenth', () => {
    expect(frequencies.rarity('كان', 'arab')).toBe(0.5);
    expect(frequencies.rarity('وزير', 'arab')).toBeCloseTo(1.9, 1);
    expect(frequencies.rarity('سفين', 'arab')).toBe(5.25);
  });

  it('holds what it does not know for rare, and goes by length elsewhere', () => {
    expect(frequencies.rarity('هندريك', 'arab')).toBeGreaterThan(8);
    expect(frequencies.rarity('of', 'latn')).toBeLessThan(
      frequencies.rarity('harbou', 'latn'),
    );
  });

  it('takes a letter off where only the rest is known', () => {
    expect(frequencies.bare('لسفين', 'arab')).toBe('سفين');
    expect(frequencies.bare('سفين', 'arab')).toBe('سفين');
    // Known with the letter too, and hardly less: it is a word of its own.
    expect(frequencies.bare('بشركات', 'arab')).toBe('بشركات');
    expect(frequencies.bare('بصاروخ', 'arab')).toBe('صاروخ');
    expect(frequencies.bare('لبنان', 'arab')).toBe('لبنان');
    expect(frequencies.bare('لسفين', 'latn')).toBe('لسفين');
  });

  it('refuses another version', () => {
    expect(() => openTermFrequencies(new Uint32Array([1, 2]).buffer)).toThrow();
  });
});
