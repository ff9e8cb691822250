/** What was read, as the reader may look through it. */
import type { Article } from '../core/model/article';
import { spell } from '../core/text/spelling';
import type { HawashiDatabase } from './database';
import { notesByArticle } from './kin';
import { siteOf } from './site-switch';

/** Remembers that an article was read. Joins the caller's transaction. */
export async function rememberOpened(
  db: HawashiDatabase,
  { id, url }: Article,
  now: number,
): Promise<void> {
  await db.history.put({ articleId: id, site: siteOf(url), readAt: now });
}

export interface HistoryArticle {
  article: Article;
  /** Notes on it, the trash left out. */
  notes: number;
  /** When it was last opened, in ms since the epoch. */
  readAt: number;
}

export interface History {
  /** The latest first. */
  articles: HistoryArticle[];
  /** How many were found, of which `articles` are the first. */
  total: number;
}

/**
 * What was read, the latest first; with a query, what has each of its words in
 * title, name of the site or host, in any spelling. Looking through 100,000
 * articles takes a second or so; without a query it takes next to nothing.
 */
export async function readHistory(
  db: HawashiDatabase,
  { query = '', limit }: { query?: string; limit: number },
): Promise<History> {
  // Parted first: the fold drops spaces.
  const words = query
    .split(/\s+/)
    .map(spell)
    .filter((word) => word !== '');
  if (words.length > 0) {
    const found = await searchHistory(db, words);
    const articles = await describeHistory(db, found.slice(0, limit));
    return { articles, total: found.length };
  }
  const latest = db.history.orderBy('readAt').reverse().limit(limit);
  return {
    articles: await describeHistory(db, await latest.primaryKeys()),
    total: await db.history.count(),
  };
}

/** Articles looked through at a time. */
const AT_ONCE = 2_000;

/** Ids, the latest first. */
async function searchHistory(
  db: HawashiDatabase,
  words: readonly string[],
): Promise<string[]> {
  // In the order of their ids they are read many at once, which is many times as fast.
  const byTime = await db.history.orderBy('readAt').primaryKeys();
  const places = new Map(byTime.map((id, place) => [id, place]));
  const found: string[] = [];
  for (let last = ''; ; ) {
    const articles = await db.articles.where('id').above(last).limit(AT_ONCE).toArray();
    for (const { id, title, siteName, url } of articles) {
      if (!places.has(id)) continue;
      // A host keeps its dots neither here nor in the query: the fold drops them in both.
      const text = spell(`${title} ${siteName} ${siteOf(url)}`);
      if (words.every((word) => text.includes(word))) found.push(id);
    }
    if (articles.length < AT_ONCE) break;
    last = articles.at(-1)?.id ?? '';
  }
  const placeOf = (id: string) => places.get(id) ?? -1;
  return found.sort((one, other) => placeOf(other) - placeOf(one));
}

async function describeHistory(
  db: HawashiDatabase,
  ids: readonly string[],
): Promise<HistoryArticle[]> {
  const entries = await db.history.bulkGet([...ids]);
  const articles = await db.articles.bulkGet([...ids]);
  const notes = await notesByArticle(db, ids);
  return articles.flatMap((article, index) => {
    const entry = entries[index];
    if (article === undefined || entry === undefined) return [];
    return [{ article, notes: notes.get(article.id)?.length ?? 0, readAt: entry.readAt }];
  });
}

/**
 * How much was read from each of these moments to the next: ms since the epoch, ascending. As all
 * here, by when each article was last opened.
 */
export async function countRead(
  db: HawashiDatabase,
  moments: readonly number[],
): Promise<number[]> {
  const ends = moments.slice(1);
  return await Promise.all(
    ends.map((end, at) => readWithin(db, moments[at] ?? end, end).count()),
  );
}

/** The latest first of what was read from a moment to another, which is not included. */
export async function readBetween(
  db: HawashiDatabase,
  { from, to, limit }: { from: number; to: number; limit: number },
): Promise<History> {
  const latest = readWithin(db, from, to).reverse().limit(limit);
  return {
    articles: await describeHistory(db, await latest.primaryKeys()),
    total: await readWithin(db, from, to).count(),
  };
}

function readWithin(db: HawashiDatabase, from: number, to: number) {
  return db.history.where('readAt').between(from, to);
}

/** When the first and the last of all that is remembered was read; null when nothing is. */
export async function readReach(
  db: HawashiDatabase,
): Promise<{ first: number; last: number } | null> {
  const [first, last] = await Promise.all([
    db.history.orderBy('readAt').first(),
    db.history.orderBy('readAt').last(),
  ]);
  return first && last ? { first: first.readAt, last: last.readAt } : null;
}

/** How many articles of each site are remembered; those with most first. */
export async function readSites(
  db: HawashiDatabase,
): Promise<{ site: string; articles: number }[]> {
  const sites = (await db.history.orderBy('site').uniqueKeys()) as string[];
  const counts = await Promise.all(
    sites.map(async (site) => ({
      site,
      articles: await db.history.where({ site }).count(),
    })),
  );
  return counts.sort((a, b) => b.articles - a.articles || (a.site < b.site ? -1 : 1));
}
