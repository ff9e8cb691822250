/**
 * Makes the index of notes and keeps it in step, a segment at a time: nobody waits
 * for more than one. What it has not come to yet is found all the same
 * (`open-index.ts`), or said to be missing.
 */
import { packSegment } from '../../core/search/pack-segment';
import { namesOf } from '../../core/search/segment';
import type { HawashiDatabase } from '../database';
import type { KeptSegment, Stale } from '../schema';
import { shelveArticles, shelvedTables } from './shelve-articles';

/** After every id. */
const END = '\uffff';
/** A number of the rules by which words are found: segments that were made by others are made anew. */
const RULES = '1';
/** Notes of a segment; it is divided when it has twice as many. */
const NOTES = 1_000;
export type SegmentKey = [from: string, to: string, stamp: string];

/** Does one step of what is to be done; false when that was nothing. */
export async function stepIndex(db: HawashiDatabase): Promise<boolean> {
  const kept = await db.segments.toCollection().primaryKeys();
  const keys = kept.filter(isOfTheseRules);
  if (keys.length < kept.length) {
    await db.segments.bulkDelete(kept.filter((key) => !isOfTheseRules(key)));
    return true;
  }
  const [gap] = gapsBetween(keys);
  if (gap !== undefined) {
    await fill(db, gap, null);
    return true;
  }
  const key = await findMostStale(db, keys);
  if (key === null) return false;
  if (!(await dropNeedless(db, key))) await fill(db, { from: key[0], to: key[1] }, key);
  return true;
}

/** All that is to be done, with a pause between steps in ms; `isWanted` false ends it. */
export async function settleIndex(
  db: HawashiDatabase,
  { pause = 0, isWanted = () => true }: { pause?: number; isWanted?: () => boolean } = {},
): Promise<void> {
  while (isWanted() && (await stepIndex(db))) {
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** In the order of the articles. */
export async function segmentKeys(db: HawashiDatabase): Promise<SegmentKey[]> {
  return (await db.segments.toCollection().primaryKeys()).filter(isOfTheseRules);
}

function isOfTheseRules([, , stamp]: SegmentKey): boolean {
  return stamp.startsWith(`${RULES}/`);
}

export interface Range {
  from: string;
  to: string;
}

/** What no segment holds. */
export function gapsBetween(keys: readonly SegmentKey[]): Range[] {
  const gaps: Range[] = [];
  let from = '';
  for (const [start, end] of keys) {
    if (start > from) gaps.push({ from, to: start });
    from = end > from ? end : from;
  }
  if (from < END) gaps.push({ from, to: END });
  return gaps;
}

async function findMostStale(
  db: HawashiDatabase,
  keys: readonly SegmentKey[],
): Promise<SegmentKey | null> {
  const ids = await db.stale.toCollection().primaryKeys();
  let most = 0;
  let found: SegmentKey | null = null;
  for (const key of keys) {
    const count = ids.filter((id) => id >= key[0] && id < key[1]).length;
    if (count > most) [most, found] = [count, key];
  }
  return found;
}

/** Most articles are read and not written on: their marks go, and the segment stays. False when it has to be made anew. */
function dropNeedless(db: HawashiDatabase, key: SegmentKey): Promise<boolean> {
  const { notes, segments, stale } = db;
  return db.transaction('rw', segments, stale, notes, async () => {
    const segment = await segments.get(key);
    if (segment === undefined) return true;
    const marks = await staleWithin(db, { from: key[0], to: key[1] });
    const ids = marks.map(({ articleId }) => articleId);
    const shelved = new Set(namesOf(segment.articleIds));
    if (ids.some((id) => shelved.has(id))) return false;
    if ((await notes.where('articleId').anyOf(ids).count()) > 0) return false;
    await stale.bulkDelete(ids);
    return true;
  });
}

function staleWithin(db: HawashiDatabase, { from, to }: Range): PromiseLike<Stale[]> {
  return db.stale.where('articleId').between(from, to, true, false).toArray();
}

/**
 * Puts a segment where the range begins, in place of `before`. Read, made and
 * written in three turns, so that saving waits for the reading at most: what
 * changes meanwhile stays stale.
 */
async function fill(
  db: HawashiDatabase,
  range: Range,
  before: SegmentKey | null,
): Promise<void> {
  const { to, articles, stale } = await db.transaction('r', shelvedTables(db), () =>
    readRange(db, range),
  );
  const segment: KeptSegment = {
    ...packSegment(articles),
    from: range.from,
    to,
    stamp: `${RULES}/${crypto.randomUUID()}`,
  };
  await db.transaction('rw', db.segments, db.stale, async () => {
    const keys = await segmentKeys(db);
    const isThere = (key: SegmentKey) => keys.some(([, , stamp]) => stamp === key[2]);
    // Another context was faster.
    const isTaken = keys.some(
      (key) => key[0] < to && key[1] > range.from && key[2] !== before?.[2],
    );
    if (isTaken || (before !== null && !isThere(before))) return;
    if (before !== null) await db.segments.delete(before);
    await db.segments.add(segment);
    const now = await db.stale.bulkGet(stale.map(({ articleId }) => articleId));
    const done = stale.filter((one, at) => now[at]?.stamp === one.stamp);
    await db.stale.bulkDelete(done.map(({ articleId }) => articleId));
  });
}

async function readRange(db: HawashiDatabase, { from, to: end }: Range) {
  const keys = (await db.notes
    .where('articleId')
    .between(from, end, true, false)
    .limit(2 * NOTES)
    .keys()) as string[];
  const to = keys.length < 2 * NOTES ? end : endOfFirst(keys);
  const ids = [...new Set(keys)].filter((id) => id < to);
  const stale = await staleWithin(db, { from, to });
  return { to, articles: await shelveArticles(db, ids), stale };
}

/** Articles are not divided; one with more notes than any segment has its own. */
function endOfFirst(keys: readonly string[]): string {
  const last = keys[NOTES] ?? '';
  return last === keys[0] ? `${last}\0` : last;
}
