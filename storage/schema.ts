/**
 * What the database holds, by version. A version that has been released never
 * changes: the next one gets a number of its own, a migration, and a frozen
 * sample in `test/fixtures/database/`.
 */
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import type { Note } from '../core/model/note';

export const SCHEMA_VERSION = 1;

/** An entity met in an article. Key: entity and article. */
export interface Sighting {
  entityId: string;
  articleId: string;
  /** Mentions in the article as last read. */
  count: number;
  /** Milliseconds since the epoch. */
  firstSeenAt: number;
  lastSeenAt: number;
}

/** The record of an entity, once for all its sightings, as last recognised. */
export interface KnownEntity extends Entity {
  updatedAt: number;
}

/**
 * An earlier or rival state of a note, kept when another took its place with
 * other words (`core/notes/merge-note.ts`).
 */
export interface NoteVersion {
  /** UUID. */
  id: string;
  noteId: string;
  /** {@link Note.updatedAt} of this state. */
  updatedAt: number;
  /** When it gave way. */
  keptAt: number;
  note: Note;
}

/** A fact about the database itself. */
export interface MetaRecord {
  key: string;
  value: unknown;
}

/** The rows of version 1, by table. */
export interface DatabaseV1 {
  articles: Article[];
  notes: Note[];
  versions: NoteVersion[];
  entities: KnownEntity[];
  sightings: Sighting[];
  meta: MetaRecord[];
}

/** Dexie's notation: primary key first, then the indexes. */
export const STORES_V1: Record<keyof DatabaseV1, string> = {
  articles: 'id, urlKey, lastOpenedAt',
  notes: 'id, articleId, updatedAt, deletedAt',
  versions: 'id, [noteId+updatedAt]',
  entities: 'id',
  sightings: '[entityId+articleId], articleId',
  meta: 'key',
};
