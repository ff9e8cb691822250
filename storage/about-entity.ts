/**
 * What is kept of an actor or place: where it was met, what was said of it, with whom.
 * However often it was met, only the latest of it is read.
 */
import Dexie from 'dexie';
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import type { Note } from '../core/model/note';
import { spell } from '../core/text/spelling';
import { countCompany, type KeptCompany } from './count-company';
import type { HawashiDatabase } from './database';
import { notesByArticle } from './kin';
import type { KnownEntity, Sighting } from './schema';
import { findNoteIds } from './search/find-notes';

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
  const met = await lastMet(db, entityId);
  const latest = met.slice(0, limit);
  const ids = latest.map(({ articleId }) => articleId);
  const [articles, notes] = await Promise.all([
    db.articles.bulkGet(ids),
    notesByArticle(db, ids),
  ]);
  return {
    entity,
    total: met.length,
    articles: latest.flatMap(({ articleId, count }, index) => {
      const article = articles[index];
      if (article === undefined) return [];
      return [{ article, count, notes: notes.get(articleId)?.length ?? 0 }];
    }),
  };
}

/**
 * Where it is mentioned, the article read last first. All at once and unfiltered:
 * only so does IndexedDB give them in one piece instead of one by one.
 */
async function lastMet(db: HawashiDatabase, entityId: string): Promise<Sighting[]> {
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
  const latest = (await lastMet(db, entityId)).slice(0, LOOKED_THROUGH);
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
  const ids = await findNoteIds(db, {
    ...{ words: '', filters: { entityId }, sort: 'newest' },
  });
  const names = spelledNames(entity);
  const found: Note[] = [];
  const end = Math.min(ids.length, limit * NOTES_FOR_EACH);
  let at = 0;
  while (at < end && found.length <= limit) {
    const notes = await db.notes.bulkGet(ids.slice(at, at + NOTES_AT_ONCE));
    for (const note of notes) if (note && isNamed(note, names)) found.push(note);
    at += NOTES_AT_ONCE;
  }
  const shown = found.slice(0, limit);
  const articles = await db.articles.bulkGet(shown.map(({ articleId }) => articleId));
  return {
    total: ids.length,
    said: shown.flatMap((note, index) => {
      const article = articles[index];
      return article === undefined ? [] : [{ note, article }];
    }),
    more: found.length > limit || at < ids.length,
  };
}

function isNamed({ target, body }: Note, names: readonly string[]): boolean {
  const quote = target.type === 'passage' ? target.selector.exact : '';
  const words = spell(`${quote}\n${body}`);
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
