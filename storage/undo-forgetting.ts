import type { Table } from 'dexie';
import { findArticle } from './articles';
import { placeOf } from './corrections';
import type { HawashiDatabase } from './database';
import { addToTotals, NO_TOTALS } from './entity-totals';
import { historyTables } from './forget-history';
import type {
  Forgetting,
  ForgottenRows,
  KeptCorrection,
  Membership,
  Refusal,
  Sighting,
} from './schema';

/** Milliseconds in which forgetting can be undone. */
const UNDO_TIME = 600_000;
/** For so long it is known that it was forgotten, and what pages were open then. */
const VISIT_TIME = 7 * 86_400_000;

/**
 * Brings back what was forgotten under `token`, and gives the number of
 * articles; 0 when it is too late. Once undone it stays undone: a late copy of
 * the wish to forget does nothing. What was read anew meanwhile is kept.
 */
export async function undoForgetting(
  db: HawashiDatabase,
  token: string,
): Promise<number> {
  const forgetting = await turnBack(db, token);
  if (forgetting === null) return 0;
  // An entity is kept with the last of its sightings that went: it comes back first.
  for (let part = forgetting.parts - 1; part >= 0; part--) {
    await putPartBack(db, token, part);
  }
  return forgetting.articles;
}

/** From now on it is undone, whatever of it is still to be brought back. Null when it is too late. */
function turnBack(db: HawashiDatabase, token: string): Promise<Forgetting | null> {
  const { forgettings, forgotten, forgottenVisits } = db;
  return db.transaction('rw', [forgettings, forgotten, forgottenVisits], async () => {
    const forgetting = await forgettings.get(token);
    if (forgetting === undefined) return null;
    if (forgetting.undone) return forgetting;
    if ((await forgotten.get([token, 0])) === undefined) return null;
    await forgottenVisits.where({ token }).delete();
    await forgettings.put({ ...forgetting, undone: true });
    return forgetting;
  });
}

function putPartBack(db: HawashiDatabase, token: string, part: number): Promise<void> {
  return db.transaction('rw', [...historyTables(db), db.forgotten], async () => {
    const forgotten = await db.forgotten.get([token, part]);
    if (forgotten === undefined) return;
    await putBack(db, forgotten.rows);
    await db.forgotten.delete([token, part]);
  });
}

/** Lets go of what can no longer be brought back. `now` in ms; a clock set back lets go of nothing early. */
export function dropForgotten(db: HawashiDatabase, now: number): Promise<void> {
  const { forgettings, forgotten, forgottenVisits } = db;
  return db.transaction('rw', [forgettings, forgotten, forgottenVisits], async () => {
    await forgotten
      .where('at')
      .below(now - UNDO_TIME)
      .delete();
    for (const table of [forgettings, forgottenVisits]) {
      await table
        .where('at')
        .below(now - VISIT_TIME)
        .delete();
    }
  });
}

async function putBack(db: HawashiDatabase, forgotten: ForgottenRows): Promise<void> {
  const rows = await underPresentIds(db, forgotten);
  await addAbsent(db.articles, rows.articles, ({ id }) => id);
  await addAbsent(db.history, rows.history, ofArticle);
  // What was read anew has one of its own.
  const met = await db.fingerprints
    .where('articleId')
    .anyOf(rows.fingerprints.map(ofArticle))
    .toArray();
  const again = new Set(met.map(ofArticle));
  await db.fingerprints.bulkAdd(
    rows.fingerprints.filter(({ articleId }) => !again.has(articleId)),
  );
  await addAbsent(db.readings, rows.readings, ofArticle);
  const inStory = ({ storyId, articleId }: Membership) =>
    [storyId, articleId] as [string, string];
  await addAbsent(db.memberships, rows.memberships, inStory);
  const ofTwo = ({ first, second }: KeptCorrection) =>
    [first, second] as [string, string];
  await addAbsent(db.corrections, rows.corrections, ofTwo);
  const ofNote = ({ noteId, articleId }: Refusal) =>
    [noteId, articleId] as [string, string];
  await addAbsent(db.refusals, rows.refusals, ofNote);
  const ofEntity = ({ entityId, articleId }: Sighting) =>
    [entityId, articleId] as [string, string];
  const sightings = await addAbsent(db.sightings, rows.sightings, ofEntity);
  const seen = new Set(sightings.map(({ entityId }) => entityId));
  await addAbsent(
    db.entities,
    rows.entities
      .filter(({ id }) => seen.has(id))
      .map((entity) => ({ ...entity, totals: NO_TOTALS })),
    ({ id }) => id,
  );
  await addToTotals(db, sightings);
}

const ofArticle = <Row extends { articleId: string }>(row: Row) => row.articleId;

/** Adds the rows whose key is not taken, and gives them. */
async function addAbsent<Row, Key>(
  table: Pick<Table<Row, Key>, 'bulkGet' | 'bulkAdd'>,
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): Promise<Row[]> {
  const present = await table.bulkGet(rows.map(keyOf));
  const absent = rows.filter((_, index) => present[index] === undefined);
  await table.bulkAdd(absent);
  return absent;
}

/** Articles that were opened again after they were forgotten have a new id, and notes may hang on it: the rows join it. */
async function underPresentIds(
  db: HawashiDatabase,
  rows: ForgottenRows,
): Promise<ForgottenRows> {
  const present = new Map<string, string>();
  for (const article of rows.articles) {
    const again = await findArticle(db, { facts: article, urlKey: article.urlKey });
    if (again !== undefined && again.id !== article.id) present.set(article.id, again.id);
  }
  if (present.size === 0) return rows;
  const idOf = (id: string) => present.get(id) ?? id;
  const move = <Row extends { articleId: string }>(moved: readonly Row[]): Row[] =>
    moved.map((row) => ({ ...row, articleId: idOf(row.articleId) }));
  return {
    articles: rows.articles.filter(({ id }) => !present.has(id)),
    history: move(rows.history),
    fingerprints: move(rows.fingerprints),
    readings: move(rows.readings),
    entities: rows.entities,
    sightings: move(rows.sightings),
    memberships: move(rows.memberships),
    corrections: rows.corrections.map((one) => moveCorrection(one, idOf)),
    refusals: move(rows.refusals),
  };
}

function moveCorrection(
  correction: KeptCorrection,
  idOf: (id: string) => string,
): KeptCorrection {
  const { with: other, membership } = correction;
  const articleId = idOf(correction.articleId);
  const counterpart = 'articleId' in other ? { articleId: idOf(other.articleId) } : other;
  return {
    ...correction,
    ...placeOf(articleId, counterpart),
    articleId,
    with: counterpart,
    membership: membership && { ...membership, articleId: idOf(membership.articleId) },
  };
}
