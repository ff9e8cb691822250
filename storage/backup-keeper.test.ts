import Dexie from 'dexie';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Note } from '@/core/model/note';
import { NOTE_COLOURS } from '@/core/model/note';
import { anyUnit } from '@/test/any-unit';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openKept, openTestBackup } from '@/test/open-test-backup';
import { openTestDatabase } from '@/test/open-test-database';
import type { HawashiDatabase } from './database';
import { forgetHistory } from './forget-history';
import { saveNote, setNoteDeleted } from './notes';
import { countDue } from './track-changes';
import { undoBringingBack } from './undo-bringing-back';

const DAY = 86_400_000;
const keyed = (now = THEN, url = makeFacts().url) => ({
  facts: makeFacts({ url }),
  urlKey: url,
  now,
});

const contentOf = async (db: HawashiDatabase) => ({
  notes: await db.notes.toArray(),
  versions: await db.versions.toArray(),
  articles: await db.articles.toArray(),
});

/** The main database is lost; another one with the same backup. */
async function lose({ db, backup, keeper: old }: Awaited<ReturnType<typeof openKept>>) {
  old.stop();
  db.close();
  await Dexie.delete(db.name);
  const onBroughtBack = vi.fn();
  const again = openTestDatabase(db.name);
  const { keeper } = await openKept({
    db: again,
    openBackup: async () => backup,
    onBroughtBack,
  });
  await keeper.settle();
  return { db: again, keeper, onBroughtBack };
}

describe('the backup', () => {
  it('hears of every change, and nothing stays due', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    expect(await countDue(db)).toBe(1);
    await keeper.settle();
    expect(await countDue(db)).toBe(0);
    const texts = (await backup.states.toArray()).map(({ text }) => text);
    expect(texts.join()).toContain('كلماتي');
  });

  it('hears by itself, soon after', async () => {
    const { db, backup } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    await vi.waitFor(async () => expect(await backup.states.count()).toBe(2));
  });

  it('hears later of what a worker that died did not tell', async () => {
    const { db, backup, keeper: dead } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    dead.stop();
    db.close();
    const again = openTestDatabase(db.name);
    const { keeper } = await openKept({ db: again, openBackup: async () => backup });
    await keeper.settle();
    expect(await backup.states.count()).toBe(2);
  });

  it('keeps one state of a note that is written on, however often it is saved', async () => {
    const { db, backup, keeper } = await openKept();
    for (let at = 0; at < 5; at++) {
      const draft = makeDraft({ body: 'كلماتي '.repeat(at + 1), updatedAt: THEN + at });
      await saveNote(db, draft, keyed(THEN + at));
      await keeper.settle();
    }
    expect(await backup.states.where({ since: 1 }).count()).toBe(2);
  });

  it('forgets nothing when the main database is lost while it is written, whenever', async () => {
    // Dexie tells of each.
    const quiet = vi.spyOn(console, 'warn').mockImplementation(() => {});
    for (let steps = 0; steps < 40; steps++) {
      const { db, backup, keeper } = await openKept();
      await saveNote(db, makeDraft(), keyed());
      await keeper.settle();
      await saveNote(
        db,
        makeDraft({ body: 'كلماتي أيضا', updatedAt: THEN + 1 }),
        keyed(),
      );
      const settled = keeper.settle();
      for (let step = 0; step < steps; step++) await new Promise(setImmediate);
      await Dexie.delete(db.name);
      await settled;
      keeper.stop();
      const tables = (await backup.states.toArray()).map(({ table }) => table);
      expect(tables).toContain('notes');
      expect(await backup.gone.count()).toBe(0);
    }
    quiet.mockRestore();
  });

  it('holds nothing of what was only read', async () => {
    const { db, backup, keeper } = await openKept();
    await db.articles.add({
      ...makeFacts(),
      id: NOTE_ID,
      urlKey: 'x',
      ...{ createdAt: 1, updatedAt: 1, deletedAt: null, lastOpenedAt: 1 },
    });
    await db.history.add({ articleId: NOTE_ID, site: 'x', readAt: 1 });
    await keeper.settle();
    await forgetHistory(db, { token: 't', what: { all: true }, at: THEN });
    await keeper.settle();
    expect(await backup.states.count()).toBe(0);
    expect(await backup.gone.count()).toBe(0);
  });

  it('forgets in all generations what was deleted for good, and its article', async () => {
    const clock = vi.fn(() => THEN);
    const { db, backup, keeper } = await openKept({ now: clock });
    const note = await saveNote(db, makeDraft({ body: 'secret' }), keyed());
    await keeper.backUpNow();
    await saveNote(db, makeDraft({ body: 'secrets', updatedAt: THEN + 1 }), keyed());
    await keeper.backUpNow();
    await db.notes.delete(NOTE_ID);
    await forgetHistory(db, {
      token: 't',
      what: { articleId: note.articleId },
      at: THEN,
    });
    await keeper.settle();
    expect(await backup.states.count()).toBe(0);
    const { db: again, onBroughtBack } = await lose({ db, backup, keeper });
    expect(await again.notes.count()).toBe(0);
    expect(onBroughtBack).not.toHaveBeenCalled();
  });

  it('keeps a note again that came back after it was deleted for good', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    await db.notes.clear();
    await keeper.settle();
    expect(await backup.gone.count()).toBe(1);
    const note = await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    const { db: again } = await lose({ db, backup, keeper });
    expect(await again.notes.toArray()).toEqual([note]);
  });

  it('says why it cannot be written, and no note waits for it', async () => {
    const onTrouble = vi.fn();
    const { db, backup, keeper } = await openKept({ onTrouble });
    vi.spyOn(backup, 'transaction').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    await keeper.settle();
    expect(onTrouble).toHaveBeenLastCalledWith('storage-full');
    vi.restoreAllMocks();
    await keeper.settle();
    expect(onTrouble).toHaveBeenLastCalledWith(null);
    expect(await countDue(db)).toBe(0);
  });

  it('is written once it opens, though it did not at first', async () => {
    const kept = await openTestBackup();
    const openBackup = vi.fn(async () => kept);
    const { db, keeper } = await openKept({ openBackup });
    openBackup.mockRejectedValueOnce(new Error('not now'));
    await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    expect(await kept.states.count()).toBe(0);
    await keeper.settle();
    expect(await kept.states.count()).toBe(2);
  });

  it('is made anew when it was lost itself', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    keeper.stop();
    db.close();
    const other = await openTestBackup();
    const again = openTestDatabase(db.name);
    await (await openKept({ db: again, openBackup: async () => other })).keeper.settle();
    expect(await other.states.count()).toBe(await backup.states.count());
  });
});

describe('a main database that was lost', () => {
  it('gets its notes back under what was written since, each word kept', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft({ body: 'before the loss' }), keyed());
    await saveNote(db, makeDraft({ id: OTHER_NOTE_ID, body: 'another' }), keyed());
    await keeper.settle();
    keeper.stop();
    db.close();
    await Dexie.delete(db.name);
    const fresh = openTestDatabase(db.name);
    const newer = { body: 'after the loss', updatedAt: THEN + 9 };
    const { articleId } = await saveNote(fresh, makeDraft(newer), keyed(THEN + 9));
    const onBroughtBack = vi.fn();
    const ports = { db: fresh, openBackup: async () => backup, onBroughtBack };
    fresh.close();
    await (await openKept(ports)).keeper.settle();
    const notes = await fresh.notes.toArray();
    expect(notes.map(({ body }) => body)).toEqual(['after the loss', 'another']);
    // Both are of the article as it is known now.
    expect(notes.map((note) => note.articleId)).toEqual([articleId, articleId]);
    const versions = await fresh.versions.toArray();
    expect(versions.map(({ note }) => note.body)).toEqual(['before the loss']);
    expect(onBroughtBack.mock.lastCall?.[1]).toEqual({ added: 1, changed: 1, same: 0 });
  });

  it('has it undone: what came goes into the trash, what changed says what it said', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    const { db: again, onBroughtBack } = await lose({ db, backup, keeper });
    const token = onBroughtBack.mock.lastCall?.[0] ?? '';
    expect(await undoBringingBack(again, backup, { token, now: THEN + DAY })).toBe(1);
    expect((await again.notes.get(NOTE_ID))?.deletedAt).toBe(THEN + DAY);
    expect(await undoBringingBack(again, backup, { token, now: THEN + DAY })).toBe(0);
  });

  it('under a running background is made again by itself', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    await Dexie.delete(db.name);
    db.close({ disableAutoOpen: false });
    await db.notes.count();
    await vi.waitFor(async () => expect(await db.notes.count()).toBe(1));
    expect(await backup.gone.count()).toBe(0);
  });

  it('is one that the browser can no longer open, too', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    keeper.stop();
    db.close();
    const { open, deleteDatabase } = indexedDB;
    let isRuin = true;
    vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
      if (isRuin && name === db.name) throw new DOMException('Internal', 'UnknownError');
      return open.call(indexedDB, name, version);
    });
    vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
      if (name === db.name) isRuin = false;
      return deleteDatabase.call(indexedDB, name);
    });
    const again = openTestDatabase(db.name);
    const onTrouble = vi.fn();
    const ports = { db: again, openBackup: async () => backup, onTrouble };
    const { keeper: next } = await openKept(ports);
    for (let run = 0; run < 4; run++) await next.settle();
    expect(onTrouble).toHaveBeenLastCalledWith('storage-unavailable');
    await next.settle();
    expect(onTrouble).toHaveBeenLastCalledWith(null);
    expect(await again.notes.count()).toBe(1);
    vi.restoreAllMocks();
  });

  it('is told nothing when nothing was missing', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed());
    await keeper.settle();
    await db.meta.delete('database-id');
    keeper.stop();
    db.close();
    const onBroughtBack = vi.fn();
    const again = openTestDatabase(db.name);
    const ports = { db: again, openBackup: async () => backup, onBroughtBack };
    await (await openKept(ports)).keeper.settle();
    expect(onBroughtBack).not.toHaveBeenCalled();
    expect(await again.notes.count()).toBe(1);
  });

  it('gets the state before from a row whose last state is damaged', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft({ body: 'the day before' }), keyed());
    await keeper.backUpNow();
    const later = { body: 'the day before and after', updatedAt: THEN + 1 };
    await saveNote(db, makeDraft(later), keyed());
    await keeper.settle();
    await backup.states.where({ since: 2 }).modify((state) => {
      state.text = state.text.replace('after', 'aftre');
    });
    const { db: again } = await lose({ db, backup, keeper });
    expect((await again.notes.get(NOTE_ID))?.body).toBe('the day before');
  });
});

type Deed = {
  id: number;
  body: string;
  tags: string[];
  deed: 'save' | 'trash' | 'back up';
};
const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.record({
    id: fc.nat(4),
    body: fc.oneof(fc.string({ unit: anyUnit }), fc.constantFrom('أ', 'أ ب', 'x')),
    tags: fc.array(fc.string({ unit: anyUnit }), { maxLength: 2 }),
    deed: fc.constantFrom('save', 'save', 'trash', 'back up'),
  }),
  { minLength: 1, maxLength: 14 },
);

it('gives back every byte of every note, the trash and all versions included', async () => {
  await fc.assert(
    fc.asyncProperty(deeds, async (list) => {
      const { db, backup, keeper } = await openKept();
      let now = THEN;
      for (const { id, body, tags, deed } of list) {
        now += 400_000;
        const noteId = NOTE_ID.replace(/.$/, String(id));
        if (deed === 'back up') await keeper.backUpNow();
        else if (deed === 'save' || (await db.notes.get(noteId)) === undefined) {
          const colour = NOTE_COLOURS[id % 4] as Note['colour'];
          const draft = makeDraft({ id: noteId, body, tags, colour, updatedAt: now });
          await saveNote(db, draft, keyed(now, `https://paper.example/${id % 2}`));
        } else await setNoteDeleted(db, { noteId, deleted: true, at: now });
      }
      await keeper.settle();
      const before = await contentOf(db);
      const {
        db: again,
        keeper: restored,
        onBroughtBack,
      } = await lose({ db, backup, keeper });
      expect(await contentOf(again)).toEqual(before);
      expect(onBroughtBack.mock.lastCall?.[1]?.added ?? 0).toBe(before.notes.length);
      restored.stop();
      again.close();
      await Dexie.delete(again.name);
    }),
    { numRuns: 25 },
  );
});
