import { describe, expect, it } from 'vitest';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { saveNote, setNoteDeleted } from './notes';
import { emptyOldTrash, purgeNotes, readTrash } from './trash';

const DAY = 86_400_000;
const keyed = { facts: makeFacts(), urlKey: 'example.com/story', now: THEN };

/** One note in the trash, with an earlier version, and one that is not. */
async function fill() {
  const db = openTestDatabase();
  await saveNote(db, makeDraft({ body: 'كلمات قديمة' }), keyed);
  await saveNote(db, makeDraft({ body: 'غيرها', updatedAt: THEN + 1 }), keyed);
  await saveNote(db, makeDraft({ id: OTHER_NOTE_ID, body: 'stays' }), keyed);
  await setNoteDeleted(db, { noteId: NOTE_ID, deleted: true, at: THEN + 2 });
  return db;
}

describe('the trash', () => {
  it('shows what was thrown away, with its article', async () => {
    const db = await fill();
    const { notes, total } = await readTrash(db, { limit: 5 });
    expect(total).toBe(1);
    expect(notes).toMatchObject([
      {
        note: { id: NOTE_ID, deletedAt: THEN + 2 },
        article: { title: makeFacts().title },
      },
    ]);
  });

  it('is searched by quote, words and tags, in any spelling', async () => {
    const db = await fill();
    const found = async (query: string) =>
      (await readTrash(db, { query, limit: 5 })).total;
    expect(await found('غيرُها')).toBe(1);
    expect(await found('الحداد غيرها')).toBe(1);
    expect(await found('قديمة')).toBe(0);
    expect(await found('stays')).toBe(0);
  });

  it('lets a note go for good with its versions, but none that is not in it', async () => {
    const db = await fill();
    const purge = (noteId: string) => purgeNotes(db, { what: { noteId }, at: THEN + 9 });
    expect(await purge(OTHER_NOTE_ID)).toBe(0);
    expect(await purge(NOTE_ID)).toBe(1);
    expect(await db.versions.count()).toBe(0);
    expect(await db.notes.toCollection().primaryKeys()).toEqual([OTHER_NOTE_ID]);
  });

  it('is emptied of what was in it when the reader said so', async () => {
    const db = await fill();
    await setNoteDeleted(db, { noteId: OTHER_NOTE_ID, deleted: true, at: THEN + 50 });
    expect(await purgeNotes(db, { what: { all: true }, at: THEN + 10 })).toBe(1);
    expect(await db.notes.toCollection().primaryKeys()).toEqual([OTHER_NOTE_ID]);
  });

  it('is emptied by itself after thirty days that were seen, looked at once a day', async () => {
    const db = await fill();
    let gone = 0;
    for (let hour = 0; hour < 24 * 30; hour += 6)
      gone += await emptyOldTrash(db, THEN + 3 + hour * (DAY / 24));
    expect(gone).toBe(0);
    expect(await emptyOldTrash(db, THEN + 3 + 30 * DAY)).toBe(1);
    expect(await db.versions.count()).toBe(0);
    expect(await db.notes.toCollection().primaryKeys()).toEqual([OTHER_NOTE_ID]);
  });

  it('is not emptied by a clock that jumped, nor by a record that cannot be read', async () => {
    const db = await fill();
    await db.meta.put({ key: 'trash-days', value: 'torn' });
    expect(await emptyOldTrash(db, THEN + 3)).toBe(0);
    for (const years of [40, 1, 50]) {
      expect(await emptyOldTrash(db, THEN + years * 365 * DAY)).toBe(0);
    }
    expect(await readTrash(db, { limit: 1 })).toMatchObject({ total: 1 });
  });
});
