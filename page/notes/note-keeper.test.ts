import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Note, NoteDraft } from '@/core/model/note';
import type { Result } from '@/core/model/result';
import { createNoteKeeper, type KeepState, type NoteKeeper } from './note-keeper';

let saves: { draft: NoteDraft; answer: (result: Result<Note, string>) => void }[];
let states: KeepState<string>['state'][];
let keeper: NoteKeeper;
/** What was written down, and what was settled. */
let journal: string[];

beforeEach(() => {
  vi.useFakeTimers();
  saves = [];
  states = [];
  journal = [];
  keeper = createNoteKeeper<string>({
    journal: {
      write: ({ body }) => journal.push(`+${body}`),
      settle: ({ body }) => journal.push(`-${body}`),
    },
    save: (draft) => new Promise((answer) => saves.push({ draft, answer })),
    onState: (_, { state }) => states.push(state),
  });
});

afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
});

function draft(body: string, updatedAt = 1): NoteDraft {
  return {
    id: 'note-1',
    target: { type: 'article' },
    body,
    colour: 'yellow',
    tags: [],
    createdAt: 1,
    updatedAt,
  };
}

async function answer(index: number, result: 'ok' | string): Promise<void> {
  const save = saves[index];
  if (!save) throw new Error(`no save ${index}`);
  const note: Note = { ...save.draft, articleId: 'a', deletedAt: null };
  save.answer(result === 'ok' ? { ok: true, value: note } : { ok: false, error: result });
  await vi.advanceTimersByTimeAsync(0);
}

describe('keeping what is written', () => {
  test('saves when the writing pauses, the last words only', async () => {
    keeper.keep(draft('a'));
    await vi.advanceTimersByTimeAsync(200);
    keeper.keep(draft('ab', 2));
    await vi.advanceTimersByTimeAsync(200);
    expect(saves).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(saves.map(({ draft }) => draft.body)).toEqual(['ab']);
    await answer(0, 'ok');
    expect(states).toEqual(['saving', 'saved']);
    expect(keeper.unsaved()).toEqual([]);
  });

  test('writes down every change at once, and settles what is acknowledged', async () => {
    keeper.keep(draft('a'));
    expect(journal).toEqual(['+a']);
    keeper.flush();
    keeper.keep(draft('ab', 2));
    await answer(0, 'ok');
    expect(journal).toEqual(['+a', '+ab', '-a']);
    await answer(1, 'full');
    expect(journal).toEqual(['+a', '+ab', '-a']);
    keeper.flush();
    await answer(2, 'ok');
    expect(journal.at(-1)).toBe('-ab');
  });

  test('settles what is acknowledged after the note was deleted', async () => {
    keeper.keep(draft('a'));
    keeper.flush();
    keeper.forget('note-1');
    await answer(0, 'ok');
    expect(journal).toEqual(['+a', '-a']);
  });

  test('saves during writing that never pauses', async () => {
    for (let at = 0; at < 30; at++) {
      keeper.keep(draft('x'.repeat(at + 1), at));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saves.length).toBeGreaterThan(0);
  });

  test('words written during a save are saved after it, not beside it', async () => {
    keeper.keep(draft('a'));
    keeper.flush();
    keeper.keep(draft('ab', 2));
    keeper.flush();
    expect(saves).toHaveLength(1);
    await answer(0, 'ok');
    expect(saves.map(({ draft }) => draft.body)).toEqual(['a', 'ab']);
    expect(keeper.unsaved()).toHaveLength(1);
    await answer(1, 'ok');
    expect(keeper.unsaved()).toEqual([]);
  });

  test('keeps the draft through failures, tells of each and tries again', async () => {
    keeper.keep(draft('a'));
    keeper.flush();
    for (let tries = 0; tries < 8; tries++) {
      await answer(tries, 'storage-full');
      expect(states.at(-1)).toBe('failed');
      expect(keeper.unsaved().map(({ body }) => body)).toEqual(['a']);
      await vi.advanceTimersByTimeAsync(30_000);
    }
    await answer(8, 'ok');
    expect(states.at(-1)).toBe('saved');
  });

  test('what is written while saving fails is what the next try saves', async () => {
    keeper.keep(draft('a'));
    keeper.flush();
    await answer(0, 'unreachable');
    keeper.keep(draft('ab', 2));
    await vi.advanceTimersByTimeAsync(400);
    expect(saves.at(-1)?.draft.body).toBe('ab');
  });

  test('does not try anew at each keystroke while saving fails', async () => {
    keeper.keep(draft('a'));
    keeper.flush();
    await vi.advanceTimersByTimeAsync(3_000);
    await answer(0, 'storage-full');
    for (let at = 0; at < 10; at++) {
      keeper.keep(draft('ab', at + 2));
      await vi.advanceTimersByTimeAsync(50);
      await answer(saves.length - 1, 'storage-full');
    }
    expect(saves).toHaveLength(1);
  });

  test('saves at once what waits, after what is on its way', async () => {
    keeper.keep(draft('a'));
    keeper.flush();
    keeper.keep(draft('ab', 2));
    let isDone = false;
    const saving = keeper.saveNow('note-1').then(() => {
      isDone = true;
    });
    await answer(0, 'unreachable');
    expect(saves.map(({ draft }) => draft.body)).toEqual(['a', 'ab']);
    expect(isDone).toBe(false);
    await answer(1, 'ok');
    await saving;
    expect(keeper.unsaved()).toEqual([]);
    await keeper.saveNow('note-1');
    expect(saves).toHaveLength(2);
  });

  test('a deleted note is not saved any more, whatever was on the way', async () => {
    keeper.keep(draft('a'));
    keeper.flush();
    keeper.keep(draft('ab', 2));
    keeper.forget('note-1');
    await answer(0, 'storage-full');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saves).toHaveLength(1);
    expect(states).toEqual(['saving']);
  });
});
