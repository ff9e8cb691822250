import type { Note } from '../core/model/note';
import type { HawashiDatabase } from './database';
import type { StorageFailure } from './failure';
import { notesOfArticle } from './notes';
import { watchQuery } from './watch-query';

/** Notes on another article that stood at the same address. */
export interface FormerNotes {
  articleId: string;
  title: string;
  /** At least one. */
  notes: Note[];
}

/** Of the other articles at an article's address, the last opened first; those without notes left out. */
export async function formerNotes(
  db: HawashiDatabase,
  articleId: string,
): Promise<FormerNotes[]> {
  const article = await db.articles.get(articleId);
  if (article === undefined) return [];
  const { urlKey } = article;
  const atAddress = await db.articles.where({ urlKey }).sortBy('lastOpenedAt');
  const others = atAddress.reverse().filter(({ id }) => id !== articleId);
  const found = await Promise.all(
    others.map(async ({ id, title }) => {
      const notes = await notesOfArticle(db, id);
      return { articleId: id, title, notes };
    }),
  );
  return found.filter(({ notes }) => notes.length > 0);
}

/** Calls `listener` with them, now and after each change. */
export function watchFormerNotes(
  db: HawashiDatabase,
  articleId: string,
  listener: (former: FormerNotes[]) => void,
  onFailure: (failure: StorageFailure) => void,
  signal: AbortSignal,
): void {
  watchQuery(db, () => formerNotes(db, articleId), { listener, onFailure, signal });
}
