import type { ExportData } from '@/core/export/export-data';
import type { Note } from '@/core/model/note';
import type { NoteVersion } from '@/core/notes/note-version';
import type { NoteReview } from '@/core/review/review-state';

/** Notes in one message. */
const PIECE = 100;

/** Notes of a file as messages bring them, each with its article, its versions and its review. */
export function* piecesOf(
  read: Pick<ExportData, 'articles' | 'versions' | 'reviews'>,
  notes: readonly Note[],
) {
  const articles = new Map(read.articles.map((article) => [article.id, article]));
  const versions = new Map<string, NoteVersion[]>();
  for (const version of read.versions) put(versions, version.noteId, version);
  const reviews = new Map<string, NoteReview>();
  for (const review of read.reviews ?? []) reviews.set(review.noteId, review);
  const sameAddress = new Map<string | undefined, string[]>();
  for (const { id, urlKey } of read.articles) put(sameAddress, urlKey, id);
  for (let from = 0; from < notes.length; from += PIECE) {
    const piece = notes.slice(from, from + PIECE);
    const ids = new Set(piece.map(({ articleId }) => articleId));
    yield {
      notes: piece,
      articles: [...ids].flatMap((id) => articles.get(id) ?? []),
      versions: piece.flatMap(({ id }) => versions.get(id) ?? []),
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
