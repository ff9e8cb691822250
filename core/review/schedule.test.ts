import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, type Grade, type ReviewState } from './review-state';
import { foreseeAnswers, LONGEST } from './schedule';

const TODAY = 20_000;

/** What becomes of a note by these answers, each given so many days late. */
function answered(
  answers: readonly { grade: Grade; late: number }[],
  from = TODAY,
): ReviewState | null {
  let state = null as ReviewState | null;
  for (const { grade, late } of answers) {
    const due: number = state?.due ?? from;
    state = foreseeAnswers(state, due + late)[grade];
  }
  return state;
}

const anAnswer = fc.record({
  grade: fc.constantFrom(...GRADES),
  late: fc.integer({ min: 0, max: 400 }),
});
const answers = fc.array(anAnswer, { maxLength: 30 });

const waits = (state: ReviewState | null, today: number) =>
  GRADES.map((grade) => foreseeAnswers(state, today)[grade].due - today);

describe('what is to come when', () => {
  // Other numbers here mean another set of parameters: PARAMETERS goes up by one.
  it('is known beforehand', () => {
    expect(waits(null, TODAY)).toEqual([1, 2, 3, 8]);
    const state = answered([
      { grade: 'good', late: 0 },
      { grade: 'good', late: 0 },
    ]);
    expect(state).toMatchObject({ answers: 2, lapses: 0, parameters: 1 });
    expect(waits(state, state?.due ?? 0)).toEqual([2, 40, 57, 95]);
  });

  it('is tomorrow at the earliest, in a year at the latest, and later with a better answer', () => {
    fc.assert(
      fc.property(answers, fc.nat({ max: 400 }), (given, late) => {
        const state = answered(given);
        const days = waits(state, (state?.due ?? TODAY) + late);
        for (const [index, wait] of days.entries()) {
          expect(wait).toBeGreaterThanOrEqual(Math.max(1, days[index - 1] ?? 1));
          expect(wait).toBeLessThanOrEqual(LONGEST);
        }
      }),
    );
  });

  it('is the same after the state was written down and read again', () => {
    fc.assert(
      fc.property(answers, anAnswer, (given, { grade, late }) => {
        const state = answered(given);
        const read = JSON.parse(JSON.stringify(state)) as ReviewState | null;
        expect(read).toEqual(state);
        const today = (state?.due ?? TODAY) + late;
        expect(foreseeAnswers(read, today)[grade]).toEqual(
          foreseeAnswers(state, today)[grade],
        );
      }),
    );
  });

  it('is the same from whatever day one counts', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: -15_000, max: 30_000 }), (given, shift) => {
        const here = answered(given);
        const there = answered(given, TODAY + shift);
        const moved = there && {
          ...there,
          due: there.due - shift,
          last: there.last - shift,
        };
        expect(moved).toEqual(here);
      }),
    );
  });

  it('is a day that the reader sees, though the clock was set back in between', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 1, max: 20_000 }), (given, back) => {
        const state = answered([...given, { grade: 'good', late: 0 }]);
        const today = (state?.last ?? 0) - back;
        for (const wait of waits(state, today)) {
          expect(wait).toBeGreaterThanOrEqual(1);
          expect(wait).toBeLessThanOrEqual(LONGEST);
        }
        const next = foreseeAnswers(state, today).good;
        expect(next.last).toBe(today);
        expect(Number.isFinite(next.stability)).toBe(true);
      }),
    );
  });
});
