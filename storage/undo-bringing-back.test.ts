import { expect, it } from 'vitest';
import type { Note } from '@/core/model/note';
import { makeArticle } from '@/test/make-export';
import { makeNote, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openTestBackup } from '@/test/open-test-backup';
import { openTestDatabase } from '@/test/open-test-database';
import { bringBack } from './bring-back';
import { createLastBrought, dropOldUndo, undoBringingBack } from './undo-bringing-back';

const DAY = 86_400_000;

async function open() {
  const db = openTestDatabase();
  const backup = await openTestBackup();
  const bring = (token: string, notes: Note[], now: number, asked?: true) => {
    const articles = [makeArticle()];
    const records = { articles, notes, versions: [], entities: [], sightings: [] };
    const piece = { ...records, isOurs: () => true };
    return bringBack(db, backup, { piece, token, now, asked });
  };
  // As a page that was opened anew tells it.
  const last = (now: number) => createLastBrought(db)(backup, now);
  return { db, backup, bring, last };
}

it('tells of the last import what undoing it would take away, until it is too late', async () => {
  const { db, bring, last, backup } = await open();
  expect(await last(THEN)).toBeNull();
  await db.notes.add(makeNote({ body: 'here' }));
  const goesOn = makeNote({ body: 'here and on', updatedAt: THEN + 1 });
  await bring('first', [goesOn], THEN + 2, true);
  await bring('first', [makeNote({ id: OTHER_NOTE_ID })], THEN + 3, true);
  const told = { token: 'first', at: THEN + 3, added: 1, changed: 1 };
  expect(await last(THEN + 4)).toEqual({ ...told, days: 7 });
  expect(await last(THEN + 6.5 * DAY)).toEqual({ ...told, days: 1 });
  expect(await last(THEN + 4 + 7 * DAY)).toBeNull();
  await dropOldUndo(backup, THEN + 4 + 7 * DAY);
  expect(await undoBringingBack(db, backup, { token: 'first', now: THEN })).toBe(0);
});

it('counts what the reader has not touched since, and goes back import by import', async () => {
  const { db, bring, last, backup } = await open();
  await bring('first', [makeNote()], THEN, true);
  await bring('second', [makeNote({ id: OTHER_NOTE_ID })], THEN + 5, true);
  expect(await last(THEN + 6)).toMatchObject({ token: 'second', added: 1, changed: 0 });
  await undoBringingBack(db, backup, { token: 'second', now: THEN + 7 });
  expect(await last(THEN + 8)).toMatchObject({ token: 'first', added: 1 });
  await db.notes.update(NOTE_ID, { body: 'mine', updatedAt: THEN + 9 });
  expect(await last(THEN + 10)).toBeNull();
});

it('leaves out what came back by itself: that has a banner of its own', async () => {
  const { bring, last } = await open();
  await bring('lost', [makeNote()], THEN);
  expect(await last(THEN)).toBeNull();
});
