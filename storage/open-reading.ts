import type { Note } from '../core/model/note';
import { findArticle, type KeyedFacts, openArticle } from './articles';
import type { HawashiDatabase } from './database';
import { rememberOpened } from './history';
import { notesOfArticle } from './notes';
import { type CountedEntity, recordSightings } from './sightings';

export interface Reading {
  /** Null for an article that is not known and not to be remembered. */
  articleId: string | null;
  notes: Note[];
  /** Milliseconds since the epoch. */
  firstOpenedAt: number;
}

/** The reader has an article open: remembers it with its entities, all or nothing, and gives its notes. */
export function openReading(
  db: HawashiDatabase,
  keyed: KeyedFacts,
  entities: readonly CountedEntity[],
): Promise<Reading & { articleId: string }> {
  const { articles, entities: known, sightings, notes, history } = db;
  return db.transaction('rw', [articles, known, sightings, notes, history], async () => {
    const article = await openArticle(db, keyed);
    await rememberOpened(db, article, keyed.now);
    await recordSightings(db, article.id, entities, keyed.now);
    return {
      articleId: article.id,
      notes: await notesOfArticle(db, article.id),
      firstOpenedAt: article.createdAt,
    };
  });
}

/** As {@link openReading}, but writes nothing: the reader has paused it. */
export async function lookAtReading(
  db: HawashiDatabase,
  { urlKey, now }: KeyedFacts,
): Promise<Reading> {
  const article = await findArticle(db, urlKey);
  return {
    articleId: article?.id ?? null,
    notes: article === undefined ? [] : await notesOfArticle(db, article.id),
    firstOpenedAt: article?.createdAt ?? now,
  };
}
