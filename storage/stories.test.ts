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
import { correctLikeness } from './corrections';
import type { HawashiDatabase } from './database';
import { explainLikeness, scoreLikeness } from './explain-likeness';
import { NoSuchRecordError } from './failure';
import { findSameStory } from './judge-candidates';
import { meetArticle } from './meet-article';
import { saveNote } from './notes';
import { textsOfStory } from './read-texts';
import { changeStory, followStory, readStories, readStoryArticles } from './stories';

const STORY = numberedId(500);
const similarity = similarityWithoutTable();

/** Reads an article and gives its id. */
async function read(
  db: HawashiDatabase,
  article: TestArticle,
  published?: string,
): Promise<string> {
  const meeting = makeMeeting(article);
  if (published !== undefined) meeting.article.facts.published = published;
  await meetArticle(db, meeting, similarity);
  const [kept] = await db.articles.where({ urlKey: meeting.article.urlKey }).toArray();
  return kept?.id ?? '';
}

async function follow(db: HawashiDatabase, articleId: string) {
  const wish = { storyId: STORY, articleId, name: 'الإضراب', at: THEN };
  return followStory(db, wish, await findSameStory(db, articleId));
}

describe('a story', () => {
  it('begins with an article and all that tells the same, once', async () => {
    const db = openTestDatabase();
    const [retold, report] = [
      await read(db, RETOLD, '2020-01-03'),
      await read(db, REPORT, '2020-01-01'),
    ];
    const copy = await read(db, COPY, '2020-01-02T10:00:00+03:00');
    await read(db, FOOTBALL);
    await saveNote(db, makeDraft(), makeMeeting(COPY).article);
    const story = await follow(db, report);
    expect(await follow(db, report)).toEqual(story);
    expect(await readStories(db)).toEqual([
      { story, articles: 3, notes: 1, latestAt: THEN },
    ]);
    const articles = await readStoryArticles(db, STORY);
    expect(articles.map(({ article }) => article.id)).toEqual([report, copy, retold]);
    expect(articles.map(({ by }) => by)).toEqual(['reader', 'found', 'found']);
    expect(articles.map(({ notes }) => notes)).toEqual([0, 1, 0]);
  });

  it('of an article that is not known is none', async () => {
    const db = openTestDatabase();
    await expect(follow(db, numberedId(77))).rejects.toThrow(NoSuchRecordError);
    const change = changeStory(db, { storyId: STORY, followed: false, at: THEN });
    await expect(change).rejects.toThrow(NoSuchRecordError);
    expect(await db.stories.count()).toBe(0);
  });

  it('is renamed and ended, and an old wish does nothing', async () => {
    const db = openTestDatabase();
    await follow(db, await read(db, REPORT));
    await changeStory(db, { storyId: STORY, name: 'أم قصر', at: THEN + 5 });
    const ended = await changeStory(db, {
      storyId: STORY,
      followed: false,
      at: THEN + 6,
    });
    expect(ended).toMatchObject({ name: 'أم قصر', followed: false });
    const late = { storyId: STORY, name: 'قديم', followed: true, at: THEN + 5 };
    expect(await changeStory(db, late)).toEqual(ended);
    expect((await read(db, RETOLD)) && (await db.memberships.count())).toBe(1);
  });

  it('shows what the reader took out of it, to be put back', async () => {
    const db = openTestDatabase();
    const retold = await read(db, RETOLD);
    await follow(db, await read(db, REPORT));
    await correctLikeness(db, {
      articleId: retold,
      with: { storyId: STORY },
      says: 'different',
      score: 0.7,
      at: THEN,
    });
    expect((await readStories(db))[0]?.articles).toBe(1);
    const shown = await readStoryArticles(db, STORY);
    expect(shown.find(({ article }) => article.id === retold)).toMatchObject({
      said: 'different',
      score: 0.7,
    });
  });

  it('gives the texts of its other articles, the latest first', async () => {
    const db = openTestDatabase();
    await read(db, RETOLD);
    await follow(db, await read(db, REPORT));
    const texts = (most: number) =>
      textsOfStory(db, {
        storyId: STORY,
        article: makeMeeting(REPORT).article,
        most,
      });
    expect(await texts(60)).toEqual([RETOLD.text]);
    expect(await texts(0)).toEqual([]);
  });
});

describe('a likeness explained', () => {
  it('of two articles says what they share, and what the reader said', async () => {
    const db = openTestDatabase();
    const [report, copy] = [await read(db, REPORT), await read(db, COPY)];
    const pair = { articleId: copy, with: { articleId: report } };
    const explained = await explainLikeness(db, pair, similarity);
    expect(explained).toMatchObject({ verdict: 'same-text', said: null });
    expect(explained.other).toMatchObject({ articleId: report, title: REPORT.title });
    expect(explained.reasons.map(({ kind }) => kind)).toContain('text');
    const [longest] = explained.passages;
    expect(COPY.text).toContain(longest?.quote);
    expect(longest?.words).toBeGreaterThan(40);
    const correction = { ...pair, says: 'different' as const, score: 1, at: THEN };
    await correctLikeness(db, correction);
    for (const one of [pair, { articleId: report, with: { articleId: copy } }]) {
      expect(await explainLikeness(db, one, similarity)).toMatchObject({
        verdict: 'different',
        said: 'different',
        score: explained.score,
      });
    }
  });

  it('of a story names its likeliest article, or none for what came along', async () => {
    const db = openTestDatabase();
    const [report, retold] = [await read(db, REPORT), await read(db, RETOLD)];
    await follow(db, report);
    const ofStory = { articleId: retold, with: { storyId: STORY } };
    expect(await explainLikeness(db, ofStory, similarity)).toMatchObject({
      verdict: 'same-story',
      other: { articleId: report },
    });
    const { fingerprint } = makeMeeting(REPORT);
    const seed = {
      id: 'seed/x',
      names: { ar: 'س', en: 'x' },
      fingerprint,
      published: null,
    };
    await db.stories.put({ ...(await changeName(db)), id: seed.id });
    const ofSeed = { articleId: report, with: { storyId: seed.id } };
    expect(await explainLikeness(db, ofSeed, { seeds: [seed] })).toMatchObject({
      verdict: 'same-text',
      other: null,
      passages: [],
    });
  });

  it('of what is not kept is refused, and has no score', async () => {
    const db = openTestDatabase();
    const articleId = await read(db, REPORT);
    const unknown = { articleId: numberedId(77) };
    for (const pair of [
      { articleId, with: unknown },
      { ...unknown, with: { articleId } },
    ]) {
      await expect(explainLikeness(db, pair, similarity)).rejects.toThrow(
        NoSuchRecordError,
      );
      expect(await scoreLikeness(db, pair, similarity)).toBeNull();
    }
  });
});

const changeName = (db: HawashiDatabase) =>
  changeStory(db, { storyId: STORY, name: 'س', at: THEN + 1 });
