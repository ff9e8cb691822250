import { describe, expect, it } from 'vitest';
import {
  COPY,
  FOOTBALL,
  factsOf,
  REPORT,
  RETOLD,
  type TestArticle,
} from '@/test/make-meeting';
import { makeDraft, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { urlKey } from '../core/article/normalise-url';
import type { HawashiDatabase } from './database';
import { readHistory } from './history';
import { saveNote } from './notes';
import { openReading } from './open-reading';

const keyedOf = (article: TestArticle, host: string, now = THEN) => {
  const facts = { ...factsOf(article), url: `https://${host}/news/${article.slug}-2020` };
  return { facts: { ...facts, siteName: 'صحيفة' }, urlKey: urlKey(facts), now };
};

const open = (db: HawashiDatabase, article: TestArticle, host: string, now: number) =>
  openReading(db, keyedOf(article, host, now), []);

async function readSome(): Promise<HawashiDatabase> {
  const db = openTestDatabase();
  await open(db, REPORT, 'www.one.example', THEN);
  await open(db, COPY, 'two.example', THEN + 1);
  await open(db, RETOLD, 'one.example', THEN + 2);
  await open(db, FOOTBALL, 'm.three.example', THEN + 3);
  await saveNote(db, makeDraft(), keyedOf(REPORT, 'www.one.example'));
  return db;
}

const titles = async (db: HawashiDatabase, query: string, limit = 10) => {
  const { articles, total } = await readHistory(db, { query, limit });
  return { titles: articles.map(({ article }) => article.title), total };
};

describe('the history', () => {
  it('shows the latest first, and counts all', async () => {
    const db = await readSome();
    const { articles, total, sites } = await readHistory(db, { limit: 3 });
    expect(articles.map(({ article }) => article.title)).toEqual(
      [FOOTBALL, RETOLD, COPY].map(({ title }) => title),
    );
    expect(articles[0]?.readAt).toBe(THEN + 3);
    expect(total).toBe(4);
    expect(sites[0]).toEqual({ site: 'one.example', articles: 2 });
    expect(sites).toHaveLength(3);
    const all = await readHistory(db, { limit: 9 });
    expect(all.articles.map(({ notes }) => notes)).toEqual([0, 0, 0, 1]);
  });

  it('is searched in any spelling, by title, site and host', async () => {
    const db = await readSome();
    expect(await titles(db, 'اضراب  البصره')).toEqual({
      titles: [REPORT.title],
      total: 1,
    });
    expect(await titles(db, 'إِضْرَاب', 1)).toEqual({ titles: [RETOLD.title], total: 3 });
    expect((await titles(db, 'THREE.example')).titles).toEqual([FOOTBALL.title]);
    expect((await titles(db, 'صحيفة')).total).toBe(4);
    expect(await titles(db, 'لا شيء كهذا')).toEqual({ titles: [], total: 0 });
    expect((await titles(db, '  ')).total).toBe(4);
  });
});
