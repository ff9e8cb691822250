import { NO_REVIEW } from '@/core/review/review-state';
import { foreseeAnswers } from '@/core/review/schedule';
import type { HawashiDatabase } from '@/storage/database';
import { keepReview, keepReviewSettings } from '@/storage/review/keep-review';
import { readReviewCounts, readReviewOutlook } from '@/storage/review/read-review';
import { dueKeyOf, reviewKey } from '@/storage/review/review-keys';

/** Rows written at once, of which one note is left that never came. */
const AT_ONCE = 1_000;

const RUNS = 20;

/** Milliseconds. */
export interface ReviewTimes {
  counted: number[];
  /** Among many that are due. */
  chosen: number[];
  /** On a day on which none is: among all, the few that never came. */
  sought: number[];
  answered: number[];
}

/** Of the daily review, when all notes but a few have been answered: a year of answers. */
export async function timeReview(
  db: HawashiDatabase,
  { size, idOf }: { size: number; idOf: (number: number) => string },
): Promise<ReviewTimes> {
  await keepReviewSettings(db, { ...NO_REVIEW, on: true, changedAt: 1 });
  const today = 20_000;
  const said = (number: number, changedAt: number) => {
    const state = foreseeAnswers(null, today).good;
    const due = today + 30 + ((number * 31) % 300);
    return {
      noteId: idOf(number),
      state: { ...state, due },
      left: false,
      changedAt,
    };
  };
  for (let from = 0; from < size; from += AT_ONCE) {
    const length = Math.min(AT_ONCE, size - from) - 1;
    const rows = Array.from({ length }, (_, at) => {
      const value = said(from + at, 1);
      const key = reviewKey(0, value.noteId);
      return [
        { key, value },
        { key: dueKeyOf(0, value) ?? '', value: null },
      ];
    });
    await db.meta.bulkPut(rows.flat());
  }
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const dayOf = (number: number) => ({
    number,
    startsAt: number * 86_400_000,
    endsAt: (number + 1) * 86_400_000,
  });
  const times: ReviewTimes = { counted: [], chosen: [], sought: [], answered: [] };
  for (let at = 0; at < RUNS; at++) {
    const many = dayOf(today + 30 + at * 15);
    times.counted.push(await timed(() => readReviewCounts(db, many)));
    times.chosen.push(await timed(() => readReviewOutlook(db, many)));
    times.sought.push(await timed(() => readReviewOutlook(db, dayOf(today + at))));
    times.answered.push(await timed(() => keepReview(db, said(at * 31, 2))));
  }
  return times;
}
