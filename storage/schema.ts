/**
 * What the database holds, by version. A version that has been released never
 * changes: the next one gets a number of its own, a migration, and a frozen
 * sample in `test/fixtures/database/`.
 */
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import type { Note } from '../core/model/note';
import type { NoteVersion } from '../core/notes/note-version';

export const SCHEMA_VERSION = 1;

/** An entity met in an article. Key: entity and article. */
export interface Sighting {
  entityId: string;
  articleId: string;
  /** Mentions in the article as last read; 0 when that reading no longer found it. */
  count: number;
  /** It is a place that acted there, as last read; absent otherwise, and in records from before this was told. */
  acts?: true;
  /** Milliseconds since the epoch. */
  firstSeenAt: number;
  lastSeenAt: number;
}

/** Sums over an entity's sightings, kept in step with them (`sightings.ts`). */
export interface EntityTotals {
  /** Articles that mention it. */
  articles: number;
  mentions: number;
  /** The first time it was found in any article, in ms since the epoch. */
  firstSeenAt: number;
}

/** The record of an entity, once for all its sightings, as last recognised. */
export interface KnownEntity extends Entity {
  updatedAt: number;
  totals: EntityTotals;
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
