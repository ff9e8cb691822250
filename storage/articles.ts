import { urlKey } from '../core/article/normalise-url';
import type { Article, ArticleFacts } from '../core/model/article';
import type { HawashiDatabase } from './database';

export interface KeyedFacts {
  facts: ArticleFacts;
  /** From `core/article/normalise-url.ts`. */
  urlKey: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/**
 * The article of this address, made if it is new. Joins the caller's
 * transaction when there is one. Read and write share a transaction, and
 * IndexedDB lets one writer at a time in, so two tabs make one article.
 */
export function ensureArticle(db: HawashiDatabase, keyed: KeyedFacts): Promise<Article> {
  return db.transaction('rw', db.articles, async () => {
    const known = await findArticle(db, keyed.urlKey);
    if (known !== undefined) return known;
    const { facts, urlKey, now } = keyed;
    const article: Article = {
      ...facts,
      id: crypto.randomUUID(),
      urlKey,
      createdAt: now,
      updatedAt: now,
      deletedAt: null,
      lastOpenedAt: now,
    };
    await db.articles.add(article);
    return article;
  });
}

/** As {@link ensureArticle}, and notes that the reader has it open, with its facts as they are today. */
export function openArticle(db: HawashiDatabase, keyed: KeyedFacts): Promise<Article> {
  return db.transaction('rw', db.articles, async () => {
    const known = await ensureArticle(db, keyed);
    const opened: Article = {
      ...known,
      ...keyed.facts,
      updatedAt: sameFacts(known, keyed.facts) ? known.updatedAt : keyed.now,
      lastOpenedAt: Math.max(known.lastOpenedAt, keyed.now),
    };
    await db.articles.put(opened);
    return opened;
  });
}

/** The oldest article of this address: should there ever be two, all contexts choose the same. */
export async function findArticle(
  db: HawashiDatabase,
  urlKey: string,
): Promise<Article | undefined> {
  const [first] = await db.articles.where({ urlKey }).sortBy('createdAt');
  return first;
}

/**
 * The article last opened at this address: for a page that tells nothing of
 * itself (it is switched off), whose article may be kept under its canonical address.
 */
export async function findArticleAt(
  db: HawashiDatabase,
  url: string,
): Promise<Article | undefined> {
  const key = urlKey({ url });
  const known = await findArticle(db, key);
  if (known !== undefined) return known;
  // Canonical addresses mostly stay on their host: its articles only are looked through.
  const host = key.split(/[/?#]/, 1)[0] ?? '';
  const found = await db.articles
    .where('urlKey')
    .startsWith(host)
    .filter((article) => urlKey({ url: article.url }) === key)
    .sortBy('lastOpenedAt');
  return found.at(-1);
}

function sameFacts(known: ArticleFacts, facts: ArticleFacts): boolean {
  return (Object.keys(facts) as (keyof ArticleFacts)[]).every(
    (key) => known[key] === facts[key],
  );
}
