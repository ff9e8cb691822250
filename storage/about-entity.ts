/**
 * What is kept of an actor or place: where it was met, what was said of it, with whom.
 * However often it was met, only the latest of it is read.
 */
import Dexie from 'dexie';
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import { type Note, quoteOf } from '../core/model/note';
import type { NoteQuery } from '../core/model/search';
import { spell } from '../core/text/spelling';
import { countCompany, type KeptCompany } from './count-company';
import type { HawashiDatabase } from './database';
import { notesByArticle } from './kin';
import type { KnownEntity, Sighting } from './schema';
import { findSomeIds } from './search/find-notes';

export interface AboutEntity {
  entity: KnownEntity;
  /** Articles that mention it, all of them. */
  total: number;
  /** Those read last, that first; as many as were asked for. `notes`: on the article. */
  articles: { article: Article; count: number; notes: number }[];
}

/** Null when it was never met. */
export async function readAboutEntity(
  db: HawashiDatabase,
  entityId: string,
  limit: number,
): Promise<AboutEntity | null> {
  const entity = await db.entities.get(entityId);
  if (entity === undefined) return null;
  const latest = await lastMet(db, entity, limit);
  const ids = latest.map(({ articleId }) => articleId);
  const [articles, notes] = await Promise.all([
    db.articles.bulkGet(ids),
    notesByArticle(db, ids),
  ]);
  return {
    entity,
    total: entity.totals.articles,
    articles: latest.flatMap(({ articleId, count }, index) => {
      const article = articles[index];
      if (article === undefined) return [];
      return [{ article, count, notes: notes.get(articleId)?.length ?? 0 }];
    }),
  };
}

/** Of no more all are read; of more one looks through the articles, the one opened last first. */
const FEW = 2_000;
/** Articles looked through at once, and in all. */
const AT_ONCE = 500;
const WALKED = 4_000;

/** Where it is mentioned, the article read last first. */
async function lastMet(
  db: HawashiDatabase,
  { id, totals }: KnownEntity,
  limit: number,
): Promise<Sighting[]> {
  if (totals.articles <= FEW) return (await allMet(db, id)).slice(0, limit);
  const found: Sighting[] = [];
  const step = Math.max(AT_ONCE, limit);
  for (let at = 0; at < WALKED; at += step) {
    const latest = db.articles.orderBy('lastOpenedAt').reverse().offset(at).limit(step);
    const ids = await latest.primaryKeys();
    const read = await db.sightings.bulkGet(
      ids.map((one): [string, string] => [id, one]),
    );
    for (const one of read) if (one && one.count > 0) found.push(one);
    if (found.length >= limit || ids.length < step) return found.slice(0, limit);
  }
  // It was met often, but not lately.
  return (await allMet(db, id)).slice(0, limit);
}

/** Unfiltered: only so does IndexedDB give them in one piece instead of one by one. */
async function allMet(db: HawashiDatabase, entityId: string): Promise<Sighting[]> {
  const sightings = await db.sightings
    .where('[entityId+articleId]')
    .between([entityId, Dexie.minKey], [entityId, Dexie.maxKey])
    .toArray();
  return sightings
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.lastSeenAt - a.lastSeenAt);
}

export interface EntityCompany extends KeptCompany {
  /** When each of the articles was published, else first read, in ms since the epoch. */
  times: number[];
}

/** Articles looked through for the company and the times, those read last: enough to rank by. */
export const LOOKED_THROUGH = 500;

/** When it was met, and with whom. */
export async function readEntityCompany(
  db: HawashiDatabase,
  entityId: string,
): Promise<EntityCompany> {
  const entity = await db.entities.get(entityId);
  const latest = entity ? await lastMet(db, entity, LOOKED_THROUGH) : [];
  const ids = latest.map(({ articleId }) => articleId);
  const [articles, company] = await Promise.all([
    db.articles.bulkGet(ids),
    countCompany(db, ids, entityId),
  ]);
  return {
    ...company,
    times: articles.flatMap((article) => (article ? [timeOf(article)] : [])),
  };
}

function timeOf({ published, createdAt }: Article): number {
  const at = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(at) ? createdAt : at;
}

export interface SaidOfEntity {
  /** On all articles that mention it. */
  total: number;
  /** Those that name it, the latest first; as many as were asked for. */
  said: { note: Note; article: Article }[];
  /** Whether others may name it, too. */
  more: boolean;
}

/** Notes read at once, and looked through at most for each that is asked for. */
const NOTES_AT_ONCE = 200;
const NOTES_FOR_EACH = 100;

/** The notes whose words name it. */
export async function readSaidOfEntity(
  db: HawashiDatabase,
  entityId: string,
  limit: number,
): Promise<SaidOfEntity> {
  const entity = await db.entities.get(entityId);
  if (entity === undefined) return { total: 0, said: [], more: false };
  const query: NoteQuery = { words: '', filters: { entityId }, sort: 'newest' };
  const { ids, total } = await findSomeIds(db, query, limit * NOTES_FOR_EACH);
  const names = spelledNames(entity);
  const found: Note[] = [];
  let at = 0;
  while (at < ids.length && found.length <= limit) {
    const notes = await db.notes.bulkGet(ids.slice(at, at + NOTES_AT_ONCE));
    for (const note of notes) if (note && isNamed(note, names)) found.push(note);
    at += NOTES_AT_ONCE;
  }
  const shown = found.slice(0, limit);
  const articles = await db.articles.bulkGet(shown.map(({ articleId }) => articleId));
  return {
    total,
    said: shown.flatMap((note, index) => {
      const article = articles[index];
      return article === undefined ? [] : [{ note, article }];
    }),
    more: found.length > limit || at < total,
  };
}

function isNamed(note: Note, names: readonly string[]): boolean {
  const words = spell(`${quoteOf(note) ?? ''}\n${note.body}`);
  return names.some((name) => words.includes(name));
}

/** Shorter ones would be found within other words. */
const LONG_ENOUGH = 4;

/** Its names, folded; of a person the last part, too, by which texts go on to call them. */
function spelledNames({ names, kind }: Entity): string[] {
  const whole = Object.values(names).filter((name) => name !== undefined);
  const last =
    kind === 'person' ? whole.map((name) => name.split(/\s+/).at(-1) ?? '') : [];
  const short = last.map(spell).filter((name) => name.length >= LONG_ENOUGH);
  return [...new Set([...whole.map(spell), ...short])].filter((name) => name !== '');
}
