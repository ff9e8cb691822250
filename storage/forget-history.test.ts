import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { makeArticle } from '@/test/make-export';
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
import { ARTICLE_ID, makeDraft, makeNote, THEN } from '@/test/make-note';
import { openTestBackup } from '@/test/open-test-backup';
import { openTestDatabase } from '@/test/open-test-database';
import { urlKey } from '../core/article/normalise-url';
import type { Entity } from '../core/model/entity';
import { bringBack } from './bring-back';
import { correctLikeness } from './corrections';
import type { HawashiDatabase } from './database';
import { type Forgettable, forgetHistory } from './forget-history';
import { meetArticle } from './meet-article';
import { saveNote, setNoteDeleted } from './notes';
import { openReading } from './open-reading';
import { entityHistory } from './sightings';
import { followStory } from './stories';
import { dropForgotten, undoForgetting } from './undo-forgetting';

const HOUR = 3_600_000;
const TOKEN = numberedId(900);
const STORY = numberedId(500);
const ARTICLES = [REPORT, COPY, RETOLD, FOOTBALL];
const CITY: Entity = {
  id: 'loc/basra',
  kind: 'place',
  names: { ar: 'البصرة' },
  source: 'lexicon',
};
const PERSON: Entity = { ...CITY, id: 'per/one', kind: 'person' };

/** Reads an article as a page does. Sites differ by the article's number. */
async function read(
  db: HawashiDatabase,
  article: TestArticle,
  { now = THEN, visit = 1, host = 'www.example.com', counts = [2, 0] } = {},
): Promise<string> {
  const url = `https://${host}/news/${article.slug}-2020`;
  const facts = { ...factsOf(article), url };
  const keyed = { facts, urlKey: urlKey(facts), now };
  const entities = [CITY, PERSON].map((entity, at) => ({
    entity,
    count: counts[at] ?? 0,
  }));
  const visitId = numberedId(visit);
  const { articleId } = await openReading(db, keyed, visitId, entities);
  if (articleId === null) throw new Error('the article was not remembered');
  const meeting = makeMeeting(article, { article: keyed, visitId });
  await meetArticle(db, meeting, similarityWithoutTable());
  return articleId;
}

/** All that is kept but what was forgotten. */
async function dump(db: HawashiDatabase) {
  // Marks for the index say that something changed, not what is there.
  const tables = db.tables.filter(
    ({ name }) => !name.startsWith('forg') && name !== 'stale',
  );
  const rows = await Promise.all(tables.map((table) => table.toArray()));
  return Object.fromEntries(tables.map(({ name }, at) => [name, rows[at]]));
}

const forget = (db: HawashiDatabase, what: Forgettable, at = THEN + 99 * HOUR) =>
  forgetHistory(db, { token: TOKEN, what, at });

describe('forgetting', () => {
  it('takes an article with all that was known of it, twice as once', async () => {
    const db = openTestDatabase();
    const articleId = await read(db, REPORT);
    await read(db, FOOTBALL, { visit: 2 });
    for (const _ of [1, 2]) expect(await forget(db, { articleId })).toBe(1);
    const { articles, history, fingerprints, readings, sightings } = await dump(db);
    for (const rows of [articles, history, fingerprints, readings, sightings]) {
      expect(rows).toHaveLength(1);
    }
    expect(await entityHistory(db, CITY.id)).toMatchObject({ articles: 1, mentions: 2 });
    const again = makeMeeting(COPY, { visitId: numberedId(3) });
    expect((await meetArticle(db, again, similarityWithoutTable())).copies).toEqual([]);
  });

  it('of a site takes its subdomains, and no other that ends alike', async () => {
    const db = openTestDatabase();
    const hosts = ['www.news.example', 'live.news.example', 'badnews.example'];
    for (const [at, host] of hosts.entries()) {
      await read(db, ARTICLES[at] ?? REPORT, { host, visit: at });
    }
    expect(await forget(db, { site: 'news.example' })).toBe(2);
    expect((await db.history.toArray()).map(({ site }) => site)).toEqual([
      'badnews.example',
    ]);
  });

  it('leaves notes, and the articles on which one stands, be it in the trash', async () => {
    const db = openTestDatabase();
    const ids = [];
    for (const [at, article] of ARTICLES.entries()) {
      ids.push(await read(db, article, { visit: at }));
    }
    const keyed = (article: TestArticle) => makeMeeting(article).article;
    const [one, two] = [numberedId(31), numberedId(32)];
    await saveNote(db, makeDraft({ id: one }), keyed(REPORT));
    await saveNote(db, makeDraft({ id: two }), keyed(COPY));
    await setNoteDeleted(db, { noteId: two, deleted: true, at: THEN + 1 });
    expect(await forget(db, { all: true })).toBe(4);
    expect((await db.articles.toArray()).map(({ id }) => id).sort()).toEqual(
      ids.slice(0, 2).sort(),
    );
    expect(await db.notes.count()).toBe(2);
    for (const table of [db.history, db.fingerprints, db.readings, db.sightings]) {
      expect(await table.count()).toBe(0);
    }
    expect(await db.entities.count()).toBe(0);
  });

  it('takes names that came with notes from a file, and gives them back', async () => {
    for (const what of [{ all: true }, { site: 'example.com' }] as const) {
      const db = openTestDatabase();
      const backup = await openTestBackup();
      const articles = [makeArticle()];
      const sighting = { entityId: CITY.id, articleId: ARTICLE_ID, count: 3 };
      const sightings = [{ ...sighting, firstSeenAt: THEN, lastSeenAt: THEN }];
      const records = { articles, notes: [makeNote()], versions: [], sightings };
      const piece = { ...records, entities: [CITY], isOurs: () => true };
      await bringBack(db, backup, { piece, token: STORY, now: THEN });
      const before = await dump(db);
      await forget(db, { site: 'elsewhere.example' });
      expect(await db.sightings.count()).toBe(1);
      const token = numberedId(901);
      await forgetHistory(db, { token, what, at: THEN });
      expect(await db.sightings.count()).toBe(0);
      expect(await db.entities.count()).toBe(0);
      expect(await db.notes.count()).toBe(1);
      await undoForgetting(db, token);
      expect(await dump(db)).toEqual(before);
    }
  });

  it('spares what was read after the reader asked for it', async () => {
    const db = openTestDatabase();
    await read(db, REPORT);
    await read(db, FOOTBALL, { visit: 2, now: THEN + 2 * HOUR });
    expect(await forget(db, { all: true }, THEN + HOUR)).toBe(1);
    expect(await db.history.count()).toBe(1);
  });

  it('lets a page that is still open come back only with its next visit', async () => {
    const db = openTestDatabase();
    const articleId = await read(db, REPORT, { visit: 7 });
    await forget(db, { articleId });
    const meet = (visit: number) =>
      meetArticle(
        db,
        makeMeeting(REPORT, { visitId: numberedId(visit) }),
        similarityWithoutTable(),
      );
    await meet(7);
    expect(await db.fingerprints.count()).toBe(0);
    const facts = factsOf(REPORT);
    const keyed = { facts, urlKey: urlKey(facts), now: THEN };
    const entities = [{ entity: CITY, count: 1 }];
    const opened = await openReading(db, keyed, numberedId(7), entities);
    expect(opened.articleId).toBeNull();
    expect(await db.sightings.count()).toBe(0);
    await meet(8);
    expect(await db.fingerprints.count()).toBe(1);
  });
});

describe('undoing it', () => {
  it('brings back the very database', async () => {
    const doing = fc.record({
      article: fc.constantFrom(...ARTICLES),
      host: fc.constantFrom('www.a.example', 'b.a.example', 'c.example'),
      hours: fc.nat(50),
      visit: fc.nat(5),
      counts: fc.tuple(fc.nat(2), fc.nat(2)),
    });
    const what = fc.constantFrom<Forgettable | 'first'>(
      { all: true },
      { site: 'a.example' },
      { site: 'c.example' },
      'first',
    );
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(doing, { minLength: 1, maxLength: 6 }),
        what,
        fc.boolean(),
        async (readings, chosen, isNoted) => {
          const db = openTestDatabase(`undo-${run++}`);
          const ids: string[] = [];
          for (const { article, host, hours, visit, counts } of readings) {
            const now = THEN + hours * HOUR;
            ids.push(await read(db, article, { host, now, visit, counts }));
          }
          const [first = '', second = first] = ids;
          const follow = { storyId: STORY, articleId: first, name: 'س', at: THEN };
          await followStory(db, follow, [{ articleId: second, score: 0.5 }]);
          const correction = {
            articleId: second,
            says: 'different',
            score: 0.5,
            at: THEN,
          };
          await correctLikeness(db, {
            ...correction,
            says: 'same',
            with: { storyId: STORY },
          });
          if (first !== second) {
            const other = { articleId: first };
            await correctLikeness(db, { ...correction, says: 'same', with: other });
          }
          if (isNoted) await saveNote(db, makeDraft(), await keyedOf(db, first));
          const before = await dump(db);
          const forgotten = await forget(
            db,
            chosen === 'first' ? { articleId: first } : chosen,
          );
          expect(await undoForgetting(db, TOKEN)).toBe(forgotten);
          expect(await dump(db)).toEqual(before);
          // A late copy of either message.
          expect(await undoForgetting(db, TOKEN)).toBe(forgotten);
          await forget(db, { all: true });
          expect(await dump(db)).toEqual(before);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('of very many, whose forgetting was cut off and begun again, brings them all back', async () => {
    const db = openTestDatabase();
    for (let at = 0; at < 130; at++) {
      const facts = { ...factsOf(REPORT), url: `https://www.example.com/part-${at}` };
      const keyed = { facts, urlKey: urlKey(facts), now: THEN + at };
      await openReading(db, keyed, numberedId(1), [
        { entity: at % 2 ? CITY : PERSON, count: at },
      ]);
    }
    const before = await dump(db);
    const get = db.forgettings.get.bind(db.forgettings);
    vi.spyOn(db.forgettings, 'get')
      .mockImplementationOnce((token: unknown) => get(token as string))
      .mockImplementationOnce(() => {
        throw new Error('the worker died');
      });
    await expect(forget(db, { all: true })).rejects.toThrow('died');
    vi.restoreAllMocks();
    expect(await db.history.count()).toBe(30);
    expect(await forget(db, { all: true })).toBe(130);
    expect(await db.articles.count()).toBe(0);
    expect(await undoForgetting(db, TOKEN)).toBe(130);
    expect(await dump(db)).toEqual(before);
  });

  it('joins an article that was opened again meanwhile, and its new notes', async () => {
    const db = openTestDatabase();
    const old = await read(db, REPORT, { counts: [2, 1] });
    await forget(db, { articleId: old });
    const now = await read(db, REPORT, { visit: 2, now: THEN + HOUR, counts: [3, 0] });
    expect(now).not.toBe(old);
    await undoForgetting(db, TOKEN);
    const { articles, history, readings } = await dump(db);
    for (const rows of [articles, history, readings]) expect(rows).toHaveLength(1);
    expect(await entityHistory(db, CITY.id)).toMatchObject({ articles: 1, mentions: 3 });
    expect(await entityHistory(db, PERSON.id)).toMatchObject({
      articles: 1,
      mentions: 1,
    });
  });

  it('is possible for ten minutes, and the rows are gone after', async () => {
    const db = openTestDatabase();
    const articleId = await read(db, REPORT);
    await forget(db, { articleId }, THEN);
    await dropForgotten(db, THEN - 9 * HOUR);
    await dropForgotten(db, THEN + 590_000);
    expect(await db.forgotten.count()).toBe(1);
    await dropForgotten(db, THEN + 610_000);
    expect(await db.forgotten.count()).toBe(0);
    expect(await undoForgetting(db, TOKEN)).toBe(0);
    await dropForgotten(db, THEN + 8 * 24 * HOUR);
    expect(await db.forgettings.count()).toBe(0);
    expect(await db.forgottenVisits.count()).toBe(0);
  });
});

async function keyedOf(db: HawashiDatabase, articleId: string) {
  const article = await db.articles.get(articleId);
  if (article === undefined) throw new Error(`no article ${articleId}`);
  return { facts: article, urlKey: article.urlKey, now: THEN };
}
