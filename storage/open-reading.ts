import type { Note } from '../core/model/note';
import { type KeyedFacts, openArticle } from './articles';
import type { HawashiDatabase } from './database';
import { notesOfArticle } from './notes';
import { type CountedEntity, recordSightings } from './sightings';

export interface Reading {
  articleId: string;
  notes: Note[];
  /** Milliseconds since the epoch. */
  firstOpenedAt: number;
}

/** The reader has an article open: remembers it with its entities, all or nothing, and gives its notes. */
export function openReading(
  db: HawashiDatabase,
  keyed: KeyedFacts,
  entities: readonly CountedEntity[],
): Promise<Reading> {
  const { articles, entities: known, sightings, notes } = db;
  return db.transaction('rw', [articles, known, sightings, notes], async () => {
    const article = await openArticle(db, keyed);
    await recordSightings(db, article.id, entities, keyed.now);
    return {
      articleId: article.id,
      notes: await notesOfArticle(db, article.id),
      firstOpenedAt: article.createdAt,
    };
  });
}
