/** Words that were written down in a page and never acknowledged. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteDraft } from '@/core/model/note';
import { sendToBackground } from '@/messaging/client';
import { readDrafts } from '@/storage/draft-journal';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { POPUP, startBackground } from './start-background';

const article = makeFacts();

async function leave(...entries: unknown[]): Promise<void> {
  for (const [index, value] of entries.entries())
    await fakeBrowser.storage.local.set({ [`draft:note:${index}`]: value });
}

const entry = (changes: Partial<NoteDraft> = {}) => ({
  article,
  note: makeDraft(changes),
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('drafts that a page left', () => {
  it('are saved, with their article, and go', async () => {
    const { db, replayDrafts, announceNotes } = startBackground();
    await leave(entry({ body: 'قبل أن يُقتل المتصفح' }));
    expect(await replayDrafts()).toBe(0);
    const [note] = await db.notes.toArray();
    expect(note?.body).toBe('قبل أن يُقتل المتصفح');
    expect(await db.articles.get(note?.articleId ?? '')).toMatchObject(article);
    expect(await readDrafts()).toEqual([]);
    expect(announceNotes).toHaveBeenCalledWith(note?.articleId, null);
  });

  it('are there when a page of the article opens', async () => {
    startBackground();
    await leave(entry({ body: 'قبل أن يُقتل المتصفح' }));
    const opened = await sendToBackground('open-article', {
      ...{ article, visitId: crypto.randomUUID(), entities: [] },
    });
    expect(opened).toMatchObject({
      ok: true,
      value: { notes: [{ body: 'قبل أن يُقتل المتصفح' }] },
    });
  });

  it('give way to later words, and stand in a version of the note', async () => {
    const { db, replayDrafts } = startBackground();
    const note = makeDraft({ body: 'later words', updatedAt: THEN + 9 });
    await sendToBackground('save-note', { article, note });
    await leave(entry({ body: 'words of the other tab', updatedAt: THEN + 3 }));
    await replayDrafts();
    expect(await db.notes.toArray()).toMatchObject([{ body: 'later words' }]);
    expect(await db.versions.toArray()).toMatchObject([
      { note: { body: 'words of the other tab' } },
    ]);
  });

  it('do not bring a note back that was deleted after them', async () => {
    const { db, replayDrafts } = startBackground();
    await sendToBackground('save-note', { article, note: makeDraft({ body: 'first' }) });
    const wish = { noteId: NOTE_ID, deleted: true, at: THEN + 9 };
    await sendToBackground('set-note-deleted', wish);
    await leave(entry({ body: 'first and last', updatedAt: THEN + 3 }));
    await replayDrafts();
    expect(await db.notes.toArray()).toMatchObject([{ deletedAt: THEN + 9 }]);
    expect(await db.versions.toArray()).toMatchObject([
      { note: { body: 'first and last' } },
    ]);
  });

  it('that are damaged stand in nobody’s way, and are not deleted', async () => {
    const { db, replayDrafts } = startBackground();
    const torn = [
      'torn',
      { article },
      { article, note: { ...makeDraft(), id: 'no id' } },
      { article: { ...article, url: 'no address' }, note: makeDraft() },
    ];
    await leave(...torn, entry({ id: OTHER_NOTE_ID, body: 'whole' }));
    expect(await replayDrafts()).toBe(0);
    expect(await db.notes.toArray()).toMatchObject([{ body: 'whole' }]);
    expect(await readDrafts()).toEqual([]);
    const kept = Object.values(await fakeBrowser.storage.local.get(null));
    expect(kept).toEqual(expect.arrayContaining(torn));
    expect(kept).toHaveLength(torn.length);
  });

  it('wait where the disk is full, and are saved when there is room', async () => {
    const { db, replayDrafts } = startBackground();
    await leave(entry({ body: 'waits' }));
    const put = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    expect(await replayDrafts()).toBe(1);
    expect(await readDrafts()).toHaveLength(1);
    put.mockRestore();
    expect(await replayDrafts()).toBe(0);
    expect(await db.notes.toArray()).toMatchObject([{ body: 'waits' }]);
  });

  it('do not bring a note back that is deleted for good', async () => {
    const { db } = startBackground({}, POPUP);
    await sendToBackground('save-note', { article, note: makeDraft({ body: 'first' }) });
    const wish = { noteId: NOTE_ID, deleted: true, at: THEN + 9 };
    await sendToBackground('set-note-deleted', wish);
    await leave(entry({ body: 'first and last', updatedAt: THEN + 3 }));
    const purge = { what: { noteId: NOTE_ID }, at: THEN + 9 };
    expect(await sendToBackground('purge-notes', purge)).toEqual({
      ok: true,
      value: { purged: 1 },
    });
    const opened = await sendToBackground('open-article', {
      ...{ article, visitId: crypto.randomUUID(), entities: [] },
    });
    expect(opened).toMatchObject({ ok: true, value: { notes: [] } });
    expect(await db.versions.count()).toBe(0);
  });

  it('come to the same, however often and in whatever order they are saved', async () => {
    const states = fc.array(
      fc.record({
        body: fc.string({ maxLength: 12 }),
        updatedAt: fc.nat(6).map((at) => THEN + at),
      }),
      { minLength: 1, maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(states, fc.nat(), async (states, turn) => {
        const once = startBackground({ db: openTestDatabase() });
        await leave(...states.map(entry));
        await once.replayDrafts();
        const [first] = await once.db.notes.toArray();
        const twice = startBackground({ db: openTestDatabase() });
        const turned = states.map((_, at) => states[(at + turn) % states.length]);
        await leave(...turned.map(entry));
        await twice.replayDrafts();
        await leave(...states.map(entry));
        await twice.replayDrafts();
        const [second] = await twice.db.notes.toArray();
        expect(second?.body).toBe(first?.body);
        const shown = [
          second?.body,
          ...(await twice.db.versions.toArray()).flatMap(({ note, removed }) => [
            note.body,
            ...removed,
          ]),
        ].join('\n');
        for (const word of states.flatMap(
          ({ body }) => body.match(/[\p{L}\p{N}]+/gu) ?? [],
        ))
          expect(shown).toContain(word);
      }),
      { numRuns: 40 },
    );
  });
});
