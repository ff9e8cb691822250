import type { Note } from '../core/model/note';
import type { CarriedNote, Kin } from '../core/model/story';
import { chooseCarried } from '../core/stories/choose-carried';
import type { HawashiDatabase } from './database';

/**
 * Notes of the copies that are offered to an article (its id, or null when it
 * is not kept). `since` by article: older notes of a copy were of another text.
 */
export async function findCarried(
  db: HawashiDatabase,
  articleId: string | null,
  copies: readonly Kin[],
  since: ReadonlyMap<string, number>,
): Promise<CarriedNote[]> {
  const ofCopies = copies.filter(({ notes }) => notes > 0);
  if (ofCopies.length === 0) return [];
  const offered = await db.notes
    .where('articleId')
    .anyOf(ofCopies.map((copy) => copy.articleId))
    .sortBy('createdAt');
  const own = articleId === null ? [] : await db.notes.where({ articleId }).toArray();
  const refusals =
    articleId === null ? [] : await db.refusals.where({ articleId }).toArray();
  const refused = refusals.filter((one) => one.refused).map(({ noteId }) => noteId);
  const notes = chooseCarried({
    articleId,
    offered: offered.filter((note) => note.createdAt >= (since.get(note.articleId) ?? 0)),
    own,
    refused,
    sources: await findSources(db, [...offered, ...own], refused),
  });
  const home = new Map(ofCopies.map((copy) => [copy.articleId, copy]));
  return notes.flatMap((note) => {
    const from = home.get(note.articleId);
    return from === undefined ? [] : [{ note, from }];
  });
}

/** The notes from which these were taken over, and from which those were, as far as they are kept. */
async function findSources(
  db: HawashiDatabase,
  notes: readonly Note[],
  ids: readonly string[],
): Promise<Map<string, Note>> {
  const sources = new Map(notes.map((note) => [note.id, note]));
  const missing = (found: readonly Note[]) =>
    found
      .flatMap(({ carriedFrom }) => carriedFrom?.noteId ?? [])
      .filter((id) => !sources.has(id));
  let wanted = [...ids.filter((id) => !sources.has(id)), ...missing(notes)];
  while (wanted.length > 0) {
    const found = (await db.notes.bulkGet(wanted)).filter((note) => note !== undefined);
    for (const note of found) sources.set(note.id, note);
    wanted = missing(found);
  }
  return sources;
}
