/**
 * The backup: a database of its own, written after the main one, from which that
 * can be made again. It holds what the reader wrote (notes, their versions) and
 * the articles that this stands on, not what they read.
 *
 * A state of a row is kept once for each generation in which it changed, so a
 * save writes one row here and nothing is ever copied whole: a generation is a
 * number, and its content all states with the highest `since` up to it.
 */
import Dexie, { type EntityTable, type Table } from 'dexie';
import type { Note } from '../core/model/note';
import { hashText } from '../core/text/hash-text';
import type { SeenArticle } from './bring-sightings';

/** For example `hawashi-backup`. */
export const backupNameOf = (main: string) => `${main}-backup`;

/** Whose rows are kept in the backup. */
export const BACKED_UP = ['articles', 'notes', 'versions'] as const;
export type BackedUp = (typeof BACKED_UP)[number];

/** What a row was from some generation on. */
export interface KeptState {
  table: BackedUp;
  id: string;
  /** The number of the generation in which it became so. */
  since: number;
  /** JSON: unit by unit what it was, unpaired surrogates too. */
  text: string;
  /** `core/text/hash-text.ts` of `text`. */
  sum: number;
}

/** The reader deleted it for good: it does not come back by itself. */
export interface Gone {
  table: BackedUp;
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
}

/** A moment to which one can go back. */
export interface Generation {
  number: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** `asked`: the reader said "now". */
  kind: 'daily' | 'migration' | 'asked';
  /** Notes of that moment, the trash included. */
  notes: number;
}

/** A row that was not what it should be, as it was found. */
export interface DamagedRow {
  number: number;
  table: BackedUp;
  id: string;
  row: unknown;
  /** Milliseconds since the epoch. */
  at: number;
}

/** What bringing notes back has changed, so that it can be undone. */
export interface BroughtBack {
  token: string;
  /** Counts from 0. */
  part: number;
  /** Milliseconds since the epoch. */
  at: number;
  /** Notes that were not there, as they came. */
  added: { id: string; updatedAt: number }[];
  /** Notes that were there, as they were, and when they changed. */
  before: { note: Note; changedAt: number }[];
  /** The reader asked for it; absent when it came about by itself. */
  asked?: true;
  /** Articles to which a file's sightings came; absent in rows from before there were any. */
  seen?: SeenArticle[];
}

export class BackupDatabase extends Dexie {
  declare states: Table<KeptState, [table: BackedUp, id: string, since: number]>;
  declare gone: Table<Gone, [table: BackedUp, id: string]>;
  declare generations: EntityTable<Generation, 'number'>;
  declare facts: Table<{ key: string; value: unknown }, string>;
  declare damaged: EntityTable<DamagedRow, 'number'>;
  declare restores: Table<BroughtBack, [token: string, part: number]>;

  constructor(name: string, factory: IDBFactory) {
    super(name, { indexedDB: factory, IDBKeyRange });
    this.version(1).stores({
      states: '[table+id+since], since',
      gone: '[table+id]',
      generations: 'number',
      facts: 'key',
      damaged: '++number, [table+id]',
      restores: '[token+part], token, at',
    });
  }
}

interface StorageBuckets {
  open(
    name: string,
    options: { persisted: boolean; durability: 'strict' },
  ): Promise<{ indexedDB: IDBFactory }>;
}

/**
 * The backup, opened at its first use. Chromium keeps all databases of an origin
 * in one LevelDB, and throws all of it away when some of it is damaged; a bucket
 * has one of its own. Firefox has a file for each database.
 * https://developer.mozilla.org/docs/Web/API/Storage_API
 */
export async function openBackup(name: string): Promise<BackupDatabase> {
  const { navigator } = globalThis as { navigator?: { storageBuckets?: StorageBuckets } };
  const bucket = await navigator?.storageBuckets
    ?.open(name, { persisted: true, durability: 'strict' })
    .catch(() => undefined);
  return new BackupDatabase(name, bucket?.indexedDB ?? indexedDB);
}

/** The row as it is kept. */
export function toState(table: BackedUp, row: { id: string }, since: number): KeptState {
  const text = JSON.stringify(row);
  return { table, id: row.id, since, text, sum: hashText(text) };
}

/** The row that a state holds; undefined when what was kept is not what is there. */
export function rowOf({ text, sum }: KeptState): unknown {
  if (typeof text !== 'string' || hashText(text) !== sum) return undefined;
  return JSON.parse(text);
}

/** All states of a row, the earliest first. */
export function statesOf(backup: BackupDatabase, table: BackedUp, id: string) {
  return backup.states
    .where('[table+id+since]')
    .between([table, id, Dexie.minKey], [table, id, Dexie.maxKey]);
}

export async function readFact(backup: BackupDatabase, key: string): Promise<unknown> {
  return (await backup.facts.get(key))?.value;
}

/** The number of the generation that is being written. */
export async function currentGeneration(backup: BackupDatabase): Promise<number> {
  const last = await backup.generations.toCollection().last();
  return (last?.number ?? 0) + 1;
}
