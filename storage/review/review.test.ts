import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADES, NO_REVIEW, type NoteReview } from '@/core/review/review-state';
import { foreseeAnswers } from '@/core/review/schedule';
import { makeNote, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { HawashiDatabase } from '../database';
import { setNoteDeleted } from '../notes';
import { purgeNotes } from '../trash';
import {
  dropForgottenReviews,
  keepReview,
  keepReviewSettings,
  readReviewSettings,
} from './keep-review';
import {
  type ReviewDay,
  readReviewCard,
  readReviewCounts,
  readReviewOutlook,
} from './read-review';

const DAY_MS = 86_400_000;
const TODAY = 20_000;
const on = { ...NO_REVIEW, on: true, changedAt: 1 };

/** In a place where it is as late as in Greenwich. */
const dayOf = (number: number): ReviewDay => ({
  number,
  startsAt: number * DAY_MS,
  endsAt: (number + 1) * DAY_MS,
});

const idOf = (index: number) =>
  `${((index * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;

async function withNotes(count: number): Promise<{ db: HawashiDatabase; ids: string[] }> {
  const db = openTestDatabase();
  const ids = Array.from({ length: count }, (_, index) => idOf(index));
  await db.notes.bulkAdd(ids.map((id) => makeNote({ id })));
  await keepReviewSettings(db, on);
  return { db, ids };
}

function dueAt(noteId: string, due: number, changedAt = 10): NoteReview {
  const state = { ...foreseeAnswers(null, due - 1).again, due };
  return { noteId, state, left: false, changedAt };
}

const reviewRows = async (db: HawashiDatabase) =>
  (await db.meta.where('key').startsWith('review').toArray()).filter(
    ({ key }) => key !== 'review-settings',
  );

describe('what comes today', () => {
  it('is what is due, the longest due first, then notes that never came, of before today', async () => {
    const { db, ids } = await withNotes(8);
    const [a = '', b = '', c = '', d = '', e = ''] = ids;
    await keepReview(db, dueAt(a, TODAY));
    await keepReview(db, dueAt(b, TODAY - 9));
    await keepReview(db, dueAt(c, TODAY + 2));
    await keepReview(db, dueAt(d, TODAY + 2));
    await db.notes.update(e, { createdAt: TODAY * DAY_MS + 5 });
    const outlook = await readReviewOutlook(db, dayOf(TODAY));
    expect(outlook.due).toEqual([b, a]);
    expect(new Set(outlook.fresh)).toEqual(new Set(ids.slice(5)));
    expect(outlook.next).toEqual({ day: TODAY + 2, notes: 2 });
    expect((await readReviewCounts(db, dayOf(TODAY))).due).toBe(2);
    expect((await readReviewOutlook(db, dayOf(TODAY + 1))).fresh).toContain(e);
  });

  it('is as many as the reader wants at once, and the due are counted to a bound', async () => {
    const { db, ids } = await withNotes(130);
    for (const id of ids.slice(0, 120)) await keepReview(db, dueAt(id, TODAY));
    await keepReviewSettings(db, { ...on, atOnce: 5, changedAt: 2 });
    expect((await readReviewOutlook(db, dayOf(TODAY))).due).toHaveLength(5);
    expect((await readReviewCounts(db, dayOf(TODAY))).due).toBe(100);
    expect((await readReviewOutlook(db, dayOf(TODAY - 30))).fresh).toHaveLength(5);
  });

  it('is nothing of the trash, however much of it is due, nor of what is gone', async () => {
    const { db, ids } = await withNotes(60);
    for (const id of ids) await keepReview(db, dueAt(id, TODAY));
    const [kept = '', ...thrown] = ids.toSorted().reverse();
    for (const noteId of thrown) {
      await setNoteDeleted(db, { noteId, deleted: true, at: THEN + 5 });
    }
    const outlook = await readReviewOutlook(db, dayOf(TODAY));
    expect(outlook).toMatchObject({ due: [kept], fresh: [], next: null });
    expect(await readReviewCard(db, thrown[0] ?? '')).toBeNull();
    await purgeNotes(db, { what: { all: true }, at: THEN + 9 });
    expect(await reviewRows(db)).toHaveLength(2);
    await expect(keepReview(db, dueAt(thrown[0] ?? '', TODAY, 99))).rejects.toThrow(
      'no note',
    );
  });

  it('comes by every note that never came, in the end, and the same on one day', async () => {
    const { db, ids } = await withNotes(300);
    const met = new Set<string>();
    for (let day = TODAY; met.size < ids.length && day < TODAY + 200; day++) {
      const { fresh } = await readReviewOutlook(db, dayOf(day));
      expect((await readReviewOutlook(db, dayOf(day))).fresh).toEqual(fresh);
      for (const id of fresh) {
        met.add(id);
        await keepReview(db, dueAt(id, TODAY + 300));
      }
    }
    expect(met.size).toBe(ids.length);
  });

  it('is what a wrong date had put off for years, too, and notes of days to come', async () => {
    const { db, ids } = await withNotes(2);
    const [a = '', b = ''] = ids;
    await keepReview(db, dueAt(a, TODAY + 4_000));
    await db.notes.update(b, { createdAt: (TODAY + 4_000) * DAY_MS });
    const outlook = await readReviewOutlook(db, dayOf(TODAY));
    expect(outlook).toMatchObject({ due: [a], fresh: [b], next: null });
  });

  it('leaves out what is not to come any more, and tells which', async () => {
    const { db, ids } = await withNotes(2);
    const [a = '', b = ''] = ids;
    await keepReview(db, { ...dueAt(a, TODAY), left: true });
    await keepReview(db, { noteId: b, state: null, left: true, changedAt: 1 });
    const outlook = await readReviewOutlook(db, dayOf(TODAY));
    expect(outlook).toMatchObject({ due: [], fresh: [], next: null });
    expect(new Set(outlook.left)).toEqual(new Set(ids));
  });
});

describe('what is kept', () => {
  it('comes back as it was, twice is once, and the later stands in whatever order', async () => {
    const aState = fc
      .array(fc.constantFrom(...GRADES), { maxLength: 6 })
      .map((grades) =>
        grades.reduce<NoteReview['state']>(
          (state, grade) => foreseeAnswers(state, state?.due ?? TODAY)[grade],
          null,
        ),
      );
    const { db, ids } = await withNotes(1);
    const [noteId = ''] = ids;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.record({ state: aState, left: fc.boolean(), changedAt: fc.nat(1_000) }),
          { minLength: 1, maxLength: 6, selector: ({ changedAt }) => changedAt },
        ),
        async (said) => {
          await db.meta.bulkDelete((await reviewRows(db)).map(({ key }) => key));
          const reviews = said.map((one) => ({ noteId, ...one }));
          for (const review of [...reviews, ...reviews]) await keepReview(db, review);
          const last = reviews.toSorted((x, y) => y.changedAt - x.changedAt)[0];
          expect((await readReviewCard(db, noteId))?.review).toEqual(last);
          // Its row, and the one by which it is found.
          const isFound = last?.left || last?.state !== null;
          expect(await reviewRows(db)).toHaveLength(isFound ? 2 : 1);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is undone by what was before, said later', async () => {
    const { db, ids } = await withNotes(1);
    const [noteId = ''] = ids;
    const before = await readReviewOutlook(db, dayOf(TODAY));
    await keepReview(db, dueAt(noteId, TODAY + 3, 10));
    await keepReview(db, { noteId, state: null, left: false, changedAt: 11 });
    expect(await readReviewOutlook(db, dayOf(TODAY))).toEqual(before);
    // The answer that arrives once more, late.
    await keepReview(db, dueAt(noteId, TODAY + 3, 10));
    expect(await readReviewOutlook(db, dayOf(TODAY))).toEqual(before);
  });

  it('is forgotten by a new round, until that is undone or ten minutes are over', async () => {
    const { db, ids } = await withNotes(2);
    const [a = ''] = ids;
    await keepReview(db, dueAt(a, TODAY));
    const forgotten = { ...on, on: false, round: 1, forgottenAt: THEN, changedAt: 2 };
    await keepReviewSettings(db, forgotten);
    expect((await readReviewOutlook(db, dayOf(TODAY))).due).toEqual([]);
    await dropForgottenReviews(db, THEN + 599_999);
    await keepReviewSettings(db, { ...on, changedAt: 3 });
    expect((await readReviewOutlook(db, dayOf(TODAY))).due).toEqual([a]);
    await keepReviewSettings(db, { ...forgotten, changedAt: 4 });
    await dropForgottenReviews(db, THEN + 600_000);
    expect(await reviewRows(db)).toEqual([]);
    expect(await readReviewSettings(db)).toMatchObject({ round: 1, forgottenAt: null });
  });
});
