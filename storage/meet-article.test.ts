import { describe, expect, it } from 'vitest';
import {
  COPY,
  FOOTBALL,
  factsOf,
  makeMeeting,
  numberedId,
  REPORT,
  RETOLD,
  similarityWithoutTable,
  type TestArticle,
} from '@/test/make-meeting';
import { makeDraft, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { urlKey } from '../core/article/normalise-url';
import type { Encounter, Story } from '../core/model/story';
import { correctLikeness, refuseCarried } from './corrections';
import type { HawashiDatabase } from './database';
import { judgeFollowed } from './followed-stories';
import { type Meeting, meetArticle } from './meet-article';
import { saveNote } from './notes';
import { followStory } from './stories';

const HOUR = 3_600_000;
const similarity = similarityWithoutTable();
const STORY = numberedId(500);

const meet = (
  db: HawashiDatabase,
  article: TestArticle,
  changes: Partial<Meeting> & { now?: number } = {},
  seeds = similarity.seeds,
) => meetArticle(db, makeMeeting(article, changes), { ...similarity, seeds });

const idOf = async (db: HawashiDatabase, article: TestArticle): Promise<string> => {
  const [found] = await db.articles.where({ urlKey: urlKey(factsOf(article)) }).toArray();
  if (found === undefined) throw new Error(`${article.slug} is not kept`);
  return found.id;
};

const titles = (kin: Encounter['copies']) => kin.map(({ title }) => title);

const NOTHING: Encounter = {
  unrecorded: null,
  lastReadAt: null,
  timesRead: 0,
  changes: null,
  copies: [],
  sameStory: [],
  related: [],
  stories: [],
  carried: [],
};

/** All that is kept, to be compared. */
const dump = async (db: HawashiDatabase) =>
  Object.fromEntries(
    await Promise.all(
      db.tables.map(async (table) => [table.name, await table.toArray()] as const),
    ),
  );

describe('meeting an article', () => {
  it('says nothing of the first, and the same when it is told twice', async () => {
    const db = openTestDatabase();
    expect(await meet(db, REPORT)).toEqual(NOTHING);
    const kept = await dump(db);
    expect(await meet(db, REPORT)).toEqual(NOTHING);
    expect(await dump(db)).toEqual(kept);
    expect(kept.articles).toHaveLength(1);
    expect(kept.fingerprints).toHaveLength(1);
  });

  it('knows copies, the same story, and strangers', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    await meet(db, FOOTBALL, { visitId: numberedId(2) });
    const copy = await meet(db, COPY, { visitId: numberedId(3), now: THEN + HOUR });
    expect(titles(copy.copies)).toEqual([REPORT.title]);
    expect(copy.copies[0]).toMatchObject({ verdict: 'same-text', firstReadAt: THEN });
    expect(copy.sameStory).toEqual([]);
    const retold = await meet(db, RETOLD, { visitId: numberedId(4) });
    expect(retold.copies).toEqual([]);
    expect(titles(retold.sameStory).sort()).toEqual([COPY.title, REPORT.title].sort());
    const other = await meet(db, FOOTBALL, { visitId: numberedId(5), now: THEN + 1 });
    expect(other).toEqual({ ...NOTHING, lastReadAt: THEN, timesRead: 1 });
  });

  it('in two tabs at once makes one article, which is no copy of itself', async () => {
    const db = openTestDatabase();
    const [one, two] = await Promise.all([
      meet(db, REPORT),
      meet(db, REPORT, { visitId: numberedId(2) }),
    ]);
    expect(await db.articles.count()).toBe(1);
    expect([one?.copies, two?.copies]).toEqual([[], []]);
    const visits = (await db.readings.toArray())[0]?.visits;
    expect(visits).toHaveLength(2);
  });

  it('of which everything was kept but the reply got lost is as good as the first time', async () => {
    const db = openTestDatabase();
    await meet(db, COPY);
    const answers = [];
    for (const _ of [1, 2, 3])
      answers.push(await meet(db, REPORT, { visitId: numberedId(2) }));
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

describe('an article seen again', () => {
  const edited: TestArticle = {
    ...REPORT,
    text: `${REPORT.text}\n\nوأعلنت النقابة مساء اليوم أنها ستعرض اتفاقا مبدئيا على العمال للتصويت.`,
  };

  it('shows what changed since the visit before, in this visit as often as asked', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    const again = { visitId: numberedId(2), now: THEN + HOUR };
    for (const _ of [1, 2]) {
      const { lastReadAt, changes } = await meet(db, edited, again);
      expect(lastReadAt).toBe(THEN);
      expect(changes?.added).toHaveLength(1);
    }
    const later = await meet(db, edited, {
      visitId: numberedId(3),
      now: THEN + 9 * HOUR,
    });
    expect(later).toMatchObject({ lastReadAt: THEN + HOUR, changes: null });
  });

  it('says how often it was opened before, as often as it is asked', async () => {
    const db = openTestDatabase();
    for (const visit of [1, 2, 3, 4, 5, 6]) {
      const again = { visitId: numberedId(visit), now: THEN + visit * HOUR };
      for (const _ of [1, 2])
        expect((await meet(db, REPORT, again)).timesRead).toBe(visit - 1);
    }
  });

  it('counts on from what was kept before visits were counted', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    await meet(db, REPORT, { visitId: numberedId(2) });
    await db.readings.toCollection().modify((reading) => {
      delete reading.count;
    });
    const third = { visitId: numberedId(3) };
    expect((await meet(db, REPORT, third)).timesRead).toBe(2);
    expect((await db.readings.toArray()).map(({ count }) => count)).toEqual([3]);
  });

  it('in part, or live, has no changes, and is no other article', async () => {
    const db = openTestDatabase();
    const live: TestArticle = { ...FOOTBALL, slug: REPORT.slug };
    const keyed = makeMeeting(REPORT).article;
    const as = (facts: object) => ({
      article: { ...keyed, facts: { ...keyed.facts, partial: true as const, ...facts } },
    });
    await meet(db, edited);
    const cut = { ...as({}), visitId: numberedId(2) };
    expect(await meet(db, REPORT, cut)).toMatchObject({
      lastReadAt: THEN,
      changes: null,
    });
    const next = { ...as({ live: true }), visitId: numberedId(3) };
    expect(await meet(db, live, next)).toMatchObject({ lastReadAt: THEN, changes: null });
  });

  it('in two tabs that are asked in turn keeps what each saw before', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    const first = { visitId: numberedId(2), now: THEN + HOUR };
    const second = { visitId: numberedId(3), now: THEN + 2 * HOUR };
    await meet(db, edited, first);
    await meet(db, edited, second);
    const { lastReadAt, changes } = await meet(db, edited, first);
    expect(lastReadAt).toBe(THEN);
    expect(changes?.added).toHaveLength(1);
    expect((await meet(db, edited, second)).changes).toBeNull();
  });

  it('that was only half there at first has no changes within the visit', async () => {
    const db = openTestDatabase();
    await meet(db, { ...REPORT, text: REPORT.text.slice(0, 200) });
    expect(await meet(db, REPORT)).toEqual(NOTHING);
  });

  it('with another article’s text at its address starts anew', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    const front = { ...FOOTBALL, slug: REPORT.slug };
    const met = await meet(db, front, { visitId: numberedId(2), now: THEN + HOUR });
    expect(met).toEqual(NOTHING);
    // Notes of the old text are not lent to copies of the new one.
    const article = { facts: factsOf(front), urlKey: urlKey(factsOf(front)), now: THEN };
    await saveNote(db, makeDraft(), article);
    const copy = await meet(db, FOOTBALL, { visitId: numberedId(3) });
    expect(titles(copy.copies)).toEqual([REPORT.title]);
    expect(copy.copies[0]?.firstReadAt).toBe(THEN + HOUR);
    expect(copy.carried).toEqual([]);
  });
});

describe('where nothing is recorded', () => {
  it.each(['paused', 'private'] as const)(
    '(%s) nothing is written',
    async (unrecorded) => {
      const db = openTestDatabase();
      expect(await meet(db, REPORT, { unrecorded })).toEqual({ ...NOTHING, unrecorded });
      for (const rows of Object.values(await dump(db))) expect(rows).toEqual([]);
      await meet(db, REPORT);
      const kept = await dump(db);
      const copy = await meet(db, COPY, { unrecorded, visitId: numberedId(2) });
      expect(titles(copy.copies)).toEqual([REPORT.title]);
      const again = await meet(db, REPORT, { unrecorded, visitId: numberedId(3) });
      expect(again.lastReadAt).toBe(THEN);
      expect(await dump(db)).toEqual(kept);
    },
  );
});

describe('the reader’s own verdict', () => {
  const say = async (
    db: HawashiDatabase,
    says: 'same' | 'different' | null,
    [one, other]: [TestArticle, TestArticle],
    at = THEN,
  ) =>
    correctLikeness(db, {
      articleId: await idOf(db, one),
      with: { articleId: await idOf(db, other) },
      says,
      score: 0.5,
      at,
    });

  it('is respected from both sides, and can be taken back', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    await meet(db, RETOLD);
    await meet(db, FOOTBALL);
    await say(db, 'different', [REPORT, RETOLD]);
    expect((await meet(db, REPORT)).sameStory).toEqual([]);
    expect((await meet(db, RETOLD)).sameStory).toEqual([]);
    await say(db, 'same', [FOOTBALL, REPORT]);
    expect(titles((await meet(db, REPORT)).sameStory)).toEqual([FOOTBALL.title]);
    expect(titles((await meet(db, FOOTBALL)).sameStory)).toEqual([REPORT.title]);
    await say(db, null, [RETOLD, REPORT], THEN + 1);
    await say(db, null, [REPORT, FOOTBALL], THEN + 1);
    // A late copy of what was said first.
    await say(db, 'different', [REPORT, RETOLD]);
    expect(titles((await meet(db, REPORT)).sameStory)).toEqual([RETOLD.title]);
  });
});

describe('notes of copies', () => {
  const write = async (db: HawashiDatabase, article: TestArticle, changes: object) =>
    saveNote(db, makeDraft(changes), makeMeeting(article).article);

  it('are offered once each, until they are taken over or refused', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    const [first, second, third] = [numberedId(11), numberedId(12), numberedId(13)];
    await write(db, REPORT, { id: first });
    await write(db, REPORT, { id: second });
    await write(db, REPORT, { id: third, target: { type: 'article' } });
    const { carried, copies } = await meet(db, COPY);
    expect(carried.map(({ note }) => note.id)).toEqual([first, second]);
    expect(carried[0]?.from).toEqual(copies[0]);
    const articleId = await idOf(db, COPY);
    const source = await idOf(db, REPORT);
    const carriedFrom = { noteId: first, articleId: source };
    await write(db, COPY, { id: numberedId(21), carriedFrom });
    const refusal = { noteId: second, articleId, refused: true, at: THEN };
    await refuseCarried(db, refusal);
    expect((await meet(db, COPY)).carried).toEqual([]);
    // Nor is a note taken over offered to where it came from.
    expect((await meet(db, REPORT)).carried).toEqual([]);
    await refuseCarried(db, { ...refusal, refused: false, at: THEN + 1 });
    await refuseCarried(db, refusal);
    const back = await meet(db, COPY);
    expect(back.carried.map(({ note }) => note.id)).toEqual([second]);
  });
});

describe('a followed story', () => {
  const follow = async (db: HawashiDatabase, article: TestArticle): Promise<Story> =>
    followStory(
      db,
      { storyId: STORY, articleId: await idOf(db, article), name: 'الإضراب', at: THEN },
      [],
    );

  it('grows with what is read, and says what is new until the next visit', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    const story = await follow(db, REPORT);
    expect((await meet(db, REPORT)).stories).toMatchObject([
      { story, verdict: 'same-story', isNew: false, articles: 0 },
    ]);
    for (const _ of [1, 2]) {
      const { stories } = await meet(db, RETOLD, { visitId: numberedId(2) });
      expect(stories).toMatchObject([
        { isNew: true, articles: 1, verdict: 'same-story' },
      ]);
    }
    const again = await meet(db, RETOLD, { visitId: numberedId(3) });
    expect(again.stories).toMatchObject([{ isNew: false, articles: 1 }]);
    expect((await meet(db, FOOTBALL)).stories).toEqual([]);
    expect(await db.memberships.count()).toBe(2);
  });

  it('keeps what the reader put in, and leaves what they took out', async () => {
    const db = openTestDatabase();
    await meet(db, REPORT);
    await follow(db, REPORT);
    await meet(db, RETOLD);
    await meet(db, FOOTBALL);
    const say = async (
      article: TestArticle,
      says: 'same' | 'different' | null,
      at: number,
    ) =>
      correctLikeness(db, {
        articleId: await idOf(db, article),
        with: { storyId: STORY },
        says,
        score: 0.5,
        at,
      });
    const before = await dump(db);
    await say(RETOLD, 'different', THEN);
    await say(FOOTBALL, 'same', THEN);
    expect((await meet(db, RETOLD)).stories).toEqual([]);
    expect((await meet(db, FOOTBALL)).stories).toMatchObject([
      { verdict: 'same-story', isNew: false, articles: 1 },
    ]);
    await say(RETOLD, null, THEN + 1);
    await say(FOOTBALL, null, THEN + 1);
    expect((await dump(db)).memberships).toEqual(before.memberships);
  });

  it('that came along is known by its very article, and followed until it is ended', async () => {
    const db = openTestDatabase();
    const seed = {
      id: 'seed/harbour',
      names: { ar: 'الإضراب', en: 'The strike' },
      fingerprint: makeMeeting(REPORT).fingerprint,
      published: null,
    };
    const met = await meet(db, COPY, {}, [seed]);
    expect(met.stories).toMatchObject([
      { story: { id: seed.id, followed: true }, verdict: 'same-text', articles: 0 },
    ]);
    expect(await db.memberships.toArray()).toMatchObject([{ by: 'seed' }]);
    await db.stories.update(seed.id, { followed: false });
    expect((await meet(db, COPY, {}, [seed])).stories).toEqual([]);
    expect(await db.stories.count()).toBe(1);
  });

  it('is judged without writing', async () => {
    const db = openTestDatabase();
    const { fingerprint } = makeMeeting(REPORT);
    const subject = {
      articleId: null,
      isRewritten: false,
      visitId: null,
      fingerprint,
      candidates: new Set<string>(),
    };
    const seeds = [
      { id: 'seed/x', names: { ar: 'س', en: 'x' }, fingerprint, published: null },
    ];
    expect(await judgeFollowed(db, subject, seeds, THEN)).toHaveLength(1);
    expect(await db.stories.count()).toBe(0);
  });
});
