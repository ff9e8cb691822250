/** All that leaves in an export: the records as kept, trash included. `docs/export.md` describes the file. */
import type { Article } from '../model/article';
import type { Entity } from '../model/entity';
import type { Note } from '../model/note';
import type { NoteVersion } from '../notes/note-version';
import type { NoteReview } from '../review/review-state';

/** How often an article mentions an entity. */
export interface ExportedSighting {
  /** {@link Entity.id} */
  entityId: string;
  /** {@link Article.id} */
  articleId: string;
  count: number;
  /** It is a place that acts in that article, as last read. */
  acts?: true;
  /** Milliseconds since the epoch. */
  firstSeenAt: number;
  lastSeenAt: number;
}

export interface ExportData {
  /** Milliseconds since the epoch. */
  exportedAt: number;
  /** What was asked for: everything, one article with what belongs to it, or some notes with their articles. */
  scope: 'everything' | 'article' | 'notes';
  articles: Article[];
  notes: Note[];
  versions: NoteVersion[];
  /** Those of `sightings`. */
  entities: Entity[];
  sightings: ExportedSighting[];
  /** What was said of the notes in the daily review; absent where nothing was. */
  reviews?: NoteReview[];
}
