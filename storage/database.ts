import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import type { Article } from '../core/model/article';
import type { Note } from '../core/model/note';
import type { Story } from '../core/model/story';
import type { NoteVersion } from '../core/notes/note-version';
import { backUpBeforeUpgrade } from './back-up-before-upgrade';
import {
  failureOf,
  MigrationFailedError,
  NewerDatabaseError,
  UpgradeBlockedError,
} from './failure';
import { versionOnDisk } from './read-raw';
import {
  type Forgetting,
  type Forgotten,
  type ForgottenVisit,
  type HistoryEntry,
  type KeptCorrection,
  type KeptFingerprint,
  type KeptPlace,
  type KeptReading,
  type KeptSegment,
  type KnownEntity,
  type Membership,
  type MetaRecord,
  type Refusal,
  SCHEMA_VERSION,
  type Sighting,
  STORES_V1,
  STORES_V2,
  STORES_V3,
  type Stale,
} from './schema';
import { markStale } from './search/mark-stale';
import { siteOf } from './site-switch';

export const DATABASE_NAME = 'hawashi';

/** How long to wait for another context that keeps an older version open, in ms: less than a client waits for an answer. */
const OPEN_TIMEOUT = 5_000;

/** The database of the extension's own origin; never to be opened from a content script. */
export class HawashiDatabase extends Dexie {
  declare articles: EntityTable<Article, 'id'>;
  declare notes: EntityTable<Note, 'id'>;
  declare versions: EntityTable<NoteVersion, 'id'>;
  declare entities: EntityTable<KnownEntity, 'id'>;
  declare sightings: Table<Sighting, [entityId: string, articleId: string]>;
  declare meta: EntityTable<MetaRecord, 'key'>;
  declare history: Table<HistoryEntry, string>;
  declare fingerprints: EntityTable<KeptFingerprint, 'number'>;
  declare readings: Table<KeptReading, string>;
  declare stories: EntityTable<Story, 'id'>;
  declare memberships: Table<Membership, [storyId: string, articleId: string]>;
  declare corrections: Table<KeptCorrection, [first: string, second: string]>;
  declare refusals: Table<Refusal, [noteId: string, articleId: string]>;
  declare forgettings: Table<Forgetting, string>;
  declare forgotten: Table<Forgotten, [token: string, part: number]>;
  declare forgottenVisits: Table<ForgottenVisit, string>;
  declare places: EntityTable<KeptPlace, 'noteId'>;
  declare segments: Table<KeptSegment, [from: string, to: string, stamp: string]>;
  declare stale: EntityTable<Stale, 'articleId'>;

  /** Called when the index of notes has something to look at again. */
  onStale: (() => void) | null = null;

  private opening: Promise<void> | null = null;
  /** Another context keeps an older version open, and was asked to let go of it. */
  private isBlocked = false;
  /** Why the upgrade did not work. It is not tried again: what did not work on this data will not. */
  private failedMigration: MigrationFailedError | null = null;
  /** What an older version wrote, into the backup: once, however often the opening is tried. */
  private backingUp: Promise<void> | null = null;

  constructor(name: string) {
    super(name, { indexedDB: withoutDowngrade(indexedDB), IDBKeyRange });
    this.version(1).stores(STORES_V1);
    this.version(2).stores(STORES_V2).upgrade(rememberOpened);
    this.version(SCHEMA_VERSION).stores(STORES_V3);
    markStale(this);
    this.on('blocked', () => {
      this.isBlocked = true;
    });
  }

  /**
   * Opens the connection if it is not, whoever closed it. Concurrent callers
   * share one attempt.
   */
  async ensureOpen(): Promise<void> {
    if (this.isOpen()) return;
    this.opening ??= this.openInTime().finally(() => {
      this.opening = null;
    });
    await this.opening;
  }

  /**
   * Closes a connection that failed, so that the next operation gets a new one;
   * does nothing when another caller has replaced it already.
   */
  giveUp(connection: IDBDatabase | null): void {
    if (connection !== null && this.isOpen() && this.backendDB() === connection) {
      this.close({ disableAutoOpen: false });
    }
  }

  private async openInTime(): Promise<void> {
    if (this.failedMigration !== null) throw this.failedMigration;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(this.lateness()), OPEN_TIMEOUT);
    });
    try {
      await Promise.race([this.openOrSayWhy(), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  private lateness(): Error {
    // The upgrade waits on: it goes through as soon as the other context is gone.
    if (this.isBlocked) return new UpgradeBlockedError('an older version is in use');
    return new Dexie.TimeoutError('the database did not open in time');
  }

  private async openOrSayWhy(): Promise<void> {
    const before = await versionOnDisk(this.name);
    const isUpgrade = before !== null && before < this.verno;
    if (isUpgrade) {
      this.backingUp ??= backUpBeforeUpgrade(this.name, Date.now());
      await this.backingUp;
    }
    try {
      await this.open();
    } catch (error) {
      const { code, message } = failureOf(error);
      // A full disk or a lost connection may be gone at the next try.
      if (!isUpgrade || code !== 'unexpected') throw error;
      this.failedMigration = new MigrationFailedError(
        `from version ${before} to ${this.verno}: ${message}`,
      );
      throw this.failedMigration;
    } finally {
      this.isBlocked = false;
    }
  }
}

/** Version 1 remembered what was opened by its article alone. */
async function rememberOpened(transaction: Transaction): Promise<void> {
  const articles = await transaction.table<Article>('articles').toArray();
  await transaction.table<HistoryEntry>('history').bulkPut(
    articles.map(({ id, url, lastOpenedAt }) => ({
      articleId: id,
      site: siteOf(url),
      readAt: lastOpenedAt,
    })),
  );
}

/**
 * The browser's `indexedDB`, less one thing. Dexie meets a database of a newer
 * version by opening it without saying a version, and then adds to it what it
 * misses there: that would harm what a newer extension has written.
 */
function withoutDowngrade(factory: IDBFactory): IDBFactory {
  return {
    open: (name, version) => {
      if (version === undefined) {
        throw new NewerDatabaseError(`${name} is newer than version ${SCHEMA_VERSION}`);
      }
      return factory.open(name, version);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}

/** The database, opened at its first use. */
export function openDatabase(name: string = DATABASE_NAME): HawashiDatabase {
  return new HawashiDatabase(name);
}
