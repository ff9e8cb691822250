import { describe, expect, it } from 'vitest';
import {
  COPY,
  FOOTBALL,
  makeMeeting,
  numberedId,
  REPORT,
  RETOLD,
  similarityWithoutTable,
  type TestArticle,
} from '@/test/make-meeting';
import { makeDraft, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { HawashiDatabase } from './database';
import { keepForDays } from './keep-for-days';
import { meetArticle } from './meet-article';
import { saveNote } from './notes';
import { changeStory, followStory } from './stories';

const DAY = 86_400_000;
const STORY = numberedId(500);

const read = (db: HawashiDatabase, article: TestArticle, now = THEN) =>
  meetArticle(
    db,
    makeMeeting(article, { now, visitId: crypto.randomUUID() }),
    similarityWithoutTable(),
  );

const titlesOf = async (db: HawashiDatabase) =>
  (await db.articles.toArray()).map(({ title }) => title).sort();

describe('what is kept for days', () => {
  it('goes after them, but for notes and followed stories', async () => {
    const db = openTestDatabase();
    for (const article of [REPORT, RETOLD, FOOTBALL]) await read(db, article);
    await read(db, COPY, THEN + 20 * DAY);
    await saveNote(db, makeDraft(), makeMeeting(FOOTBALL).article);
    const [report] = await db.articles
      .filter(({ title }) => title === REPORT.title)
      .toArray();
    const follow = { storyId: STORY, articleId: report?.id ?? '', name: 'س', at: THEN };
    await followStory(db, follow, []);
    const keep = (now: number) => keepForDays(db, { keepDays: 30, now });
    expect(await keep(THEN + 29 * DAY)).toBe(0);
    expect(await keep(THEN + 31 * DAY)).toBe(1);
    expect(await titlesOf(db)).toEqual(
      [REPORT, FOOTBALL, COPY].map(({ title }) => title).sort(),
    );
    await changeStory(db, { storyId: STORY, followed: false, at: THEN });
    // Not before the next day.
    expect(await keep(THEN + 31 * DAY + 1)).toBe(0);
    expect(await keep(THEN + 33 * DAY)).toBe(1);
    expect(await titlesOf(db)).toEqual([FOOTBALL, COPY].map(({ title }) => title).sort());
  });

  it('stays for ever if the reader wants it so', async () => {
    const db = openTestDatabase();
    await read(db, REPORT);
    expect(await keepForDays(db, { keepDays: null, now: THEN + 9_999 * DAY })).toBe(0);
    expect(await db.history.count()).toBe(1);
  });

  it('is looked for again after the clock was set back', async () => {
    const db = openTestDatabase();
    await read(db, REPORT);
    await keepForDays(db, { keepDays: null, now: THEN + 9_999 * DAY });
    expect(await keepForDays(db, { keepDays: 30, now: THEN + DAY })).toBe(0);
    expect(await keepForDays(db, { keepDays: 30, now: THEN + 40 * DAY })).toBe(1);
  });
});
