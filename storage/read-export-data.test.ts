import { describe, expect, it } from 'vitest';
import { makeDraft, makeFacts, NOTE_ID, OTHER_NOTE_ID, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { HawashiDatabase } from './database';
import { saveNote, setNoteDeleted } from './notes';
import { openReading } from './open-reading';
import { readExportData } from './read-export-data';

const ONE = { facts: makeFacts(), urlKey: 'example.com/one', now: THEN };
const TWO = { facts: makeFacts({ title: 'Two' }), urlKey: 'example.com/two', now: THEN };
const VISIT = NOTE_ID;
const ENTITY = {
  id: 'loc/iraq',
  kind: 'state',
  names: { ar: 'العراق' },
  source: 'lexicon',
} as const;

async function fill(db: HawashiDatabase): Promise<{ one: string; two: string }> {
  const one = await openReading(db, ONE, VISIT, [{ entity: ENTITY, count: 3 }]);
  const two = await openReading(db, TWO, VISIT, [{ entity: ENTITY, count: 1 }]);
  const draft = makeDraft({ body: 'قديم' });
  await saveNote(db, draft, ONE);
  await saveNote(db, { ...draft, body: 'جديد', updatedAt: THEN + 1 }, ONE);
  const { id } = await saveNote(db, makeDraft({ id: OTHER_NOTE_ID }), TWO);
  await setNoteDeleted(db, { noteId: id, deleted: true, at: THEN + 2 });
  return { one: one.articleId ?? '', two: two.articleId ?? '' };
}

describe('readExportData', () => {
  it('gives every record, trash and earlier versions included', async () => {
    const db = openTestDatabase();
    await fill(db);
    const data = await readExportData(db, { now: THEN + 9 });
    expect(data).toEqual({
      exportedAt: THEN + 9,
      scope: 'everything',
      articles: await db.articles.toArray(),
      notes: await db.notes.toArray(),
      versions: await db.versions.toArray(),
      entities: [ENTITY],
      sightings: await db.sightings.toArray(),
    });
    expect(data.notes).toHaveLength(2);
    expect(data.versions).toHaveLength(1);
  });

  it('gives one article with what belongs to it, and nothing else', async () => {
    const db = openTestDatabase();
    const { one, two } = await fill(db);
    const data = await readExportData(db, { articleId: one, now: THEN });
    expect(data.scope).toBe('article');
    expect(data.articles.map(({ id }) => id)).toEqual([one]);
    expect(data.notes.map(({ body }) => body)).toEqual(['جديد']);
    expect(data.versions.map(({ note }) => note.body)).toEqual(['قديم']);
    expect(data.sightings.map(({ count }) => count)).toEqual([3]);
    expect(data.entities).toEqual([ENTITY]);
    const other = await readExportData(db, { articleId: two, now: THEN });
    expect(other.versions).toEqual([]);
    expect(other.notes.map(({ id }) => id)).toEqual([OTHER_NOTE_ID]);
  });

  it('gives nothing for an article that is not kept', async () => {
    const db = openTestDatabase();
    const data = await readExportData(db, { articleId: 'none', now: THEN });
    expect(data).toMatchObject({ articles: [], notes: [], sightings: [] });
  });
});
