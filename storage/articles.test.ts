import { describe, expect, it } from 'vitest';
import { makeFacts, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { ensureArticle, findArticle, findArticleAt, openArticle } from './articles';

const facts = makeFacts();
const urlKey = 'example.com/story';

describe('openArticle', () => {
  it('makes one article however many tabs open it at once', async () => {
    const db = openTestDatabase();
    const other = openTestDatabase(db.name);
    const opened = await Promise.all(
      [db, other, db, other, db].map((connection) =>
        openArticle(connection, { facts, urlKey, now: THEN }),
      ),
    );
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1);
    expect(await db.articles.count()).toBe(1);
  });

  it('takes over the facts as they are today, and remembers the first time', async () => {
    const db = openTestDatabase();
    const first = await openArticle(db, { facts, urlKey, now: THEN });
    const renamed = { ...facts, title: 'عنوان جديد', byline: 'مراسلنا' };
    const again = await openArticle(db, { facts: renamed, urlKey, now: THEN + 5 });
    expect(again).toEqual({
      ...first,
      ...renamed,
      updatedAt: THEN + 5,
      lastOpenedAt: THEN + 5,
    });
  });

  it('does not call an article changed that was only opened', async () => {
    const db = openTestDatabase();
    await openArticle(db, { facts, urlKey, now: THEN });
    const again = await openArticle(db, { facts, urlKey, now: THEN + 5 });
    expect(again).toMatchObject({ updatedAt: THEN, lastOpenedAt: THEN + 5 });
  });

  it('keeps the later opening when the clock was set back', async () => {
    const db = openTestDatabase();
    await openArticle(db, { facts, urlKey, now: THEN });
    const again = await openArticle(db, { facts, urlKey, now: THEN - 5 });
    expect(again.lastOpenedAt).toBe(THEN);
  });

  it('tells articles of different addresses apart', async () => {
    const db = openTestDatabase();
    const one = await openArticle(db, { facts, urlKey, now: THEN });
    const two = await openArticle(db, { facts, urlKey: 'example.com/other', now: THEN });
    expect(one.id).not.toBe(two.id);
  });
});

describe('findArticle', () => {
  it('finds the oldest of an address, and nothing where there is none', async () => {
    const db = openTestDatabase();
    expect(await findArticle(db, { facts, urlKey })).toBeUndefined();
    const article = await ensureArticle(db, { facts, urlKey, now: THEN });
    await db.articles.add({ ...article, id: 'twin', createdAt: THEN + 1 });
    expect((await findArticle(db, { facts, urlKey }))?.id).toBe(article.id);
  });
});

describe('findArticleAt', () => {
  const at = (url: string, urlKey: string, now: number) => ({
    facts: { ...facts, url },
    urlKey,
    now,
  });

  it('finds what is kept under the address', async () => {
    const db = openTestDatabase();
    const { id } = await openArticle(db, at('https://example.com/a', 'example.com/a', 1));
    expect((await findArticleAt(db, 'https://www.example.com/a?utm_source=x'))?.id).toBe(
      id,
    );
  });

  it('finds what is kept under a canonical address, the latest of several', async () => {
    const db = openTestDatabase();
    const url = 'https://example.com/?id=7';
    await openArticle(db, at(url, 'example.com/old-name', 1));
    const { id } = await openArticle(db, at(url, 'example.com/new-name', 2));
    await openArticle(db, at('https://example.com/?id=8', 'example.com/other', 3));
    expect((await findArticleAt(db, url))?.id).toBe(id);
  });

  it('finds nothing where there is nothing', async () => {
    const db = openTestDatabase();
    await openArticle(db, at('https://example.com/a', 'example.com/a', 1));
    expect(await findArticleAt(db, 'https://example.com/b')).toBeUndefined();
    expect(await findArticleAt(db, 'no address')).toBeUndefined();
  });
});
