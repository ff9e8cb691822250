/**
 * The index in the memory of whoever searches: its segments as they are kept, and
 * of what changed since, a segment of their own that is never kept.
 */
import type { Entity } from '../../core/model/entity';
import { type EntityNames, readEntityNames } from '../../core/search/entity-names';
import {
  articlesAt,
  type OpenSegment,
  openSegment,
} from '../../core/search/open-segment';
import {
  byArticle,
  firstNumbers,
  type NoteOrder,
  newestFirst,
} from '../../core/search/order-notes';
import { packSegment, type ShelvedArticle } from '../../core/search/pack-segment';
import type { HawashiDatabase } from '../database';
import type { Stale } from '../schema';
import { gapsBetween, type SegmentKey, segmentKeys } from './keep-index';
import { shelveArticles, shelvedTables } from './shelve-articles';

/** Changed articles that a search looks at by itself; of more it says that they are missing. */
const MOST_STALE = 512;
/** Entities that are read one by one; of more, all are read at once. */
const FEW_ENTITIES = 500;

export interface Index {
  segments: readonly OpenSegment[];
  /** See `firstNumbers`. */
  firsts: readonly number[];
  newest(): NoteOrder;
  byArticle(): NoteOrder;
  /** Notes that are in no segment. */
  unsearched: number;
}

interface Kept {
  segments: Map<string, OpenSegment>;
  /** By article, of its last mark. */
  shelved: Map<string, { stamp: number; article: ShelvedArticle | null }>;
  index: Index | null;
  /** Of what `index` was made. */
  madeOf: string;
  /** Of all kept segments, `newestFirst`. */
  newest: { of: string; order: NoteOrder } | null;
  names: { madeOf: string; of: Map<string, Named>; names: EntityNames } | null;
}

type Named = Pick<Entity, 'id' | 'names'>;

const opened = new WeakMap<HawashiDatabase, Kept>();

function keptOf(db: HawashiDatabase): Kept {
  const known = opened.get(db);
  if (known !== undefined) return known;
  const kept: Kept = {
    ...{ segments: new Map(), shelved: new Map() },
    ...{ index: null, madeOf: '', newest: null, names: null },
  };
  opened.set(db, kept);
  return kept;
}

/** As the database is now. What did not change since the last time is not read again. */
export async function openIndex(db: HawashiDatabase): Promise<Index> {
  const kept = keptOf(db);
  const tables = [...shelvedTables(db), db.segments];
  const { keys, stale, unsearched } = await db.transaction('r', tables, async () => {
    const keys = await segmentKeys(db);
    const stale = await db.stale.toArray();
    await readSegments(db, keys, kept);
    const looked = stale.slice(0, MOST_STALE);
    await readStale(db, looked, kept);
    return { keys, stale, unsearched: await countGaps(db, keys, looked) };
  });
  const madeOf = JSON.stringify([
    keys.map(([, , stamp]) => stamp),
    stale.map(({ stamp }) => stamp),
  ]);
  if (kept.index === null || kept.madeOf !== madeOf) {
    kept.index = putTogether(kept, keys, stale.slice(0, MOST_STALE));
    kept.madeOf = madeOf;
  }
  const missing = unsearched + Math.max(0, stale.length - MOST_STALE);
  return { ...kept.index, unsearched: missing };
}

async function readSegments(
  db: HawashiDatabase,
  keys: readonly SegmentKey[],
  { segments }: Kept,
): Promise<void> {
  const missing = keys.filter(([, , stamp]) => !segments.has(stamp));
  const read = await db.segments.bulkGet(missing);
  for (const segment of read) {
    if (segment !== undefined) segments.set(segment.stamp, openSegment(segment));
  }
  const current = new Set(keys.map(([, , stamp]) => stamp));
  for (const stamp of segments.keys()) if (!current.has(stamp)) segments.delete(stamp);
}

async function readStale(
  db: HawashiDatabase,
  stale: readonly Stale[],
  { shelved }: Kept,
): Promise<void> {
  const changed = stale.filter((one) => shelved.get(one.articleId)?.stamp !== one.stamp);
  const ids = changed.map(({ articleId }) => articleId);
  const articles = new Map((await shelveArticles(db, ids)).map((one) => [one.id, one]));
  for (const { articleId, stamp } of changed) {
    shelved.set(articleId, { stamp, article: articles.get(articleId) ?? null });
  }
  const current = new Set(stale.map(({ articleId }) => articleId));
  for (const id of shelved.keys()) if (!current.has(id)) shelved.delete(id);
}

async function countGaps(
  db: HawashiDatabase,
  keys: readonly SegmentKey[],
  stale: readonly Stale[],
): Promise<number> {
  let count = 0;
  for (const { from, to } of gapsBetween(keys)) {
    count += await db.notes.where('articleId').between(from, to, true, false).count();
    // A search looks at these by itself, or they are counted as too many.
    const changed = stale.map(({ articleId }) => articleId);
    const seen = changed.filter((id) => from <= id && id < to);
    if (seen.length > 0) count -= await db.notes.where('articleId').anyOf(seen).count();
  }
  return count;
}

function putTogether(
  kept: Kept,
  keys: readonly SegmentKey[],
  stale: readonly Stale[],
): Index {
  const { segments, shelved } = kept;
  const changed = new Set(stale.map(({ articleId }) => articleId));
  const old = keys.flatMap(([, , stamp]) => segments.get(stamp) ?? []);
  for (const segment of old) {
    segment.superseded.fill(0);
    if (changed.size === 0) continue;
    for (const article of articlesAt(segment, changed)) segment.superseded[article] = 1;
  }
  const newer = stale.flatMap(({ articleId }) => shelved.get(articleId)?.article ?? []);
  const all = newer.length > 0 ? [...old, openSegment(packSegment(newer))] : old;
  const of = keys.map(([, , stamp]) => stamp).join();
  let newest: NoteOrder | null = null;
  let ordered: NoteOrder | null = null;
  return {
    segments: all,
    firsts: firstNumbers(all),
    newest() {
      if (kept.newest?.of !== of) kept.newest = { of, order: newestFirst(old) };
      newest ??= all === old ? kept.newest.order : newestFirst(all, kept.newest.order);
      return newest;
    },
    byArticle() {
      ordered ??= byArticle(all);
      return ordered;
    },
    unsearched: 0,
  };
}

/** What the actors and places of the index are called. Of those that were known, only what changed is read again. */
export async function openEntityNames(
  db: HawashiDatabase,
  { segments }: Index,
): Promise<EntityNames> {
  const kept = keptOf(db);
  const { madeOf, shelved } = kept;
  const before = kept.names;
  if (before?.madeOf === madeOf) return before.names;
  const ids = new Set(segments.flatMap((segment) => segment.entityIds()));
  const known = before?.of ?? new Map<string, Named>();
  const wanted = new Set([...ids].filter((id) => !known.has(id)));
  // A name is changed with a reading of an article that has it.
  for (const { article } of shelved.values()) {
    for (const id of article?.entityIds ?? []) wanted.add(id);
  }
  const read = await readEntities(db, wanted);
  let isSame = before !== null;
  for (const { id, names } of read) {
    const own = known.get(id)?.names;
    isSame &&= own?.ar === names.ar && own?.en === names.en;
    known.set(id, { id, names });
  }
  const names =
    before !== null && isSame ? before.names : readEntityNames(known.values());
  kept.names = { madeOf, of: known, names };
  return names;
}

async function readEntities(
  db: HawashiDatabase,
  ids: ReadonlySet<string>,
): Promise<Named[]> {
  if (ids.size > FEW_ENTITIES) {
    return (await db.entities.toArray()).filter(({ id }) => ids.has(id));
  }
  const read = await db.entities.bulkGet([...ids]);
  return read.filter((one) => one !== undefined);
}
