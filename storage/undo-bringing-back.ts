/** The way back from a file or a backup, for a week. */
import type { Note } from '../core/model/note';
import { nextChangeTime } from '../core/notes/merge-note';
import type { BackupDatabase, BroughtBack } from './backup-database';
import { takeSightings } from './bring-sightings';
import type { HawashiDatabase } from './database';
import { mergeInto } from './notes';

const DAY = 86_400_000;
/** For so long bringing back can be undone, in ms. */
const UNDO_TIME = 7 * DAY;

function partsOf(backup: BackupDatabase, token: string) {
  return backup.restores.where('token').equals(token);
}

/**
 * Undoes it: notes that came go into the trash, those that changed say again
 * what they said, and the counts of names that came go; what the reader has
 * written since stays. Gives the number of notes.
 */
export async function undoBringingBack(
  db: HawashiDatabase,
  backup: BackupDatabase,
  { token, now }: { token: string; now: number },
): Promise<number> {
  let count = 0;
  const { notes, versions, entities, sightings } = db;
  for (const part of await partsOf(backup, token).toArray()) {
    const tables = [notes, versions, entities, sightings];
    count += await db.transaction('rw', tables, async () => {
      await takeSightings(db, part.seen ?? []);
      return undoPart(db, part, now);
    });
    await backup.restores.delete([token, part.part]);
  }
  return count;
}

async function undoPart(
  db: HawashiDatabase,
  part: BroughtBack,
  now: number,
): Promise<number> {
  const { added, before } = await findUntouched(db, part);
  for (const note of added) {
    const at = nextChangeTime(note.updatedAt, now);
    await db.notes.put({ ...note, deletedAt: now, updatedAt: at });
  }
  for (const { kept, earlier } of before) {
    const at = nextChangeTime(kept.updatedAt, now);
    await mergeInto(db, kept, { ...earlier, updatedAt: at }, now);
  }
  return added.length + before.length;
}

interface Untouched {
  /** As they came. */
  added: Note[];
  before: { kept: Note; earlier: Note }[];
}

/** What the reader has not touched since: the rest is theirs. */
async function findUntouched(
  db: HawashiDatabase,
  { added, before }: BroughtBack,
): Promise<Untouched> {
  const came = await db.notes.bulkGet(added.map(({ id }) => id));
  const changed = await db.notes.bulkGet(before.map(({ note }) => note.id));
  return {
    added: added.flatMap(({ updatedAt }, at) => {
      const note = came[at];
      const isSo = note?.updatedAt === updatedAt && note.deletedAt === null;
      return isSo ? [note] : [];
    }),
    before: before.flatMap(({ note, changedAt }, at) => {
      const kept = changed[at];
      return kept?.updatedAt === changedAt ? [{ kept, earlier: note }] : [];
    }),
  };
}

/** What the reader brought in last, and can still undo. */
export interface LastBrought {
  token: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Notes that would go into the trash. */
  added: number;
  /** Notes that would say what they said before. */
  changed: number;
  /** For so many days more it can be undone. */
  days: number;
}

/** Which it is, cheaply told: another one when more has come, or some went. Null for none. */
async function findLast(
  backup: BackupDatabase,
  now: number,
): Promise<BroughtBack | null> {
  const last = await backup.restores
    .orderBy('at')
    .reverse()
    .filter(({ asked }) => asked === true)
    .first();
  return last === undefined || last.at < now - UNDO_TIME ? null : last;
}

/**
 * Tells of it as often as it is asked, and counts only when it is another one than before: there
 * may be 100,000 notes of it. `now` in ms.
 */
export function createLastBrought(db: HawashiDatabase) {
  let known = { stamp: '', added: 0, changed: 0 };
  return async (backup: BackupDatabase, now: number): Promise<LastBrought | null> => {
    const last = await findLast(backup, now);
    if (last === null) return null;
    const { token, part, at } = last;
    const stamp = `${token} ${part}`;
    if (known.stamp !== stamp) {
      const counts = { added: 0, changed: 0 };
      for (const one of await partsOf(backup, token).toArray()) {
        const { added, before } = await findUntouched(db, one);
        counts.added += added.length;
        counts.changed += before.length;
      }
      known = { stamp, ...counts };
    }
    const { added, changed } = known;
    if (added + changed === 0) return null;
    const left = Math.ceil((at + UNDO_TIME - now) / DAY);
    return { token, at, added, changed, days: Math.min(7, Math.max(1, left)) };
  };
}

/** Lets go of what can no longer be undone; a clock set back lets go of nothing early. `now` in ms. */
export function dropOldUndo(backup: BackupDatabase, now: number): Promise<number> {
  return backup.restores
    .where('at')
    .below(now - UNDO_TIME)
    .delete();
}
