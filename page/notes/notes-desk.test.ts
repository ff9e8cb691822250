import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArticleFacts } from '@/core/model/article';
import type { Note, NoteDraft } from '@/core/model/note';
import { NOTHING_MARKED, type Reading } from '../reading';
import { createNotesDesk, type NotesDesk, type NotesDeskPorts } from './notes-desk';

const FACTS: ArticleFacts = {
  url: 'https://news.example/2020/04/02/first-report',
  title: 'First',
  siteName: 'News',
  lang: 'en',
  wordCount: 100,
};
const TEXT = 'The delegation arrived in Baghdad on Monday evening.';

let desk: NotesDesk<string>;
let ports: {
  [Name in keyof NotesDeskPorts<string>]: ReturnType<
    typeof vi.fn<NotesDeskPorts<string>[Name]>
  >;
};
let reading: Reading;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  reading = readingOf(FACTS);
  ports = {
    reading: vi.fn(() => reading),
    show: vi.fn(),
    save: vi.fn(async (_, draft: NoteDraft) => ({
      ok: true as const,
      value: { ...draft, articleId: 'article-1', deletedAt: null },
    })),
    write: vi.fn(),
    settle: vi.fn(),
    setDeleted: vi.fn(async (noteId: string) => ({
      ok: true as const,
      value: storedNote(noteId),
    })),
    isMissing: vi.fn((failure: string) => failure === 'not-found'),
    onState: vi.fn(),
    onForeign: vi.fn(),
  };
  desk = createNotesDesk<string>(ports);
});

afterEach(() => vi.useRealTimers());

function readingOf(facts: ArticleFacts): Reading {
  return {
    facts,
    model: { text: TEXT, blocks: [] as const } as unknown as Reading['model'],
    recognition: { lang: 'en', mentions: [], entities: [] },
    entities: [],
    articleId: 'article-1',
    notes: [],
    carried: [],
    encounter: null,
    marked: NOTHING_MARKED,
  };
}

function storedNote(id: string, change: Partial<Note> = {}): Note {
  return {
    id,
    articleId: 'article-1',
    target: { type: 'article' },
    body: 'stored',
    colour: 'yellow',
    tags: [],
    createdAt: 1,
    updatedAt: 1,
    deletedAt: null,
    ...change,
  };
}

const make = () => desk.make(reading, { start: 26, end: 33 }, 'green');
const shown = () => ports.show.mock.lastCall?.[0].map(({ id }) => id);

describe('a new note', () => {
  test('is shown at once and knows its words', () => {
    const note = make();
    expect(shown()).toEqual([note.id]);
    expect(note.target).toMatchObject({
      selector: { exact: 'Baghdad', start: 26, end: 33 },
    });
  });

  test('with nothing in it leaves nothing behind', async () => {
    const note = make();
    desk.dropBlank(note.id);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(shown()).toEqual([]);
    expect(ports.save).not.toHaveBeenCalled();
  });

  test('is saved at once as a highlight, under its article', async () => {
    const note = make();
    desk.keepNow(note.id);
    expect(ports.save).toHaveBeenCalledTimes(1);
    const [article, draft] = ports.save.mock.calls[0] ?? [];
    expect(article).toEqual(FACTS);
    expect(draft).not.toHaveProperty('deletedAt');
    expect(draft).not.toHaveProperty('articleId');
    await vi.advanceTimersByTimeAsync(0);
    desk.dropBlank(note.id);
    expect(desk.find(note.id)).not.toBeNull();
  });

  test('that is being written while the page goes to another article is saved under its own', async () => {
    const note = make();
    desk.change(note.id, { body: 'words' });
    reading = readingOf({ ...FACTS, url: 'https://news.example/2020/04/03/second' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ports.save.mock.lastCall?.[0].url).toBe(FACTS.url);
  });
});

describe('a change', () => {
  test('is later than the one before it, whatever the clock says', () => {
    const note = make();
    vi.setSystemTime(500);
    const first = desk.change(note.id, { body: 'a' });
    const second = desk.change(note.id, { body: 'ab' });
    expect(first?.updatedAt).toBeGreaterThan(note.updatedAt);
    expect(second?.updatedAt).toBeGreaterThan(first?.updatedAt ?? Infinity);
  });

  test('is never undone by an older answer', async () => {
    const note = make();
    desk.change(note.id, { body: 'new words' });
    const older = storedNote(note.id, { body: 'old words', updatedAt: note.updatedAt });
    desk.merge(FACTS, [older], Date.now());
    expect(desk.find(note.id)?.body).toBe('new words');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ports.save.mock.lastCall?.[1].body).toBe('new words');
  });
});

describe('deleting', () => {
  test('takes the note away at once; undone, it is there again', async () => {
    const note = make();
    desk.keepNow(note.id);
    await vi.advanceTimersByTimeAsync(0);
    await desk.setDeleted(note.id, true);
    expect(shown()).toEqual([]);
    await desk.setDeleted(note.id, false);
    expect(shown()).toEqual([note.id]);
    const [deleted, restored] = ports.setDeleted.mock.calls;
    expect(deleted?.slice(0, 2)).toEqual([note.id, true]);
    expect(restored?.slice(0, 2)).toEqual([note.id, false]);
    expect(restored?.[2]).toBeGreaterThan(deleted?.[2] ?? Infinity);
  });

  test('that fails puts the note back', async () => {
    const note = make();
    desk.keepNow(note.id);
    await vi.advanceTimersByTimeAsync(0);
    ports.setDeleted.mockResolvedValueOnce({ ok: false, error: 'storage-full' });
    expect(await desk.setDeleted(note.id, true)).toEqual({
      ok: false,
      error: 'storage-full',
    });
    expect(shown()).toEqual([note.id]);
  });

  test('words that were never saved come back with the undo and are saved', async () => {
    ports.save.mockResolvedValue({ ok: false, error: 'storage-full' });
    ports.setDeleted.mockResolvedValue({ ok: false, error: 'not-found' });
    const note = make();
    desk.change(note.id, { body: 'precious' });
    await vi.advanceTimersByTimeAsync(500);
    expect(await desk.setDeleted(note.id, true)).toEqual({ ok: true, value: null });
    await desk.setDeleted(note.id, false);
    ports.save.mockClear();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ports.save.mock.lastCall?.[1].body).toBe('precious');
  });
});

describe('the last words before a deletion', () => {
  const keptWith = async (body: string) => {
    const note = make();
    desk.change(note.id, { body });
    await vi.advanceTimersByTimeAsync(1_000);
    return note;
  };

  test('are saved before the note goes into the trash', async () => {
    const note = await keptWith('first');
    desk.change(note.id, { body: 'first and last' });
    const order: string[] = [];
    ports.save.mockImplementationOnce(async (_, draft) => {
      order.push(draft.body);
      return {
        ok: true,
        value: { ...draft, articleId: 'article-1', deletedAt: null },
      };
    });
    ports.setDeleted.mockImplementationOnce(async (id) => {
      order.push('deleted');
      return { ok: true, value: storedNote(id) };
    });
    await desk.setDeleted(note.id, true);
    expect(order).toEqual(['first and last', 'deleted']);
  });

  test('are saved with the undo when they could not be before, as the latest change', async () => {
    const note = await keptWith('first');
    desk.change(note.id, { body: 'first and last' });
    ports.save.mockResolvedValueOnce({ ok: false, error: 'storage-full' });
    await desk.setDeleted(note.id, true);
    ports.save.mockClear();
    await desk.setDeleted(note.id, false);
    await vi.advanceTimersByTimeAsync(1_000);
    const saved = ports.save.mock.lastCall?.[1];
    expect(saved?.body).toBe('first and last');
    expect(saved?.updatedAt).toBeGreaterThan(ports.setDeleted.mock.lastCall?.[2] ?? 1e9);
  });

  test('are not dropped by an undo that comes while they are being saved', async () => {
    const note = await keptWith('first');
    desk.change(note.id, { body: 'first and last' });
    let answer: (() => void) | undefined;
    ports.save.mockImplementationOnce(
      () =>
        new Promise((done) => {
          answer = () => done({ ok: false, error: 'storage-full' });
        }),
    );
    const deleting = desk.setDeleted(note.id, true);
    const undoing = desk.setDeleted(note.id, false);
    await vi.advanceTimersByTimeAsync(0);
    answer?.();
    await Promise.all([deleting, undoing]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ports.save.mock.lastCall?.[1].body).toBe('first and last');
    expect(desk.unsaved()).toEqual([]);
    expect(shown()).toEqual([note.id]);
  });

  test('do not hold a deletion back until after its undo', async () => {
    const note = await keptWith('first');
    desk.change(note.id, { body: 'first and last' });
    const deleting = desk.setDeleted(note.id, true);
    const undoing = desk.setDeleted(note.id, false);
    await Promise.all([deleting, undoing]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ports.setDeleted.mock.calls.map(([, deleted]) => deleted)).toEqual([false]);
    expect(shown()).toEqual([note.id]);
  });

  test('are saved again when the deletion failed with them', async () => {
    const note = await keptWith('first');
    desk.change(note.id, { body: 'first and last' });
    ports.save.mockResolvedValueOnce({ ok: false, error: 'storage-full' });
    ports.setDeleted.mockResolvedValueOnce({ ok: false, error: 'storage-full' });
    expect(await desk.setDeleted(note.id, true)).toMatchObject({ ok: false });
    expect(shown()).toEqual([note.id]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ports.save.mock.lastCall?.[1].body).toBe('first and last');
  });
});

describe('joining what is stored', () => {
  test('a note deleted elsewhere goes', async () => {
    desk.merge(FACTS, [storedNote('a'), storedNote('b')], Date.now());
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.merge(FACTS, [storedNote('b')], Date.now()).map(({ id }) => id)).toEqual([
      'b',
    ]);
  });

  test('a note saved after the question was asked stays', async () => {
    const askedAt = Date.now();
    await vi.advanceTimersByTimeAsync(10);
    const note = make();
    desk.keepNow(note.id);
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.merge(FACTS, [], askedAt).map(({ id }) => id)).toEqual([note.id]);
  });

  test('a note deleted here does not come back with an older answer', async () => {
    desk.merge(FACTS, [storedNote('a')], Date.now());
    void desk.setDeleted('a', true);
    expect(desk.merge(FACTS, [storedNote('a')], Date.now())).toEqual([]);
  });

  test('a note changed elsewhere is taken over', () => {
    desk.merge(FACTS, [storedNote('a')], Date.now());
    const changed = storedNote('a', { body: 'other words', updatedAt: 2 });
    expect(desk.merge(FACTS, [changed], Date.now()).map(({ body }) => body)).toEqual([
      'other words',
    ]);
  });

  test('a note that is gone comes back with its words when it is written on', async () => {
    desk.merge(FACTS, [storedNote('a', { body: 'before' })], Date.now());
    await vi.advanceTimersByTimeAsync(10);
    expect(desk.merge(FACTS, [], Date.now())).toEqual([]);
    expect(desk.change('a', { body: 'before and after' })).not.toBeNull();
    expect(ports.write.mock.lastCall?.[1].body).toBe('before and after');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ports.save.mock.lastCall?.[1].body).toBe('before and after');
    expect(ports.show.mock.lastCall?.[0].map(({ id }) => id)).toEqual(['a']);
  });

  test('a note that is back from an older backup gets its later words again', async () => {
    desk.merge(FACTS, [storedNote('a', { body: 'later', updatedAt: 9 })], Date.now());
    await vi.advanceTimersByTimeAsync(10);
    desk.merge(FACTS, [], Date.now());
    const older = storedNote('a', { body: 'older', updatedAt: 5 });
    const [shown] = desk.merge(FACTS, [older], Date.now());
    expect(shown?.body).toBe('later');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ports.save.mock.lastCall?.[1]).toMatchObject({ body: 'later', updatedAt: 9 });
  });

  test('notes of another article are not shown on this one', () => {
    desk.merge(FACTS, [storedNote('a')], Date.now());
    const other = { ...FACTS, url: 'https://news.example/2020/04/03/second' };
    expect(desk.merge(other, [storedNote('b')], Date.now()).map(({ id }) => id)).toEqual([
      'b',
    ]);
  });
});

describe('words from another tab', () => {
  const write = async (id: string, body: string) => {
    desk.change(id, { body });
    await vi.advanceTimersByTimeAsync(1_000);
  };
  const foreign = () => ports.onForeign.mock.calls.map(([{ body }]) => body);

  test('are told, and stand when they are later', async () => {
    const { id } = make();
    await write(id, 'mine');
    const theirs = storedNote(id, { body: 'theirs', updatedAt: Date.now() + 5 });
    desk.merge(FACTS, [theirs], Date.now());
    expect(foreign()).toEqual(['theirs']);
    expect(desk.find(id)?.body).toBe('theirs');
    desk.merge(FACTS, [theirs], Date.now());
    expect(foreign()).toEqual(['theirs']);
    // What is chosen here is later than both.
    expect(desk.change(id, { body: 'mine' })?.updatedAt).toBeGreaterThan(
      theirs.updatedAt,
    );
  });

  test('are told when they give way to what is being written here', async () => {
    const { id } = make();
    desk.change(id, { body: 'mine' });
    desk.merge(FACTS, [storedNote(id, { body: 'theirs', updatedAt: 5 })], Date.now());
    expect(foreign()).toEqual(['theirs']);
    expect(desk.find(id)?.body).toBe('mine');
  });

  test('are told when the answer to a save has them', async () => {
    const { id } = make();
    ports.save.mockImplementationOnce(async (_, draft: NoteDraft) => ({
      ok: true,
      value: storedNote(draft.id, { body: 'theirs', updatedAt: draft.updatedAt + 1 }),
    }));
    await write(id, 'mine');
    expect(foreign()).toEqual(['theirs']);
  });

  test('are not the words that were written here a moment ago', async () => {
    const { id } = make();
    desk.change(id, { body: 'm' });
    const earlier = desk.find(id);
    desk.change(id, { body: 'mine' });
    desk.merge(FACTS, earlier ? [earlier] : [], Date.now());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(foreign()).toEqual([]);
  });
});
