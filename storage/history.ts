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
  /** Of all that is remembered, by number of articles. */
  sites: { site: string; articles: number }[];
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
  const words = spell(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const latest = db.history.orderBy('readAt').reverse();
  const ids =
    words.length === 0
      ? await latest.clone().limit(limit).primaryKeys()
      : await searchHistory(db, await latest.clone().primaryKeys(), words);
  const total = words.length === 0 ? await db.history.count() : ids.length;
  return {
    articles: await describeHistory(db, ids.slice(0, limit)),
    total,
    sites: await countSites(db),
  };
}

/** Articles looked through at a time. */
const AT_ONCE = 2_000;

async function searchHistory(
  db: HawashiDatabase,
  ids: readonly string[],
  words: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const articles = await db.articles.bulkGet(ids.slice(from, from + AT_ONCE));
    for (const article of articles) {
      if (article === undefined) continue;
      const { id, title, siteName, url } = article;
      const text = spell(`${title} ${siteName} ${siteOf(url)}`);
      // A host keeps its dots neither here nor in the query: the fold drops them in both.
      if (words.every((word) => text.includes(word))) found.push(id);
    }
  }
  return found;
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

async function countSites(db: HawashiDatabase): Promise<History['sites']> {
  const sites = (await db.history.orderBy('site').uniqueKeys()) as string[];
  const counts = await Promise.all(
    sites.map(async (site) => ({
      site,
      articles: await db.history.where({ site }).count(),
    })),
  );
  return counts.sort((a, b) => b.articles - a.articles || (a.site < b.site ? -1 : 1));
}
