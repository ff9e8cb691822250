/** Forgetting what was read, in pieces that can each be brought back for a few minutes. */
import Dexie from 'dexie';
import type { HawashiDatabase } from './database';
import { takeFromTotals } from './entity-totals';
import type { Forgotten, ForgottenRows } from './schema';

/** As `messaging/protocol.ts`. */
export type Forgettable = { articleId: string } | { site: string } | { all: true };

/** Articles taken at once: between two pieces the database answers others. */
const AT_ONCE = 100;

/**
 * Forgets what was read of some articles: fingerprints, texts, sightings, what
 * the reader said of them and their places in stories, and the articles
 * themselves where no note stands on them, not even in the trash. Notes stay.
 *
 * `token` names this forgetting: the same again goes on where it was
 * interrupted, and does nothing once it was undone. `at` in ms since the epoch:
 * what is read later is not forgotten. Gives the number of articles.
 */
export async function forgetHistory(
  db: HawashiDatabase,
  { token, what, at }: { token: string; what: Forgettable; at: number },
): Promise<number> {
  const ids = await findForgettable(db, what, at);
  for (let from = 0; from < ids.length || from === 0; from += AT_ONCE) {
    const isGoingOn = await forgetPiece(db, ids.slice(from, from + AT_ONCE), {
      token,
      at,
    });
    if (!isGoingOn) return 0;
  }
  return countForgotten(db, token);
}

/** The latest first: then the day an entity was first met goes last, and need not be looked for each time. */
async function findForgettable(
  db: HawashiDatabase,
  what: Forgettable,
  at: number,
): Promise<string[]> {
  if ('articleId' in what) return [what.articleId];
  const entries = await db.history
    .where('readAt')
    .belowOrEqual(at)
    .reverse()
    .sortBy('readAt');
  return entries
    .filter(({ site }) => 'all' in what || isOfSite(site, what.site))
    .map(({ articleId }) => articleId);
}

function isOfSite(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** False when it was undone meanwhile. */
function forgetPiece(
  db: HawashiDatabase,
  articleIds: readonly string[],
  { token, at }: { token: string; at: number },
): Promise<boolean> {
  return db.transaction('rw', historyTables(db), async () => {
    const parts = await partsOf(db, token).toArray();
    if (parts.some(({ undone }) => undone)) return false;
    const rows = await takeRows(db, articleIds);
    const part: Forgotten = {
      token,
      part: parts.length,
      at,
      articles: rows.history.length,
      rows,
      undone: false,
      visits: rows.readings.flatMap(({ visits }) => visits.map(({ visitId }) => visitId)),
    };
    if (parts.length === 0 || part.articles > 0) await db.forgotten.add(part);
    return true;
  });
}

/** All tables from which forgetting takes, or must look into. */
export function historyTables(db: HawashiDatabase) {
  const { articles, notes, history, fingerprints, readings, entities, sightings } = db;
  const { memberships, corrections, refusals, forgotten } = db;
  return [
    ...[articles, notes, history, fingerprints, readings, entities, sightings],
    ...[memberships, corrections, refusals, forgotten],
  ];
}

/** Takes all rows of the history of some articles out of the database. Joins a transaction over {@link historyTables}. */
export async function takeRows(
  db: HawashiDatabase,
  articleIds: readonly string[],
): Promise<ForgottenRows> {
  const ids = [...articleIds];
  const isThere = <Row>(row: Row | undefined): row is Row => row !== undefined;
  const noted = new Set(await db.notes.where('articleId').anyOf(ids).keys());
  const gone = ids.filter((id) => !noted.has(id));
  const sightings = await db.sightings.where('articleId').anyOf(ids).toArray();
  const rows: ForgottenRows = {
    articles: (await db.articles.bulkGet(gone)).filter(isThere),
    history: (await db.history.bulkGet(ids)).filter(isThere),
    fingerprints: (await db.fingerprints.bulkGet(ids)).filter(isThere),
    readings: (await db.readings.bulkGet(ids)).filter(isThere),
    entities: [],
    sightings,
    memberships: await db.memberships.where('articleId').anyOf(ids).toArray(),
    corrections: await db.corrections
      .where('first')
      .anyOf(ids)
      .or('second')
      .anyOf(ids)
      .toArray(),
    refusals: await db.refusals.where('articleId').anyOf(gone).toArray(),
  };
  await db.articles.bulkDelete(gone);
  await db.history.bulkDelete(ids);
  await db.fingerprints.bulkDelete(ids);
  await db.readings.bulkDelete(ids);
  await db.sightings.bulkDelete(
    sightings.map(({ entityId, articleId }) => [entityId, articleId]),
  );
  rows.entities = await takeFromTotals(db, sightings);
  await db.memberships.bulkDelete(
    rows.memberships.map(({ storyId, articleId }) => [storyId, articleId]),
  );
  await db.corrections.bulkDelete(
    rows.corrections.map(({ first, second }) => [first, second]),
  );
  await db.refusals.bulkDelete(
    rows.refusals.map(({ noteId, articleId }) => [noteId, articleId]),
  );
  return rows;
}

export function partsOf(db: HawashiDatabase, token: string) {
  return db.forgotten
    .where('[token+part]')
    .between([token, Dexie.minKey], [token, Dexie.maxKey]);
}

export async function countForgotten(
  db: HawashiDatabase,
  token: string,
): Promise<number> {
  const parts = await partsOf(db, token).toArray();
  return parts.reduce((sum, { articles }) => sum + articles, 0);
}

/** The page of this visit is still open, but the reader had it forgotten. */
export async function isForgottenVisit(
  db: HawashiDatabase,
  visitId: string,
): Promise<boolean> {
  return (await db.forgotten.where('visits').equals(visitId).count()) > 0;
}
