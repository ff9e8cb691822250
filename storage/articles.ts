import { urlKey } from '../core/article/normalise-url';
import { isTwin, likenessAtAddress } from '../core/article/same-article';
import type { Article, ArticleFacts } from '../core/model/article';
import { smallestKeys } from '../core/similarity/candidate-keys';
import { readTrace, writeTrace } from '../core/similarity/text-trace';
import type { HawashiDatabase } from './database';
import { openFingerprints } from './fingerprints';

export interface KeyedFacts {
  facts: ArticleFacts;
  /** From `core/article/normalise-url.ts`. */
  urlKey: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** By what an article is found: its address, and its text where that is known. */
export type Sought = Pick<KeyedFacts, 'facts' | 'urlKey'>;

/** Articles of one text that are looked at: a site's notices may stand on many pages. */
const MOST_TWINS = 20;

/**
 * This article, made if it is new. Joins the caller's transaction (over
 * {@link identityTables} at least) when there is one. Read and write share a
 * transaction, and IndexedDB lets one writer at a time in, so two tabs make one article.
 */
export function ensureArticle(db: HawashiDatabase, keyed: KeyedFacts): Promise<Article> {
  return db.transaction('rw', identityTables(db), async () => {
    const known = await findArticle(db, keyed);
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
  return db.transaction('rw', identityTables(db), async () => {
    const known = await ensureArticle(db, keyed);
    const facts = factsAtHome(known, keyed);
    const opened: Article = {
      ...known,
      ...facts,
      updatedAt: sameFacts(known, facts) ? known.updatedAt : keyed.now,
      lastOpenedAt: Math.max(known.lastOpenedAt, keyed.now),
    };
    await db.articles.put(opened);
    return opened;
  });
}

/** The tables by which an article is known again. */
export function identityTables(db: HawashiDatabase) {
  return [db.articles, db.fingerprints];
}

/**
 * The article of this address whose text is most like the one before the
 * reader, an edit of it at least; else the one of the same site that has this
 * very text under another address. Without a text to go by, the one last opened.
 */
export async function findArticle(
  db: HawashiDatabase,
  sought: Sought,
): Promise<Article | undefined> {
  const { facts, urlKey } = sought;
  const atAddress = await withTraces(db, await db.articles.where({ urlKey }).toArray());
  const [best] = atAddress
    .map((article) => ({ article, likeness: likenessAtAddress(facts, article) }))
    .filter(({ likeness }) => likeness > 0)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        b.article.lastOpenedAt - a.article.lastOpenedAt ||
        // Made at once in two tabs: all contexts choose the same.
        a.article.createdAt - b.article.createdAt ||
        (a.article.id < b.article.id ? -1 : 1),
    );
  return best?.article ?? findTwin(db, facts);
}

/** Older records have no trace of their text, but mostly a fingerprint. */
async function withTraces(db: HawashiDatabase, articles: Article[]): Promise<Article[]> {
  const without = articles.filter(({ trace }) => trace === undefined);
  if (without.length === 0) return articles;
  const known = new Map(
    (
      await openFingerprints(
        db,
        without.map(({ id }) => id),
      )
    ).map(({ articleId, fingerprint }) => [articleId, writeTrace(fingerprint.sketch)]),
  );
  return articles.map((article) => {
    const trace = article.trace ?? known.get(article.id);
    return trace === undefined ? article : { ...article, trace };
  });
}

/** The oldest article that is this one under another address. */
async function findTwin(
  db: HawashiDatabase,
  facts: ArticleFacts,
): Promise<Article | undefined> {
  const sketch = readTrace(facts.trace);
  if (sketch === null) return undefined;
  const fingerprints = await db.fingerprints
    .where('textKeys')
    .anyOf(smallestKeys(sketch))
    .distinct()
    .limit(MOST_TWINS)
    .toArray();
  const articles = await db.articles.bulkGet(
    fingerprints.map(({ articleId }) => articleId),
  );
  return articles
    .filter((article) => article !== undefined)
    .sort((a, b) => a.createdAt - b.createdAt)
    .find((article) => isTwin(facts, article));
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
  const known = await db.articles.where({ urlKey: key }).sortBy('lastOpenedAt');
  if (known.length > 0) return known.at(-1);
  // Canonical addresses mostly stay on their host: its articles only are looked through.
  const host = key.split(/[/?#]/, 1)[0] ?? '';
  const found = await db.articles
    .where('urlKey')
    .startsWith(host)
    .filter((article) => urlKey({ url: article.url }) === key)
    .sortBy('lastOpenedAt');
  return found.at(-1);
}

/** The facts as they are today; of a twin's page, under the address at which the article is kept. */
function factsAtHome(known: Article, { facts, urlKey }: KeyedFacts): ArticleFacts {
  if (known.urlKey === urlKey) return facts;
  const { url: _, canonicalUrl: __, ...others } = facts;
  return { ...others, url: known.url };
}

function sameFacts(known: ArticleFacts, facts: ArticleFacts): boolean {
  return (Object.keys(facts) as (keyof ArticleFacts)[]).every(
    (key) => known[key] === facts[key],
  );
}
