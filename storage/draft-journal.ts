/**
 * What is being written, on the disk before anybody has acknowledged it:
 * entries of `storage.local`, which a page writes itself, with the background dead.
 *
 * An entry never changes: newer words get a key of their own, and then the older
 * one goes. So whoever removes an entry that was saved can never take words with
 * it that came meanwhile, and two tabs that write one note never share a key.
 */
import { browser } from 'wxt/browser';
import type { ArticleFacts } from '../core/model/article';
import type { NoteDraft } from '../core/model/note';
import { watchKeys } from './watch-keys';

const PREFIX = 'draft:';
/** Entries that cannot be read: nobody deletes them. */
const ASIDE = 'draft-damaged:';

/** All it takes to save the note: the request `save-note` (`messaging/protocol.ts`). */
interface DraftEntry {
  article: ArticleFacts;
  note: NoteDraft;
}

export interface DraftJournal {
  /** The newest words. One write at a time for each note, the newest of what came meanwhile follows. */
  write(article: ArticleFacts, note: NoteDraft): void;
  /** This state was acknowledged: its entry goes, unless there are newer words. */
  settle(note: NoteDraft): void;
  /** Whether the newest words of a note outlive this page: nothing of it is on its way to the disk, or failed to get there. */
  holds(noteId: string): boolean;
}

interface Line {
  newest: DraftEntry;
  /** What is kept, under its key. */
  kept: { entry: DraftEntry; key: string } | null;
  isBusy: boolean;
  isSettled: boolean;
}

/** `onFailure`: the newest words of a note could not be written. */
export function createDraftJournal(onFailure: (noteId: string) => void): DraftJournal {
  // No UUID: pages without https have none.
  const writer = Math.random().toString(36).slice(2);
  let count = 0;
  const lines = new Map<string, Line>();

  /** Brings the disk to the newest words, or to none when they are saved. */
  async function work(noteId: string, line: Line): Promise<void> {
    line.isBusy = true;
    while (line.kept?.entry !== line.newest && !line.isSettled) {
      const entry = line.newest;
      const key = `${PREFIX}${noteId}:${writer}${count++}`;
      try {
        await local().set({ [key]: entry });
        drop(line);
        line.kept = { entry, key };
      } catch {
        // Full, or cut off by an update of the extension. The next words try again.
        if (line.newest !== entry || line.isSettled) continue;
        line.isBusy = false;
        return onFailure(noteId);
      }
    }
    line.isBusy = false;
    if (line.isSettled) drop(line);
  }

  /** What cannot be removed is saved once more some day, which changes nothing. */
  function drop({ kept }: Line): void {
    if (kept)
      local()
        .remove(kept.key)
        .catch(() => {});
  }

  return {
    write(article, note) {
      const newest = { article, note };
      const line = lines.get(note.id) ?? {
        ...{ newest, kept: null, isBusy: false, isSettled: false },
      };
      line.newest = newest;
      lines.set(note.id, line);
      if (!line.isBusy) void work(note.id, line);
    },
    settle({ id, updatedAt }) {
      const line = lines.get(id);
      if (!line || line.newest.note.updatedAt > updatedAt) return;
      lines.delete(id);
      line.isSettled = true;
      if (!line.isBusy) void work(id, line);
    },
    holds(noteId) {
      const line = lines.get(noteId);
      return line === undefined || line.kept?.entry === line.newest;
    },
  };
}

/** In a private window nothing is written down: unsaved words do not outlive their page there. */
export const NO_JOURNAL: DraftJournal = {
  write() {},
  settle() {},
  holds: () => false,
};

/** Looked up at each call: after an update of the extension it is no longer there. */
function local(): typeof browser.storage.local {
  return browser.storage.local;
}

/** Unread: its shape is whatever lies on the disk. */
interface RawEntry {
  key: string;
  value: unknown;
}

async function readEntries(prefix: string): Promise<RawEntry[]> {
  const kept = await local().get(null);
  return Object.entries(kept)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, value]) => ({ key, value }));
}

export function readDrafts(): Promise<RawEntry[]> {
  return readEntries(PREFIX);
}

/** Those that were set aside. */
export function readDamagedDrafts(): Promise<RawEntry[]> {
  return readEntries(ASIDE);
}

/** Calls `listener` whenever words are written down or settled, in whatever context. */
export function watchDrafts(listener: () => void, signal: AbortSignal): void {
  watchKeys((key) => key.startsWith(PREFIX), listener, signal);
}

/** An entry whose words are saved. */
export function removeDraft(key: string): Promise<void> {
  return local().remove(key);
}

/** An entry that is none: kept under another name, so that it stands in nobody's way. */
export async function setDraftAside(key: string, value: unknown): Promise<void> {
  await local().set({ [ASIDE + key.slice(PREFIX.length)]: value });
  await removeDraft(key);
}
