import type { ExportData, ExportedSighting } from '@/core/export/export-data';
import type { Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import type { NoteReview } from '@/core/review/review-state';

/** Notes in one message. */
const PIECE = 100;

/**
 * Notes of a file as messages bring them, each with its versions and its review, and with its
 * article and what readings of that found. Of articles without notes nothing goes: no history
 * is in the file by which they could be forgotten again.
 */
export function* piecesOf(read: ExportData, notes: readonly Note[]) {
  const articles = new Map(read.articles.map((article) => [article.id, article]));
  const versions = new Map<string, NoteVersion[]>();
  for (const version of read.versions) put(versions, version.noteId, version);
  const reviews = new Map<string, NoteReview>();
  for (const review of read.reviews ?? []) reviews.set(review.noteId, review);
  const sameAddress = new Map<string | undefined, string[]>();
  for (const { id, urlKey } of read.articles) put(sameAddress, urlKey, id);
  const entities = new Map(read.entities.map((entity) => [entity.id, entity]));
  const sightings = new Map<string, ExportedSighting[]>();
  for (const sighting of read.sightings) put(sightings, sighting.articleId, sighting);
  for (let from = 0; from < notes.length; from += PIECE) {
    const piece = notes.slice(from, from + PIECE);
    const ids = new Set(piece.map(({ articleId }) => articleId));
    // Once of each article: they are many.
    const seen = [...ids].flatMap((id) => sightings.get(id) ?? []);
    for (const id of ids) sightings.delete(id);
    const seenIds = new Set(seen.map(({ entityId }) => entityId));
    yield {
      notes: piece,
      articles: [...ids].flatMap((id) => articles.get(id) ?? []),
      versions: piece.flatMap(({ id }) => versions.get(id) ?? []),
      entities: [...seenIds].flatMap((id) => entities.get(id) ?? []),
      sightings: seen,
      reviews: piece.flatMap(({ id }) => reviews.get(id) ?? []),
      // Those of the file at whose addresses another of the file may be found.
      ofFile: [...ids].flatMap((id) => sameAddress.get(articles.get(id)?.urlKey) ?? []),
    };
  }
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
