import type { Note } from '../core/model/note';
import { findArticle, identityTables, type KeyedFacts, openArticle } from './articles';
import type { HawashiDatabase } from './database';
import { isForgottenVisit } from './forget-history';
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

/**
 * The reader has an article open: remembers it with its entities, all or
 * nothing, and gives its notes. Writes nothing when the reader had this visit
 * forgotten while its page was open.
 */
export function openReading(
  db: HawashiDatabase,
  keyed: KeyedFacts,
  visitId: string,
  entities: readonly CountedEntity[],
): Promise<Reading> {
  const { entities: known, sightings, notes, history, forgottenVisits } = db;
  const tables = [
    ...identityTables(db),
    known,
    sightings,
    notes,
    history,
    forgottenVisits,
  ];
  return db.transaction('rw', tables, async () => {
    if (await isForgottenVisit(db, visitId)) return lookAtReading(db, keyed);
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
  keyed: KeyedFacts,
): Promise<Reading> {
  const article = await findArticle(db, keyed);
  return {
    articleId: article?.id ?? null,
    notes: article === undefined ? [] : await notesOfArticle(db, article.id),
    firstOpenedAt: article?.createdAt ?? keyed.now,
  };
}
