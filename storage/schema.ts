/**
 * What the database holds, by version. A version that has been released never
 * changes: the next one gets a number of its own, a migration, and a frozen
 * sample in `test/fixtures/database/`.
 */
import type { Article } from '../core/model/article';
import type { Entity } from '../core/model/entity';
import type { Note } from '../core/model/note';
import type { AnchorStatus } from '../core/model/selector';
import type { Correction, Story } from '../core/model/story';
import type { NoteVersion } from '../core/notes/note-version';
import type { Segment } from '../core/search/segment';
import type { KeptVisit } from '../core/stories/keep-visit';

export const SCHEMA_VERSION = 3;

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

/** That an article was read, as long as it is remembered: what is forgotten has none. */
export interface HistoryEntry {
  articleId: string;
  /** Its host without `www.`. */
  site: string;
  /** When it was last opened, in ms since the epoch. */
  readAt: number;
}

/** By what an article is known again. */
export interface KeptFingerprint {
  /**
   * Counted by the database: an index of numbers is read twice as fast among
   * 100,000 as one of UUIDs.
   */
  number: number;
  articleId: string;
  /** `core/similarity/pack-fingerprint.ts` */
  packed: Uint8Array<ArrayBuffer>;
  /** `core/similarity/candidate-keys.ts` */
  textKeys: number[];
  storyKeys: number[];
  /**
   * When the address began to show this text instead of another article's, in
   * ms since the epoch; 0 when it always did. Older notes are not of this text.
   */
  since: number;
}

/** What stood in an article at its last visits. */
export interface KeptReading {
  articleId: string;
  /** Latest first; never empty. */
  visits: KeptVisit[];
  /** Of all visits so far; absent in records from before they were counted. */
  count?: number;
}

/** An article is part of a story. */
export interface Membership {
  storyId: string;
  articleId: string;
  /** 0–1, when it came in. */
  score: number;
  /** `seed`: it is the very article that the story came along with. */
  by: 'found' | 'reader' | 'seed';
  /** The visit with which it came in; null when it was read before the story was followed, or the reader said so. */
  visitId: string | null;
  /** Milliseconds since the epoch. */
  at: number;
}

/** A correction, or that one was taken back. Of two articles, `first` is the one with the smaller id. */
export interface KeptCorrection extends Omit<Correction, 'says'> {
  first: string;
  /** An article's id, or a story's. */
  second: string;
  says: Correction['says'] | null;
  /** What the article was in the story before the reader spoke. */
  membership: Membership | null;
}

/** A note of a copy is not wanted in an article, or is again. */
export interface Refusal {
  noteId: string;
  articleId: string;
  refused: boolean;
  at: number;
}

/** Rows of the tables from which forgetting takes something. */
export interface ForgottenRows {
  articles: Article[];
  history: HistoryEntry[];
  fingerprints: KeptFingerprint[];
  readings: KeptReading[];
  entities: KnownEntity[];
  sightings: Sighting[];
  memberships: Membership[];
  corrections: KeptCorrection[];
  refusals: Refusal[];
}

/** What the reader had forgotten at once. */
export interface Forgetting {
  token: string;
  /** Milliseconds since the epoch. */
  at: number;
  articles: number;
  /** How many of {@link Forgotten} belong to it. */
  parts: number;
  undone: boolean;
}

/** A part of it, for as long as it can be brought back. */
export interface Forgotten {
  token: string;
  /** Counts from 0. */
  part: number;
  /** Milliseconds since the epoch. */
  at: number;
  rows: ForgottenRows;
}

/** A visit that is not to be remembered though its page may still be open. */
export interface ForgottenVisit {
  visitId: string;
  token: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** The rows of version 2, by table. */
export interface DatabaseV2 extends DatabaseV1 {
  history: HistoryEntry[];
  fingerprints: KeptFingerprint[];
  readings: KeptReading[];
  stories: Story[];
  memberships: Membership[];
  corrections: KeptCorrection[];
  refusals: Refusal[];
  forgettings: Forgetting[];
  forgotten: Forgotten[];
  forgottenVisits: ForgottenVisit[];
}

export const STORES_V2: Record<keyof DatabaseV2, string> = {
  ...STORES_V1,
  history: 'articleId, site, readAt',
  fingerprints: '++number, &articleId, *textKeys, *storyKeys',
  readings: 'articleId',
  stories: 'id',
  memberships: '[storyId+articleId], articleId',
  corrections: '[first+second], first, second',
  refusals: '[noteId+articleId], articleId',
  forgettings: 'token, at',
  forgotten: '[token+part], at',
  forgottenVisits: 'visitId, token, at',
};

/**
 * Where a note's passage was when its article was last open. Only of those that were
 * in doubt or missing: a note without a row was found, or not looked for yet.
 */
export interface KeptPlace {
  noteId: string;
  articleId: string;
  status: Exclude<AnchorStatus, 'anchored'>;
}

/** Part of the index of notes: all whose article's id is `from` or later, and before `to`. */
export interface KeptSegment extends Segment {
  from: string;
  to: string;
  /** Tells it from the one that was there before. */
  stamp: string;
}

/** An article of which something changed since its segment was made. */
export interface Stale {
  articleId: string;
  /** Tells a change from the next one of the same article. */
  stamp: number;
}

/** The rows of version 3, by table. */
export interface DatabaseV3 extends DatabaseV2 {
  places: KeptPlace[];
  segments: KeptSegment[];
  stale: Stale[];
}

/** Everything that was there stays as it is; the index is made in steps, after the upgrade (`search/keep-index.ts`). */
export const STORES_V3: Record<keyof DatabaseV3, string> = {
  ...STORES_V2,
  places: 'noteId, articleId',
  segments: '[from+to+stamp]',
  stale: 'articleId',
};
