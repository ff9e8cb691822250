import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openKept } from '@/test/open-test-backup';
import { setDraftAside } from './draft-journal';
import { readDamaged, readKeepingStatus } from './keeping-status';
import { saveNote, setNoteDeleted } from './notes';

beforeEach(() => {
  fakeBrowser.reset();
});

describe('how the notes are kept', () => {
  it('is told with what waits in the trash, and what is backed up', async () => {
    const { db, backup, keeper } = await openKept();
    const keyed = { facts: makeFacts(), urlKey: 'example.com/one', now: THEN };
    await saveNote(db, makeDraft(), keyed);
    await saveNote(db, makeDraft({ id: OTHER_NOTE_ID }), keyed);
    await setNoteDeleted(db, { noteId: NOTE_ID, deleted: true, at: THEN + 1 });
    expect((await readKeepingStatus(db, backup)).due).toBeGreaterThan(0);
    await keeper.settle();
    const status = await readKeepingStatus(db, backup);
    expect(status).toMatchObject({ notes: 1, trash: 1, due: 0, damaged: 0 });
    expect(status.writtenAt).not.toBeNull();
  });

  it('counts what was set aside, rows and drafts, and gives all of it', async () => {
    const { db, backup } = await openKept();
    const row = { table: 'notes', id: 'x', row: { body: 7 }, at: THEN } as const;
    await backup.damaged.add({ ...row, number: 1 });
    await setDraftAside('draft:x:1', 'torn');
    expect((await readKeepingStatus(db, backup)).damaged).toBe(2);
    expect(await readDamaged(backup)).toMatchObject([
      row,
      { key: 'draft-damaged:x:1', value: 'torn' },
    ]);
  });
});
