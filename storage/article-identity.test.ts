import { expect, it } from 'vitest';
import {
  COPY,
  FOOTBALL,
  makeMeeting,
  numberedId,
  REPORT,
  similarityWithoutTable,
  type TestArticle,
} from '@/test/make-meeting';
import { makeDraft, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import { urlKey } from '../core/article/normalise-url';
import { traceText } from '../core/similarity/trace-text';
import { runToEnd } from '../core/text/steps';
import type { KeyedFacts } from './articles';
import type { HawashiDatabase } from './database';
import { formerNotes } from './former-notes';
import { meetArticle } from './meet-article';
import { saveNote } from './notes';
import { openReading } from './open-reading';
import { readExportData } from './read-export-data';

const FRONT = 'https://www.example.com/today';
const similarity = similarityWithoutTable();
let visits = 0;

const at = (
  { title, text }: TestArticle,
  url: string,
  others: object = {},
): KeyedFacts => {
  const { facts } = makeMeeting(REPORT).article;
  const read = { ...facts, url, title, trace: runToEnd(traceText(text)), ...others };
  return { facts: read, urlKey: urlKey(read), now: THEN + ++visits };
};

/** As the background does: opened, then met. */
const visit = async (db: HawashiDatabase, article: TestArticle, keyed: KeyedFacts) => {
  const visitId = numberedId(++visits);
  const reading = await openReading(db, keyed, visitId, []);
  const met = await meetArticle(
    db,
    makeMeeting(article, { article: keyed, visitId }),
    similarity,
  );
  return { ...reading, ids: reading.notes.map(({ id }) => id), met };
};
const write = (db: HawashiDatabase, keyed: KeyedFacts, number: number) =>
  saveNote(db, makeDraft({ id: numberedId(number) }), keyed);

it('two articles behind one address stay two, each with its notes', async () => {
  const db = openTestDatabase();
  const monday = at(REPORT, FRONT);
  const tuesday = at(FOOTBALL, FRONT);
  const first = await visit(db, REPORT, monday);
  await write(db, monday, 901);
  const second = await visit(db, FOOTBALL, tuesday);
  expect(second.articleId).not.toBe(first.articleId);
  expect(second.ids).toEqual([]);
  expect(second.met).toMatchObject({ lastReadAt: null, changes: null, carried: [] });
  await write(db, tuesday, 902);
  // Written while the address showed the first one: a draft, replayed late.
  await write(db, monday, 903);
  expect((await visit(db, REPORT, at(REPORT, FRONT))).ids).toEqual([
    numberedId(901),
    numberedId(903),
  ]);
  expect((await visit(db, FOOTBALL, at(FOOTBALL, FRONT))).ids).toEqual([numberedId(902)]);
  const { articles, notes } = await readExportData(db, { now: THEN });
  expect([articles.length, notes.length]).toEqual([2, 3]);
});

it('a wrong canonical address shared by two articles does not join them', async () => {
  const db = openTestDatabase();
  const shared = { canonicalUrl: 'https://www.example.com/news/of-the-day-1' };
  const one = at(REPORT, 'https://www.example.com/news/one-11', shared);
  const other = at(FOOTBALL, 'https://www.example.com/news/two-12', shared);
  expect(one.urlKey).toBe(other.urlKey);
  await visit(db, REPORT, one);
  await write(db, one, 901);
  expect((await visit(db, FOOTBALL, other)).ids).toEqual([]);
  expect((await visit(db, REPORT, one)).ids).toEqual([numberedId(901)]);
});

it('an edited article stays one, however often it is edited', async () => {
  const db = openTestDatabase();
  const words = REPORT.text.split(' ');
  const first = await visit(db, REPORT, at(REPORT, FRONT));
  for (let from = 0; from < words.length; from += 8) {
    words.splice(from, 4, ...['كلمة', 'جديدة', 'هنا', `${from}`]);
    const text = words.join(' ');
    const edited = { ...REPORT, title: `عنوان ${from}`, text };
    expect((await visit(db, edited, at(edited, FRONT))).articleId).toBe(first.articleId);
  }
  expect(await db.articles.count()).toBe(1);
});

it('one article behind two addresses of a site is one, and keeps the address it has', async () => {
  const db = openTestDatabase();
  const desktop = 'https://www.example.com/news/harbour-2020';
  const lite = at(REPORT, 'https://lite.example.com/r/8123');
  const home = await visit(db, REPORT, at(REPORT, desktop));
  expect(lite.urlKey).not.toBe(at(REPORT, desktop).urlKey);
  await write(db, lite, 901);
  const there = await visit(db, REPORT, lite);
  expect(there).toMatchObject({ articleId: home.articleId, ids: [numberedId(901)] });
  expect(there.met.copies).toEqual([]);
  expect((await visit(db, REPORT, at(REPORT, desktop))).ids).toEqual([numberedId(901)]);
  expect(await db.articles.toArray()).toMatchObject([{ url: desktop }]);
});

it('a copy of another title or site is another article', async () => {
  const db = openTestDatabase();
  await visit(db, REPORT, at(REPORT, 'https://www.example.com/news/harbour-2020'));
  await visit(db, COPY, at(COPY, 'https://www.example.com/news/copy-2020'));
  await visit(db, REPORT, at(REPORT, 'https://www.paper.example/news/harbour-2020'));
  expect(await db.articles.count()).toBe(3);
});

it('a record from before texts were traced is told by its fingerprint, if it has one', async () => {
  const db = openTestDatabase();
  const untraced = at(REPORT, FRONT, { trace: undefined });
  await visit(db, REPORT, untraced);
  await write(db, untraced, 901);
  expect((await visit(db, FOOTBALL, at(FOOTBALL, FRONT))).ids).toEqual([]);
  expect((await visit(db, REPORT, at(REPORT, FRONT))).ids).toEqual([numberedId(901)]);
  await db.fingerprints.clear();
  await db.articles.toCollection().modify(({ trace: _, ...article }, ref) => {
    ref.value = article;
  });
  expect((await visit(db, REPORT, at(REPORT, FRONT))).articleId).not.toBeNull();
  expect(await db.articles.count()).toBe(2);
});

it('the notes of what else stood at an address are told beside it', async () => {
  const db = openTestDatabase();
  await visit(db, REPORT, at(REPORT, FRONT));
  const { articleId } = await visit(db, FOOTBALL, at(FOOTBALL, FRONT));
  const id = articleId ?? '';
  expect(await formerNotes(db, id)).toEqual([]);
  await write(db, at(REPORT, FRONT), 901);
  expect(await formerNotes(db, id)).toMatchObject([
    { title: REPORT.title, notes: [{ id: numberedId(901) }] },
  ]);
  expect(await formerNotes(db, numberedId(1))).toEqual([]);
});
