import type { AnchorStatus } from '../core/model/selector';
import { findArticle, identityTables, type Sought } from './articles';
import type { HawashiDatabase } from './database';

/**
 * Remembers where the notes of an article were found in its page, as far as the
 * page could tell; of what it says nothing, what was known stays. Writes nothing
 * that is known, nor anything of notes that are not this article's.
 */
export function keepPlaces(
  db: HawashiDatabase,
  sought: Sought,
  places: readonly { noteId: string; status: AnchorStatus }[],
): Promise<void> {
  const tables = [...identityTables(db), db.notes, db.places];
  return db.transaction('rw', tables, async () => {
    const article = await findArticle(db, sought);
    if (article === undefined) return;
    const articleId = article.id;
    const own = new Set(await db.notes.where({ articleId }).primaryKeys());
    const kept = await db.places.where({ articleId }).toArray();
    const known = new Map(kept.map(({ noteId, status }) => [noteId, status]));
    for (const { noteId, status } of places) {
      if (!own.has(noteId) || (known.get(noteId) ?? 'anchored') === status) continue;
      if (status === 'anchored') await db.places.delete(noteId);
      else await db.places.put({ noteId, articleId, status });
    }
  });
}
