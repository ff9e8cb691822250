/** Runs inside the extension's background: many notes in the words of a made-up language, and a clock. */
import type { Article } from '@/core/model/article';
import { NOTE_COLOURS, type Note } from '@/core/model/note';
import type { NoteQuery } from '@/core/model/search';
import {
  readAboutEntity,
  readEntityCompany,
  readSaidOfEntity,
} from '@/storage/about-entity';
import { openDatabase } from '@/storage/database';
import { countRead, readBetween, readReach } from '@/storage/history';
import type { KnownEntity, Sighting } from '@/storage/schema';
import { findNotes } from '@/storage/search/find-notes';
import { settleIndex, stepIndex } from '@/storage/search/keep-index';
import { countDue } from '@/storage/track-changes';
import { timeExport } from './time-export';
import { timeReview } from './time-review';

let name = 'hawashi-library-bench';
let db = openDatabase(name);
const PER_ARTICLE = 5;
const AT_ONCE = 1_000;
const ENTITIES = 6_000;
const PER_SIGHTING = 20;
/** Met in every article. */
const EVERYWHERE = ENTITIES;
const SITES = 40;
const VOCABULARY = 40_000;
const LETTERS = 'ابتجحدرسصطعفقكلمنهوي';
const CLITICS = ['', '', '', '', 'ال', 'ال', 'و', 'ب', 'وال', 'بال', 'لل'];

const idOf = (kind: string, number: number) =>
  `${hash(number).toString(16).padStart(8, '0')}-0000-4000-${kind}-${number.toString(16).padStart(12, '0')}`;

/** As good as random, and always the same. */
function hash(number: number): number {
  let value = Math.imul(number ^ 0x9e3779b9, 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** The commoner the smaller its number, as words are. */
function word(seed: number): string {
  const number = Math.floor(VOCABULARY ** (hash(seed) / 0xffffffff)) - 1;
  return CLITICS[hash(seed + 7) % CLITICS.length] + bareWord(number);
}

function bareWord(number: number): string {
  let letters = '';
  const length = 3 + (hash(number) % 4);
  for (let at = 0; at < length; at++) {
    letters += LETTERS[hash(number * 31 + at + 1) % LETTERS.length];
  }
  return letters;
}

const text = (seed: number, words: number) =>
  Array.from({ length: words }, (_, at) => word(seed * 97 + at)).join(' ');

function articleOf(number: number): Article {
  const url = `https://www.site${hash(number) % SITES}.example/news/${number}`;
  return {
    ...{ url, urlKey: url, title: text(number + 5e6, 9), siteName: 'صحيفة', lang: 'ar' },
    ...{ wordCount: 420, id: idOf('8000', number), deletedAt: null },
    ...{ createdAt: 1, updatedAt: 1, lastOpenedAt: number },
  };
}

/** Within three years. */
const readAt = (number: number) =>
  Date.UTC(2020, 0, 1) + (hash(number) % 1_096) * 86_400_000;

function noteOf(number: number): Note {
  const exact = text(number, 25);
  const context = text(number + 9e6, 10);
  const at = 1_500_000_000_000 + (hash(number) % 250_000) * 1_000_000;
  const colour = NOTE_COLOURS[hash(number) % NOTE_COLOURS.length] ?? 'yellow';
  return {
    id: idOf('9000', number),
    articleId: idOf('8000', Math.floor(number / PER_ARTICLE)),
    target: {
      type: 'passage',
      selector: { exact, prefix: context, suffix: context, start: number, end: number },
    },
    body: number % 3 === 0 ? '' : text(number + 1e6, 20),
    tags: number % 2 === 0 ? [] : [`وسم ${hash(number) % 60}`],
    ...{ colour, deletedAt: number % 50 === 0 ? at : null },
    ...{ createdAt: at, updatedAt: at },
  };
}

function entityOf(number: number): KnownEntity {
  return {
    ...{ id: `per/${number}`, kind: 'person', source: 'lexicon', updatedAt: 1 },
    names: { ar: `${bareWord(number)} ${bareWord(number + 1)}`, en: `Person P${number}` },
    totals: { articles: number === EVERYWHERE ? 20_000 : 1, mentions: 1, firstSeenAt: 1 },
  };
}

/** From here on all happens in this database. */
export async function use(database: string): Promise<void> {
  db.close();
  name = database;
  db = openDatabase(name);
  await db.ensureOpen();
}

/** So many notes on the article that was opened last. */
export async function annotate(count: number): Promise<void> {
  const article = await db.articles.orderBy('lastOpenedAt').last();
  if (article === undefined) throw new Error('no article was opened');
  const notes = Array.from({ length: count }, (_, at) => noteOf(5_000_000 + at));
  await db.notes.bulkPut(
    notes.map((note) => ({ ...note, articleId: article.id, deletedAt: null })),
  );
}

function sightingOf(entity: number, articleId: string, at: number): Sighting {
  const seen = { firstSeenAt: at, lastSeenAt: at };
  return { entityId: `per/${entity}`, articleId, count: 1, ...seen };
}

/** Notes `from` to `to` with their articles and what these mention. */
export async function fill(from: number, to: number): Promise<void> {
  if (from === 0) {
    const all = Array.from({ length: ENTITIES + 1 }, (_, at) => entityOf(at));
    await db.entities.bulkPut(all);
  }
  for (let start = from; start < to; start += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - start);
    const articles = Array.from({ length: length / PER_ARTICLE }, (_, at) =>
      articleOf(start / PER_ARTICLE + at),
    );
    const sightings = articles.flatMap(({ id }, article) => [
      sightingOf(EVERYWHERE, id, start + article),
      ...Array.from({ length: PER_SIGHTING }, (_, at) => {
        const seed = hash((start + article) * 41 + at) / 0xffffffff;
        return sightingOf(Math.floor(ENTITIES ** seed) - 1, id, start + article);
      }),
    ]);
    await db.articles.bulkPut(articles);
    await db.history.bulkPut(
      articles.map(({ id }, at) => ({
        ...{ articleId: id, site: 'site.example' },
        readAt: readAt(start / PER_ARTICLE + at),
      })),
    );
    await db.notes.bulkPut(Array.from({ length }, (_, at) => noteOf(start + at)));
    await db.sightings.bulkPut(sightings);
  }
}

/** Milliseconds of each step in which the index is made. */
export async function makeIndex(): Promise<number[]> {
  const steps: number[] = [];
  for (;;) {
    const start = performance.now();
    if (!(await stepIndex(db))) return steps;
    steps.push(performance.now() - start);
  }
}

/** Milliseconds of the first search of a page that was just opened, and of the next. */
export async function firstSearch(query: NoteQuery): Promise<[number, number]> {
  await use(name);
  const first = await find(query);
  return [first, await find(query)];
}

/** Milliseconds of each search; of a query for each. */
export async function search(queries: readonly NoteQuery[]): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) times.push(await find(query));
  return times;
}

async function find(query: NoteQuery): Promise<number> {
  const start = performance.now();
  const { unsearched } = await findNotes(db, query, { offset: 0, limit: 50 });
  if (unsearched > 0) throw new Error(`${unsearched} notes not searched`);
  return performance.now() - start;
}

/**
 * Milliseconds of what the page of one met in every article reads: its articles, its
 * company, the notes that name it. `isFirst`: of a page that was just opened.
 */
export async function openEntity(isFirst: boolean): Promise<Record<string, number>> {
  if (isFirst) await use(name);
  const id = `per/${EVERYWHERE}`;
  const times: Record<string, number> = {};
  const readings = {
    articles: () => readAboutEntity(db, id, 50),
    company: () => readEntityCompany(db, id),
    said: () => readSaidOfEntity(db, id, 10),
  };
  for (const [what, read] of Object.entries(readings)) {
    const start = performance.now();
    await read();
    times[what] = performance.now() - start;
  }
  return times;
}

/** Milliseconds to save each of some notes with further words, and of the search after it. */
export async function change(
  numbers: readonly number[],
  query: NoteQuery,
): Promise<{ saved: number[]; searched: number[] }> {
  const saved: number[] = [];
  const searched: number[] = [];
  for (const number of numbers) {
    const note = { ...noteOf(number), body: 'كتبت الآن' };
    const start = performance.now();
    await db.notes.put(note);
    saved.push(performance.now() - start);
    searched.push(await find(query));
  }
  await settleIndex(db);
  return { saved, searched };
}

/** Milliseconds to count a month's days and its year's months for the calendar, and to read a day. */
export async function calendar(
  months: readonly number[],
): Promise<Record<'counted' | 'noted' | 'day', number[]>> {
  const times = { counted: [] as number[], noted: [] as number[], day: [] as number[] };
  const time = async (to: number[], read: () => Promise<unknown>) => {
    const start = performance.now();
    await read();
    to.push(performance.now() - start);
  };
  const starts = (count: number, startOf: (at: number) => number) =>
    Array.from({ length: count }, (_, at) => startOf(at));
  for (const month of months) {
    const day = (at: number) => Date.UTC(2020, month, 1 + at);
    const span = { from: day(9), to: day(10) };
    await time(times.counted, () =>
      Promise.all([
        countRead(db, starts(32, day)),
        countRead(
          db,
          starts(13, (at) => Date.UTC(2020 + Math.floor(month / 12), at)),
        ),
        readReach(db),
      ]),
    );
    const everything = { words: '', filters: {}, sort: 'newest' } as const;
    await time(times.noted, () => findNotes(db, everything, { offset: 0, limit: 0 }));
    await time(times.day, () =>
      Promise.all([
        readBetween(db, { ...span, limit: 50 }),
        findNotes(db, { ...everything, filters: span }, { offset: 0, limit: 20 }),
      ]),
    );
  }
  return times;
}

/** A word of a note, for a query. */
export function wordOf(number: number): string {
  return word(number * 97 + 1);
}

/** Bytes of the index. */
export async function indexSize(): Promise<number> {
  let bytes = 0;
  await db.segments.each((segment) => {
    for (const value of Object.values(segment)) {
      if (typeof value === 'string') bytes += 2 * value.length;
      else if (ArrayBuffer.isView(value)) bytes += value.byteLength;
      else bytes += value.starts.byteLength + value.values.byteLength;
    }
  });
  return bytes;
}

export const review = (size: number) =>
  timeReview(db, { size, idOf: (number) => idOf('9000', number) });

export const exportAll = () => timeExport(db);

/** Changes that the backup has not heard of yet. */
export const due = () => countDue(db);
