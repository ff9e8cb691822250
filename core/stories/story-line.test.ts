import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RELATED_LINE, STORY_LINE } from '../similarity/weights';
import { type Said, storyLine } from './story-line';

const said: fc.Arbitrary<Said> = fc.record({
  says: fc.constantFrom('same', 'different'),
  score: fc.double({ min: 0, max: 1, noNaN: true }),
});
const many = fc.array(said, { maxLength: 12 });

describe('the line of a story', () => {
  it('is that of all stories until the reader contradicts it', () => {
    const agreeing = said.filter(
      ({ says, score }) => (says === 'same') === score >= STORY_LINE,
    );
    fc.assert(
      fc.property(fc.array(agreeing), (corrections) => {
        expect(storyLine(corrections)).toBe(STORY_LINE);
      }),
    );
  });

  it('never falls by one more “different”, nor rises by one more “same”', () => {
    fc.assert(
      fc.property(many, said, (corrections, one) => {
        const before = storyLine(corrections);
        const after = storyLine([...corrections, one]);
        if (one.says === 'different') expect(after).toBeGreaterThanOrEqual(before);
        else expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });

  it('stays where a story can be told from what is related, in any order of corrections', () => {
    fc.assert(
      fc.property(many, (corrections) => {
        const line = storyLine(corrections);
        expect(line).toBeGreaterThanOrEqual(RELATED_LINE);
        expect(line).toBeLessThan(1);
        expect(storyLine(corrections.toReversed())).toBeCloseTo(line, 12);
      }),
    );
  });

  it('passes what was wrong again and again', () => {
    const wrong: Said = { says: 'different', score: 0.6 };
    const one = storyLine([wrong]);
    expect(one).toBeGreaterThan(STORY_LINE);
    expect(one).toBeLessThan(0.6);
    expect(storyLine(Array(40).fill(wrong))).toBeGreaterThan(0.6);
    expect(storyLine(Array(40).fill({ says: 'same', score: 0.2 }))).toBeLessThan(0.21);
  });
});
