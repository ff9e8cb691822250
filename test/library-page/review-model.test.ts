import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpokenNotice } from '@/components/control/NoticeLine';
import { createReviewModel } from '@/entrypoints/library/review-model';
import { createSpeaker } from '@/entrypoints/popup/speaker';
import { createTranslator } from '@/locales/translate';
import type { HawashiDatabase } from '@/storage/database';
import { setNoteDeleted } from '@/storage/notes';
import { keepReview, keepReviewSettings } from '@/storage/review/keep-review';
import { watchQuery } from '@/storage/watch-query';
import { makeNote, THEN } from '../make-note';
import { openTestDatabase } from '../open-test-database';

const client = vi.hoisted(() => ({ sendToBackground: vi.fn() }));
vi.mock('@/messaging/client', () => client);

const language = { translator: signal(createTranslator('en')), toggle() {} };
const idOf = (index: number) => `${index}0000000-0000-4000-8000-000000000000`;
let db: HawashiDatabase;

beforeEach(async () => {
  db = openTestDatabase();
  client.sendToBackground.mockReset();
  client.sendToBackground.mockImplementation(async (name, { review, settings }) => ({
    ok: true,
    value:
      name === 'keep-review'
        ? { review: await keepReview(db, review) }
        : { settings: await keepReviewSettings(db, settings) },
  }));
  await db.notes.bulkAdd([1, 2, 3].map((index) => makeNote({ id: idOf(index) })));
});

/** As long as it takes where many tests run at once. */
const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 15_000 });

async function open() {
  const notice = signal<SpokenNotice | null>(null);
  const model = createReviewModel({
    ...{ db, language, speaker: createSpeaker(notice, language) },
    watch: (read, listener, ending) =>
      watchQuery(db, read, { listener, onFailure: () => {}, signal: ending }),
  });
  const closing = new AbortController();
  model.start(closing.signal);
  model.follow(closing.signal);
  const part = () => model.parts.value.review;
  const sitting = () => part()?.sitting;
  await until(() => expect(part()).not.toBeNull());
  /** Does it, and waits until so many are through and the next one is there. */
  const go = async (act: () => void, done: number) => {
    act();
    await until(() => {
      expect(sitting()?.done).toBe(done);
      if (done < (sitting()?.all ?? 0)) expect(sitting()?.card).not.toBeNull();
    });
  };
  const { actions } = model;
  return { model, actions, part, sitting, go, notice };
}

const states = async () =>
  (await db.meta.where('key').startsWith('review/').toArray()).map(({ value }) => value);

describe('a sitting', () => {
  it('turns the review on, and is gone through', async () => {
    const { model, actions, part, sitting, go } = await open();
    expect(part()).toMatchObject({ on: false, due: 0, fresh: 3 });
    await go(actions.beginReview, 0);
    expect(part()?.on).toBe(true);
    expect(sitting()).toMatchObject({
      all: 3,
      card: { waits: { again: 1, hard: 2, good: 3, easy: 8 } },
    });
    await go(() => actions.answerCard('good'), 1);
    await go(actions.leaveCard, 2);
    await go(actions.skipCard, 3);
    expect(sitting()?.said).toEqual(['good', 'left', 'skipped']);
    // The one that was skipped never came.
    await until(() =>
      expect(part()).toMatchObject({
        ...{ due: 0, fresh: 1, left: 1 },
        next: { inDays: 3, notes: 1 },
      }),
    );
    expect(model.parts.value.dueNotes).toBe(0);
    actions.endSitting();
    expect(part()?.sitting).toBeNull();
  });

  it('is taken back step by step to where it began', async () => {
    const { actions, part, sitting, go } = await open();
    await go(actions.beginReview, 0);
    const first = sitting()?.card?.note.id;
    await go(() => actions.answerCard('easy'), 1);
    await go(actions.skipCard, 2);
    await go(actions.leaveCard, 3);
    await go(actions.undoAnswer, 2);
    await go(actions.undoAnswer, 1);
    await go(actions.undoAnswer, 0);
    expect(sitting()?.card?.note.id).toBe(first);
    await until(() => expect(part()).toMatchObject({ fresh: 3, left: 0, next: null }));
    // There is nothing more to take back.
    await go(actions.undoAnswer, 0);
    await Promise.resolve();
    await go(() => actions.answerCard('again'), 1);
    expect(await states()).toContainEqual(
      expect.objectContaining({ noteId: first, left: false }),
    );
  });

  it('passes over a note that is thrown away while it waits', async () => {
    const { actions, sitting, go } = await open();
    await go(actions.beginReview, 0);
    const noteId = sitting()?.card?.note.id ?? '';
    await setNoteDeleted(db, { noteId, deleted: true, at: THEN + 5 });
    await until(() => expect(sitting()).toMatchObject({ all: 2, done: 0 }));
    await until(() => expect(sitting()?.card?.note.id).not.toBe(noteId));
  });

  it('stays at the note when nothing could be written, and says so', async () => {
    const { actions, sitting, go, notice } = await open();
    await go(actions.beginReview, 0);
    const full = { ok: false, error: { code: 'storage-full', message: '' } };
    client.sendToBackground.mockResolvedValueOnce(full);
    actions.answerCard('good');
    await until(() => expect(notice.value?.tone).toBe('problem'));
    expect(sitting()).toMatchObject({ done: 0 });
    expect(await states()).toEqual([]);
  });

  it('takes a key that is pressed twice for one', async () => {
    const { actions, sitting, go } = await open();
    await go(actions.beginReview, 0);
    await go(() => {
      actions.answerCard('good');
      actions.answerCard('again');
    }, 1);
    expect(sitting()?.said).toEqual(['good']);
  });
});

describe('turning it off', () => {
  it.each([true, false])('with what was said forgotten: %s; undone', async (forget) => {
    const { model, actions, part, go, notice } = await open();
    await go(actions.beginReview, 0);
    await go(() => actions.answerCard('easy'), 1);
    await until(() => expect(part()?.next?.inDays).toBe(8));
    actions.turnReviewOff(forget);
    await until(() => expect(part()).toMatchObject({ on: false, sitting: null }));
    await until(() =>
      expect(part()?.next ?? null).toEqual(forget ? null : { inDays: 8, notes: 1 }),
    );
    expect(model.parts.value.dueNotes).toBe(0);
    notice.value?.undo?.();
    await until(() =>
      expect(part()).toMatchObject({ on: true, next: { inDays: 8, notes: 1 } }),
    );
  });

  it('keeps how many come at once', async () => {
    const { actions, part, go } = await open();
    actions.setSessionSize(5);
    await until(() => expect(part()?.atOnce).toBe(5));
    await go(actions.beginReview, 0);
    actions.turnReviewOff(false);
    await until(() => expect(part()).toMatchObject({ on: false, atOnce: 5 }));
  });
});

it('brings those again that were left', async () => {
  const { actions, part, go } = await open();
  await go(actions.beginReview, 0);
  await go(actions.leaveCard, 1);
  await until(() => expect(part()?.left).toBe(1));
  actions.bringLeftAgain();
  await until(() => expect(part()).toMatchObject({ left: 0, fresh: 3 }));
});
