/** All that is kept of an actor or place: where it was met, what was said of it, with whom. */
import Dexie from 'dexie';
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import { type Note, quoteOf } from '../core/model/note';
import { spell } from '../core/text/spelling';
import type { HawashiDatabase } from './database';
import type { KnownEntity } from './schema';

export interface AboutEntity {
  entity: KnownEntity;
  /** In which it is mentioned, the latest first. `notes`: on the article. */
  articles: { article: Article; count: number; notes: number }[];
  /** Notes whose words name it, the latest first. */
  said: { note: Note; article: Article }[];
  /** Those met in the same articles, in most of them first. */
  company: { entity: KnownEntity; articles: number }[];
}

/** Articles looked through for its company, the latest: enough to rank by, however often it was met. */
const LOOKED_THROUGH = 500;
const COMPANY = 20;

/** Null when it was never met. */
export async function readAboutEntity(
  db: HawashiDatabase,
  entityId: string,
): Promise<AboutEntity | null> {
  const entity = await db.entities.get(entityId);
  if (entity === undefined) return null;
  const sightings = await db.sightings
    .where('[entityId+articleId]')
    .between([entityId, Dexie.minKey], [entityId, Dexie.maxKey])
    .filter(({ count }) => count > 0)
    .toArray();
  const ids = sightings.map(({ articleId }) => articleId);
  const known = await db.articles.bulkGet(ids);
  const notes = await db.notes
    .where('articleId')
    .anyOf(ids)
    .filter(({ deletedAt }) => deletedAt === null)
    .toArray();
  const tally = new Map<string, number>();
  for (const { articleId } of notes)
    tally.set(articleId, (tally.get(articleId) ?? 0) + 1);
  const articles = sightings
    .flatMap(({ articleId, count }, index) => {
      const article = known[index];
      return article === undefined
        ? []
        : [{ article, count, notes: tally.get(articleId) ?? 0 }];
    })
    .sort((a, b) => dayOf(b.article) - dayOf(a.article));
  return {
    entity,
    articles,
    said: saidOf(
      entity,
      notes,
      new Map(articles.map(({ article }) => [article.id, article])),
    ),
    company: await companyOf(
      db,
      entityId,
      articles.slice(0, LOOKED_THROUGH).map(({ article }) => article.id),
    ),
  };
}

/** When it was published, else when it was first read, in ms since the epoch. */
function dayOf({ published, createdAt }: Article): number {
  const at = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(at) ? createdAt : at;
}

function saidOf(
  entity: Entity,
  notes: readonly Note[],
  articles: ReadonlyMap<string, Article>,
): AboutEntity['said'] {
  const names = spelledNames(entity);
  return notes
    .flatMap((note) => {
      const article = articles.get(note.articleId);
      const words = spell(`${quoteOf(note) ?? ''}\n${note.body}`);
      const isNamed = names.some((name) => words.includes(name));
      return article !== undefined && isNamed ? [{ note, article }] : [];
    })
    .sort((a, b) => b.note.updatedAt - a.note.updatedAt);
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

async function companyOf(
  db: HawashiDatabase,
  entityId: string,
  articleIds: readonly string[],
): Promise<AboutEntity['company']> {
  const tally = new Map<string, number>();
  const sightings = await db.sightings
    .where('articleId')
    .anyOf([...articleIds])
    .toArray();
  for (const { entityId: other, count } of sightings) {
    if (other !== entityId && count > 0) tally.set(other, (tally.get(other) ?? 0) + 1);
  }
  const most = [...tally].sort((a, b) => b[1] - a[1]).slice(0, COMPANY);
  const known = await db.entities.bulkGet(most.map(([id]) => id));
  return most.flatMap(([, articles], index) => {
    const entity = known[index];
    return entity === undefined ? [] : [{ entity, articles }];
  });
}
