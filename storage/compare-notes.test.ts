import { expect, it } from 'vitest';
import type { Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import { makeNote, THEN } from '@/test/make-note';
import { openTestBackup } from '@/test/open-test-backup';
import { openTestDatabase } from '@/test/open-test-database';
import { compareNotes } from './compare-notes';

const LATER = { updatedAt: THEN + 9 };

async function kindOf(here: Note | null, incoming: Note, versions: NoteVersion[] = []) {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  if (here !== null) await db.notes.add(here);
  const found = await compareNotes(db, backup, { notes: [incoming], versions });
  const filled = Object.entries(found ?? {}).filter(([, list]) => list.length > 0);
  return filled.map(([kind]) => kind).join();
}

const version = (note: Note): NoteVersion => ({
  ...{ id: crypto.randomUUID(), noteId: note.id, updatedAt: note.updatedAt },
  ...{ keptAt: note.updatedAt, note, removed: [] },
});

it.each<[string, Note | null, Note, NoteVersion[]]>([
  ['added', null, makeNote(), []],
  ['same', makeNote(), makeNote(), []],
  // Files without times of their own come with another each time.
  ['same', makeNote(), makeNote(LATER), []],
  ['same', makeNote({ body: 'كلماتي وأكثر', ...LATER }), makeNote(), []],
  ['changed', makeNote(), makeNote({ body: 'كلماتي وأكثر', ...LATER }), []],
  ['conflicting', makeNote(), makeNote({ body: 'غيرها', ...LATER }), []],
  ['conflicting', makeNote({ body: 'غيرها', ...LATER }), makeNote(), []],
  ['changed', makeNote(), makeNote({ body: 'غيرها', ...LATER }), [version(makeNote())]],
  ['same', makeNote({ body: 'غيرها', ...LATER }), makeNote(), [version(makeNote())]],
])('%s', async (kind, here, incoming, versions) => {
  expect(await kindOf(here, incoming, versions)).toBe(kind);
});

it('takes a place that is not known for the one that is', async () => {
  const here = makeNote();
  if (here.target.type !== 'passage') throw new Error('no passage');
  const selector = { ...here.target.selector, prefix: '', start: -1, end: -1 };
  const incoming = makeNote({ target: { type: 'passage', selector }, ...LATER });
  expect(await kindOf(here, incoming)).toBe('same');
  expect(await kindOf(here, { ...incoming, body: 'كلماتي وأكثر' })).toBe('changed');
});

it('knows what was deleted for good', async () => {
  const backup = await openTestBackup();
  const incoming = makeNote();
  await backup.gone.put({ table: 'notes', id: incoming.id, at: THEN });
  const db = openTestDatabase();
  const found = await compareNotes(db, backup, { notes: [incoming], versions: [] });
  expect(found?.gone).toEqual([incoming]);
});

it('stops when it is no longer wanted', async () => {
  const wish = { notes: [makeNote()], versions: [] };
  const db = openTestDatabase();
  expect(await compareNotes(db, await openTestBackup(), wish, () => false)).toBeNull();
});
