import { beforeEach, describe, expect, it } from 'vitest';
import type { Entity } from '../core/model/entity';
import { makeNote, THEN } from '../test/make-note';
import { makeStoryArticle } from '../test/make-story-article';
import { openTestDatabase } from '../test/open-test-database';
import { readAboutArticle } from './about-article';
import { readAboutEntity } from './about-entity';
import type { HawashiDatabase } from './database';

let db: HawashiDatabase;

const met = (entityId: string, articleId: string, count = 1) => ({
  ...{ entityId, articleId, count },
  ...{ firstSeenAt: THEN, lastSeenAt: THEN },
});
const known = (id: string, names: Entity['names'], kind: Entity['kind'] = 'person') => ({
  ...{ id, kind, names, source: 'lexicon' as const, updatedAt: THEN },
  totals: { articles: 1, mentions: 1, firstSeenAt: THEN },
});
const onPassage = (id: string, articleId: string, exact: string, start = 0) =>
  makeNote({
    ...{ id, articleId, body: '' },
    target: {
      type: 'passage',
      selector: { exact, prefix: '', suffix: '', start, end: start + exact.length },
    },
  });

beforeEach(async () => {
  db = openTestDatabase();
  await db.articles.bulkAdd([
    makeStoryArticle('a', { published: '2020-01-05' }).article,
    makeStoryArticle('b', { published: '2020-02-05' }).article,
  ]);
  await db.entities.bulkAdd([
    known('per/soleimani', { ar: 'قاسم سليماني', en: 'Qasem Soleimani' }),
    known('loc/baghdad', { ar: 'بغداد' }, 'place'),
    known('per/other', { en: 'Some One' }),
  ]);
  await db.sightings.bulkAdd([
    ...[met('per/soleimani', 'a', 3), met('per/soleimani', 'b')],
    ...[met('loc/baghdad', 'a'), met('loc/baghdad', 'b', 5), met('per/other', 'a', 2)],
    // No longer there when it was read again.
    met('per/other', 'b', 0),
  ]);
  await db.notes.bulkAdd([
    onPassage('named', 'a', 'مقتل سليماني', 40),
    onPassage('other', 'a', 'كلام آخر', 10),
    makeNote({ id: 'whole', articleId: 'a', target: { type: 'article' } }),
    { ...onPassage('gone', 'b', 'Soleimani'), deletedAt: THEN },
  ]);
});

describe('about an actor', () => {
  it('has its articles, the latest first, what was said of it, and its company', async () => {
    const about = await readAboutEntity(db, 'per/soleimani');
    expect(
      about?.articles.map(({ article, count, notes }) => [article.id, count, notes]),
    ).toEqual([
      ['b', 1, 0],
      ['a', 3, 3],
    ]);
    expect(about?.said.map(({ note }) => note.id)).toEqual(['named']);
    expect(about?.company.map(({ entity, articles }) => [entity.id, articles])).toEqual([
      ['loc/baghdad', 2],
      ['per/other', 1],
    ]);
  });

  it('leaves out where it is no longer found; of one never met there is nothing', async () => {
    const about = await readAboutEntity(db, 'per/other');
    expect(about?.articles.map(({ article }) => article.id)).toEqual(['a']);
    expect(await readAboutEntity(db, 'per/nobody')).toBeNull();
  });
});

describe('about an article', () => {
  it('has its notes as they follow in the text, and who is in it', async () => {
    const about = await readAboutArticle(db, 'a');
    expect(about?.notes.map(({ id }) => id)).toEqual(['whole', 'other', 'named']);
    expect(about?.entities.map(({ entity }) => entity.id)).toEqual([
      ...['per/soleimani', 'per/other', 'loc/baghdad'],
    ]);
    expect((await readAboutArticle(db, 'b'))?.notes).toEqual([]);
    expect(await readAboutArticle(db, 'c')).toBeNull();
  });
});
