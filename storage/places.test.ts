import { expect, it } from 'vitest';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { saveNote } from './notes';
import { keepPlaces } from './places';
import { findNotes } from './search/find-notes';
import { settleIndex } from './search/keep-index';
import { purgeNotes } from './trash';

const facts = makeFacts();
const keyed = { facts, urlKey: facts.url, now: THEN };
const ORPHANED = { words: '', filters: { orphaned: true }, sort: 'newest' } as const;

it('a note whose passage is missing is found as such, until it is there again', async () => {
  const db = openTestDatabase();
  await saveNote(db, makeDraft(), keyed);
  const orphans = async () =>
    (await findNotes(db, ORPHANED, { offset: 0, limit: 9 })).total;
  expect(await orphans()).toBe(0);
  for (const _ of [1, 2]) {
    await keepPlaces(db, keyed, [{ noteId: NOTE_ID, status: 'orphan' }]);
    expect(await orphans()).toBe(1);
    await settleIndex(db);
  }
  await keepPlaces(db, keyed, []);
  expect(await orphans()).toBe(1);
  await keepPlaces(db, keyed, [{ noteId: NOTE_ID, status: 'anchored' }]);
  expect(await orphans()).toBe(0);
});

it('what is known already is not written, nor what is of another article', async () => {
  const db = openTestDatabase();
  await saveNote(db, makeDraft(), keyed);
  await keepPlaces(db, keyed, [{ noteId: NOTE_ID, status: 'changed' }]);
  await settleIndex(db);
  await keepPlaces(db, keyed, [
    { noteId: NOTE_ID, status: 'changed' },
    { noteId: OTHER_NOTE_ID, status: 'orphan' },
  ]);
  expect(await db.stale.count()).toBe(0);
  const elsewhere = makeFacts({ url: 'https://www.example.com/other', title: 'Other' });
  const other = { facts: elsewhere, urlKey: elsewhere.url, now: THEN };
  await saveNote(db, makeDraft({ id: OTHER_NOTE_ID }), other);
  await keepPlaces(db, other, [{ noteId: NOTE_ID, status: 'anchored' }]);
  expect(await db.places.toArray()).toMatchObject([
    { noteId: NOTE_ID, status: 'changed' },
  ]);
});

it('it goes with the note', async () => {
  const db = openTestDatabase();
  await saveNote(db, makeDraft(), keyed);
  await keepPlaces(db, keyed, [{ noteId: NOTE_ID, status: 'orphan' }]);
  await db.notes.update(NOTE_ID, { deletedAt: THEN });
  await purgeNotes(db, { what: { all: true }, at: THEN });
  expect(await db.places.count()).toBe(0);
});
