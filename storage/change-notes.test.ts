import { beforeEach, describe, expect, it } from 'vitest';
import { makeNote, NOTE_ID, OTHER_NOTE_ID, THEN } from '../test/make-note';
import { openTestDatabase } from '../test/open-test-database';
import { changeNotes } from './change-notes';
import type { HawashiDatabase } from './database';

const GONE = '33333333-3333-4333-8333-333333333333';
let db: HawashiDatabase;
beforeEach(async () => {
  db = openTestDatabase();
  await db.notes.bulkAdd([
    makeNote({ tags: ['dam'] }),
    makeNote({ id: OTHER_NOTE_ID, body: '', updatedAt: THEN + 9 }),
  ]);
});

describe('changing many notes at once', () => {
  it('tags, colours and throws away', async () => {
    const edits = [
      { noteId: NOTE_ID, tags: ['dam', 'water'], colour: 'blue' as const },
      { noteId: OTHER_NOTE_ID, deleted: true },
      { noteId: GONE, deleted: true },
    ];
    expect(await changeNotes(db, { edits, at: THEN + 20 })).toBe(2);
    expect(await db.notes.get(NOTE_ID)).toMatchObject({
      ...{ tags: ['dam', 'water'], colour: 'blue' },
      ...{ body: 'كلماتي', deletedAt: null, updatedAt: THEN + 20 },
    });
    expect(await db.notes.get(OTHER_NOTE_ID)).toMatchObject({ deletedAt: THEN + 20 });
  });

  it('twice is once', async () => {
    const wish = { edits: [{ noteId: NOTE_ID, deleted: true }], at: THEN + 20 };
    expect(await changeNotes(db, wish)).toBe(1);
    const once = await db.notes.toArray();
    expect(await changeNotes(db, wish)).toBe(0);
    expect(await db.notes.toArray()).toEqual(once);
  });

  it('keeps a tag that goes in a version, and brings it back', async () => {
    const at = THEN + 20;
    await changeNotes(db, { edits: [{ noteId: NOTE_ID, tags: [] }], at });
    expect(await db.versions.toArray()).toMatchObject([{ note: { tags: ['dam'] } }]);
    await changeNotes(db, { edits: [{ noteId: NOTE_ID, tags: ['dam'] }], at: at + 1 });
    expect(await db.notes.get(NOTE_ID)).toMatchObject({ tags: ['dam'] });
  });

  it('leaves what was changed later', async () => {
    const edits = [{ noteId: OTHER_NOTE_ID, deleted: true }];
    expect(await changeNotes(db, { edits, at: THEN + 8 })).toBe(0);
    expect(await db.notes.get(OTHER_NOTE_ID)).toMatchObject({ deletedAt: null });
  });
});
