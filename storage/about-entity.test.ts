import { beforeEach, describe, expect, it } from 'vitest';
import type { Entity } from '../core/model/entity';
import { makeNote, THEN } from '../test/make-note';
import { makeStoryArticle } from '../test/make-story-article';
import { openTestDatabase } from '../test/open-test-database';
import { readAboutArticle } from './about-article';
import {
  LOOKED_THROUGH,
  readAboutEntity,
  readEntityCompany,
  readSaidOfEntity,
} from './about-entity';
import type { HawashiDatabase } from './database';

let db: HawashiDatabase;

const met = (entityId: string, articleId: string, count = 1) => ({
  ...{ entityId, articleId, count },
  ...{ firstSeenAt: THEN, lastSeenAt: THEN },
});
const known = (
  id: string,
  names: Entity['names'],
  kind: Entity['kind'] = 'person',
  articles = 1,
) => ({
  ...{ id, kind, names, source: 'lexicon' as const, updatedAt: THEN },
  totals: { articles, mentions: 1, firstSeenAt: THEN },
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
    known('per/soleimani', { ar: 'قاسم سليماني', en: 'Qasem Soleimani' }, 'person', 2),
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
  it('has its articles, the one read last first, as many as were asked for', async () => {
    await db.sightings.update(['per/soleimani', 'a'], { lastSeenAt: THEN + 1 });
    const all = await readAboutEntity(db, 'per/soleimani', 5);
    expect(
      all?.articles.map(({ article, count, notes }) => [article.id, count, notes]),
    ).toEqual([
      ['a', 3, 3],
      ['b', 1, 0],
    ]);
    const first = await readAboutEntity(db, 'per/soleimani', 1);
    expect(first?.articles.map(({ article }) => article.id)).toEqual(['a']);
    expect(first?.total).toBe(2);
  });

  it('leaves out where it is no longer found; of one never met there is nothing', async () => {
    const about = await readAboutEntity(db, 'per/other', 5);
    expect(about?.articles.map(({ article }) => article.id)).toEqual(['a']);
    expect(about?.total).toBe(1);
    expect(await readAboutEntity(db, 'per/nobody', 5)).toBeNull();
  });

  it('has its company, who of it were together, and when', async () => {
    await db.sightings.bulkPut([met('per/other', 'b', 9), met('per/third', 'b')]);
    await db.entities.add(known('per/third', { en: 'Third' }));
    const { company, links, times, looked } = await readEntityCompany(
      db,
      'per/soleimani',
    );
    expect(company.map(({ entity, articles }) => [entity.id, articles])).toEqual([
      // In as many articles as the other, and mentioned more often.
      ['per/other', 2],
      ['loc/baghdad', 2],
      ['per/third', 1],
    ]);
    expect(links).toEqual([
      { from: 0, to: 1, articles: 2 },
      { from: 0, to: 2, articles: 1 },
      { from: 1, to: 2, articles: 1 },
    ]);
    expect(times.toSorted()).toEqual([Date.UTC(2020, 0, 5), Date.UTC(2020, 1, 5)]);
    expect(looked).toBe(2);
  });

  it('looks for company through the articles read last, however many there are', async () => {
    const ids = Array.from({ length: LOOKED_THROUGH + 20 }, (_, at) => `many${at}`);
    await db.sightings.bulkAdd(
      ids.flatMap((id, at) => [
        { ...met('per/many', id), lastSeenAt: THEN + at },
        met(at < 20 ? 'per/other' : 'loc/baghdad', id),
      ]),
    );
    await db.entities.add(known('per/many', { en: 'Many' }));
    const { company, looked } = await readEntityCompany(db, 'per/many');
    expect(looked).toBe(LOOKED_THROUGH);
    expect(company.map(({ entity, articles }) => [entity.id, articles])).toEqual([
      ['loc/baghdad', LOOKED_THROUGH],
    ]);
  });

  it.each([
    [2_500, 'all lately'],
    [20, 'not lately'],
  ])('met very often, of %d articles (%s), has the last ones', async (count) => {
    const ids = Array.from({ length: 5_000 }, (_, at) => `m${at}`);
    const { article } = makeStoryArticle('a');
    await db.articles.bulkAdd(
      ids.map((id, at) => ({ ...article, id, lastOpenedAt: THEN + at })),
    );
    const old = ids.slice(0, count);
    const lately = count > 100 ? ids.slice(-count) : old;
    await db.sightings.bulkAdd(
      lately.map((id) => ({
        ...met('per/often', id),
        lastSeenAt: THEN + Number(id.slice(1)),
      })),
    );
    await db.entities.add(known('per/often', { en: 'Often' }, 'person', 3_000));
    const about = await readAboutEntity(db, 'per/often', 3);
    expect(about?.articles.map(({ article }) => article.id)).toEqual(
      lately.slice(-3).toReversed(),
    );
  });

  it('has the notes whose words name it, a few at a time', async () => {
    const one = await readSaidOfEntity(db, 'per/soleimani', 5);
    expect(one.said.map(({ note, article }) => [note.id, article.id])).toEqual([
      ['named', 'a'],
    ]);
    expect([one.total, one.more]).toEqual([3, false]);
    await db.notes.bulkAdd(
      Array.from({ length: 450 }, (_, at) =>
        onPassage(`more${at}`, 'b', at % 2 === 0 ? 'عن سليماني' : 'عن غيره', at),
      ),
    );
    const few = await readSaidOfEntity(db, 'per/soleimani', 1);
    expect(few.said).toHaveLength(1);
    expect([few.total, few.more]).toEqual([453, true]);
    const all = await readSaidOfEntity(db, 'per/soleimani', 300);
    expect(all.said).toHaveLength(226);
    expect(all.more).toBe(false);
    expect(await readSaidOfEntity(db, 'per/nobody', 5)).toMatchObject({ total: 0 });
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
