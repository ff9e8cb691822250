import { describe, expect, it } from 'vitest';
import type { Note } from '@/core/model/note';
import {
  makeDraft,
  makeFacts,
  makeNote,
  NOTE_ID,
  OTHER_NOTE_ID,
  THEN,
} from '@/test/make-note';
import { openKept } from '@/test/open-test-backup';
import { checkDatabase, looksSound } from './check-database';
import { saveNote } from './notes';

const keyed = { facts: makeFacts(), urlKey: 'example.com/story', now: THEN };
const broken = { ...makeNote(), body: ['no', 'text'], tags: 'none' } as unknown as Note;

describe('a look through the database', () => {
  it('finds nothing where nothing is wrong, and changes nothing', async () => {
    const { db, backup, keeper } = await openKept();
    await saveNote(db, makeDraft(), keyed);
    await keeper.settle();
    const before = await db.notes.toArray();
    expect(await looksSound(db)).toBe(true);
    expect(await checkDatabase(db, backup, THEN)).toMatchObject({
      mended: 0,
      reattached: 0,
    });
    expect(await db.notes.toArray()).toEqual(before);
  });

  it('puts the last good state from the backup in the place of a damaged row, and keeps that', async () => {
    const { db, backup, keeper } = await openKept();
    const note = await saveNote(db, makeDraft(), keyed);
    await keeper.backUpNow();
    await db.notes.put(broken);
    // By then the backup has heard of the damage, too.
    await keeper.settle();
    expect(await db.notes.get(NOTE_ID)).toEqual(note);
    expect(await backup.damaged.toArray()).toMatchObject([
      { table: 'notes', id: NOTE_ID, row: broken },
    ]);
    await checkDatabase(db, backup, THEN);
    expect(await backup.damaged.count()).toBe(1);
  });

  it('mends a row that the backup does not have either', async () => {
    const { db, backup, keeper } = await openKept();
    keeper.stop();
    await db.notes.put(broken);
    expect(await looksSound(db)).toBe(false);
    expect(await checkDatabase(db, backup, THEN)).toMatchObject({ mended: 1 });
    expect(await db.notes.get(NOTE_ID)).toEqual(makeNote({ body: '', tags: [] }));
    expect((await backup.damaged.toArray())[0]?.row).toEqual(broken);
  });

  it('gives a note without its article one, from the backup if it is there', async () => {
    const { db, backup, keeper } = await openKept();
    const { articleId } = await saveNote(db, makeDraft(), keyed);
    await keeper.settle();
    keeper.stop();
    const [article] = await db.articles.toArray();
    await db.meta.clear();
    await db.articles.clear();
    await db.notes.add(makeNote({ id: OTHER_NOTE_ID }));
    await db.meta.clear();
    expect(await checkDatabase(db, backup, THEN)).toMatchObject({ reattached: 2 });
    expect(await db.articles.get(articleId)).toEqual(article);
    expect(await db.articles.get(makeNote().articleId)).toMatchObject({ title: '' });
    expect(await looksSound(db)).toBe(true);
  });

  it('makes a note of its versions, unless the reader deleted it', async () => {
    const { db, backup, keeper } = await openKept();
    keeper.stop();
    const version = (id: string, noteId: string) => ({
      ...{ id, noteId, updatedAt: THEN, keptAt: THEN, removed: [] },
      note: makeNote({ id: noteId, body: 'earlier' }),
    });
    await db.versions.bulkAdd([version('v1', NOTE_ID), version('v2', OTHER_NOTE_ID)]);
    await backup.gone.add({ table: 'notes', id: OTHER_NOTE_ID, at: THEN });
    await checkDatabase(db, backup, THEN);
    expect(await db.notes.toArray()).toMatchObject([{ id: NOTE_ID, body: 'earlier' }]);
  });
});
