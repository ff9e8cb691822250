/** Forgetting what was read, in pieces that can each be brought back for a few minutes. */
import type { HawashiDatabase } from './database';
import { takeFromTotals } from './entity-totals';
import type { Forgetting, ForgottenRows } from './schema';
import { siteOf } from './site-switch';

/** As `messaging/protocol.ts`. */
export type Forgettable = { articleId: string } | { site: string } | { all: true };

/** Articles taken at once: between two pieces the database answers others. */
const AT_ONCE = 100;
/** A page is hardly open for longer, in ms. */
const LONGEST_OPEN = 7 * 86_400_000;

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
  let forgetting = await forgetPiece(db, ids.slice(0, AT_ONCE), { token, at });
  for (let from = AT_ONCE; from < ids.length && !forgetting.undone; from += AT_ONCE) {
    forgetting = await forgetPiece(db, ids.slice(from, from + AT_ONCE), { token, at });
  }
  return forgetting.undone ? 0 : forgetting.articles;
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
  const read = entries
    .filter(({ site }) => 'all' in what || isOfSite(site, what.site))
    .map(({ articleId }) => articleId);
  return [...read, ...(await findSeenOnly(db, what))];
}

/** Articles whose names came with their notes from a file: that they were read is not in the history. */
async function findSeenOnly(
  db: HawashiDatabase,
  what: Exclude<Forgettable, { articleId: string }>,
): Promise<string[]> {
  const seen = (await db.sightings.orderBy('articleId').uniqueKeys()) as string[];
  const entries = await db.history.bulkGet(seen);
  const unread = seen.filter((_, at) => entries[at] === undefined);
  if ('all' in what) return unread;
  const articles = await db.articles.bulkGet(unread);
  return unread.filter((_, at) => isOfSite(siteOf(articles[at]?.url ?? ''), what.site));
}

function isOfSite(host: string, site: string): boolean {
  return host === site || host.endsWith(`.${site}`);
}

/** Does nothing once it was undone. */
function forgetPiece(
  db: HawashiDatabase,
  articleIds: readonly string[],
  { token, at }: { token: string; at: number },
): Promise<Forgetting> {
  const { forgettings, forgotten, forgottenVisits } = db;
  const tables = [...historyTables(db), forgettings, forgotten, forgottenVisits];
  return db.transaction('rw', tables, async () => {
    const begun = await forgettings.get(token);
    const so = begun ?? { token, at, articles: 0, parts: 0, undone: false };
    if (so.undone) return so;
    const rows = await takeRows(db, articleIds);
    const count = rows.history.length;
    const isNothing = Object.values(rows).every((list) => list.length === 0);
    // The first part is there even when there was nothing: the same wish again must not take what came later.
    if (begun !== undefined && isNothing) return so;
    const forgetting = { ...so, articles: so.articles + count, parts: so.parts + 1 };
    await forgettings.put(forgetting);
    await forgotten.add({ token, part: so.parts, at, rows });
    await forgottenVisits.bulkPut(
      rows.readings
        .flatMap(({ visits }) => visits)
        .filter(({ readAt }) => readAt > at - LONGEST_OPEN)
        .map(({ visitId }) => ({ visitId, token, at })),
    );
    return forgetting;
  });
}

/** All tables from which forgetting takes, or must look into. */
export function historyTables(db: HawashiDatabase) {
  const { articles, notes, history, fingerprints, readings, entities, sightings } = db;
  const { memberships, corrections, refusals } = db;
  return [
    ...[articles, notes, history, fingerprints, readings, entities, sightings],
    ...[memberships, corrections, refusals],
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
    fingerprints: await db.fingerprints.where('articleId').anyOf(ids).toArray(),
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
  await db.fingerprints.bulkDelete(rows.fingerprints.map((one) => one.number));
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

/** The page of this visit is still open, but the reader had it forgotten. */
export async function isForgottenVisit(
  db: HawashiDatabase,
  visitId: string,
): Promise<boolean> {
  return (await db.forgottenVisits.get(visitId)) !== undefined;
}
