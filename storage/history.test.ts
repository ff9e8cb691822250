import { describe, expect, it } from 'vitest';
import { makeFacts } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { ensureArticle } from './articles';
import type { HawashiDatabase } from './database';
import {
  countRead,
  readBetween,
  readHistory,
  readReach,
  readSites,
  rememberOpened,
} from './history';

/** Articles read one after the other, by title and address. */
async function read(db: HawashiDatabase, articles: [title: string, url: string][]) {
  for (const [at, [title, url]] of articles.entries()) {
    const facts = { ...makeFacts(), title, url, siteName: 'The Paper' };
    const article = await ensureArticle(db, { facts, urlKey: url, now: at });
    await rememberOpened(db, article, at);
  }
}

const ARTICLES: [string, string][] = [
  ['أزمة السدّ في الشمال', 'https://www.first.example/1'],
  ['The dam and the river', 'https://second.example/2'],
  ['A day at the races', 'https://first.example/3'],
];

describe('readHistory', () => {
  it('gives the latest first, as many as are wanted, and counts them all', async () => {
    const db = openTestDatabase();
    await read(db, ARTICLES);
    const { articles, total } = await readHistory(db, { limit: 2 });
    expect(articles.map(({ article, readAt }) => [article.title, readAt])).toEqual([
      ['A day at the races', 2],
      ['The dam and the river', 1],
    ]);
    expect(total).toBe(3);
  });

  it.each([
    ['السد', ['أزمة السدّ في الشمال']],
    ['شمال ازمه', ['أزمة السدّ في الشمال']],
    ['river DAM', ['The dam and the river']],
    ['dam races', []],
    ['paper', ['A day at the races', 'The dam and the river', 'أزمة السدّ في الشمال']],
    ['first.example', ['A day at the races', 'أزمة السدّ في الشمال']],
    [' ', ['A day at the races', 'The dam and the river', 'أزمة السدّ في الشمال']],
  ])('finds %j in any spelling, each word by itself', async (query, titles) => {
    const db = openTestDatabase();
    await read(db, ARTICLES);
    const { articles, total } = await readHistory(db, { query, limit: 9 });
    expect(articles.map(({ article }) => article.title)).toEqual(titles);
    expect(total).toBe(titles.length);
  });

  it('leaves out what is kept for its notes but no longer remembered', async () => {
    const db = openTestDatabase();
    await read(db, ARTICLES);
    const [forgotten] = await db.history.toArray();
    await db.history.delete(forgotten?.articleId ?? '');
    expect((await readHistory(db, { query: 'paper', limit: 9 })).total).toBe(2);
  });

  it('looks through more than it reads at once', async () => {
    const db = openTestDatabase();
    const articles = Array.from({ length: 4_001 }, (_, at) => ({
      ...makeFacts(),
      id: `id-${String(at).padStart(5, '0')}`,
      urlKey: `first.example/${at}`,
      title: at % 1_000 === 0 ? `Found ${at}` : 'Other',
      createdAt: at,
      updatedAt: at,
      deletedAt: null,
      lastOpenedAt: at,
    }));
    await db.articles.bulkAdd(articles);
    await db.history.bulkAdd(
      articles.map(({ id }, at) => ({
        articleId: id,
        site: 'first.example',
        readAt: at,
      })),
    );
    const { articles: found, total } = await readHistory(db, {
      query: 'found',
      limit: 2,
    });
    expect(found.map(({ article }) => article.title)).toEqual([
      'Found 4000',
      'Found 3000',
    ]);
    expect(total).toBe(5);
  });
});

describe('readSites', () => {
  it('counts the articles of each, most first', async () => {
    const db = openTestDatabase();
    await read(db, ARTICLES);
    expect(await readSites(db)).toEqual([
      { site: 'first.example', articles: 2 },
      { site: 'second.example', articles: 1 },
    ]);
  });
});

describe('what was read in a span of time', () => {
  it('is counted from each moment to the next, which is not included', async () => {
    const db = openTestDatabase();
    await read(db, ARTICLES);
    expect(await countRead(db, [0, 1, 1, 3, 9])).toEqual([1, 0, 2, 0]);
    expect(await countRead(db, [5])).toEqual([]);
  });

  it('is given latest first, as much as is wanted', async () => {
    const db = openTestDatabase();
    await read(db, ARTICLES);
    const { articles, total } = await readBetween(db, { from: 0, to: 2, limit: 1 });
    expect(articles.map(({ article }) => article.title)).toEqual([
      'The dam and the river',
    ]);
    expect(total).toBe(2);
  });

  it('reaches from the first to the last', async () => {
    const db = openTestDatabase();
    expect(await readReach(db)).toBeNull();
    await read(db, ARTICLES);
    expect(await readReach(db)).toEqual({ first: 0, last: 2 });
  });
});
