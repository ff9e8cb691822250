import { expect, it } from 'vitest';
import { makeNote, THEN } from '../test/make-note';
import { makeStoryArticle } from '../test/make-story-article';
import { openTestDatabase } from '../test/open-test-database';
import { readAboutStory } from './about-story';

it('of a story: its latest notes, and who is in most of its articles', async () => {
  const db = openTestDatabase();
  const ids = ['a', 'b', 'c'];
  await db.articles.bulkAdd(ids.map((id) => makeStoryArticle(id).article));
  await db.memberships.bulkAdd(
    ['a', 'b'].map((articleId, at) => ({
      ...{ storyId: 'dam', articleId, score: 1, by: 'found' as const },
      ...{ visitId: null, at: THEN + at },
    })),
  );
  await db.entities.bulkAdd(
    ['per/one', 'per/two'].map((id) => ({
      ...{ id, kind: 'person' as const, names: { en: id }, source: 'lexicon' as const },
      ...{ updatedAt: THEN, totals: { articles: 1, mentions: 1, firstSeenAt: THEN } },
    })),
  );
  const met = (entityId: string, articleId: string, count = 1) => ({
    ...{ entityId, articleId, count, firstSeenAt: THEN, lastSeenAt: THEN },
  });
  await db.sightings.bulkAdd([
    ...[met('per/one', 'a', 9), met('per/two', 'a'), met('per/two', 'b')],
    ...[met('per/one', 'b', 0), met('per/one', 'c')],
  ]);
  await db.notes.bulkAdd([
    ...['a', 'b', 'a', 'b', 'c'].map((articleId, at) =>
      makeNote({ id: `n${at}`, articleId, createdAt: THEN + at, updatedAt: THEN + at }),
    ),
    makeNote({ id: 'gone', articleId: 'a', deletedAt: THEN }),
  ]);
  const { total, notes, company } = await readAboutStory(db, 'dam');
  expect(total).toBe(4);
  expect(notes.map(({ note, article }) => [note.id, article.id])).toEqual([
    ['n3', 'b'],
    ['n2', 'a'],
    ['n1', 'b'],
  ]);
  expect(company.company.map(({ entity, articles }) => [entity.id, articles])).toEqual([
    ['per/two', 2],
    ['per/one', 1],
  ]);
  expect((await readAboutStory(db, 'no such')).total).toBe(0);
});
