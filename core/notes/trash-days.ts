/**
 * When a note may leave the trash for good. A clock may be wrong, and may be set
 * back or forward at any moment; so days are counted, too: a day is over when the
 * clock has gone on by one since the last was, whatever it shows. A note goes when
 * it was seen in the trash on {@link TRASH_DAYS} of them, and the clock agrees.
 */
import type { Note } from '../model/note';

/** As long at least a note stays in the trash. */
export const TRASH_DAYS = 30;

/** Milliseconds. */
const DAY = 86_400_000;

export interface TrashDays {
  /** How many were counted. */
  count: number;
  /** By the clock, when the last was counted, or when the clock was last found wrong; ms. */
  at: number;
  /** What was in the trash then, with the count at which it was first seen there. */
  seen: { noteId: string; deletedAt: number; since: number }[];
}

export interface DayPassed {
  days: TrashDays;
  /** May go now. */
  gone: string[];
}

/**
 * What is so at `now` (ms) with these notes in the trash; null while the day is not
 * over. A clock that was set back, or has jumped by a month and more, counts no day.
 */
export function passDay(
  before: TrashDays | null,
  trash: readonly Pick<Note, 'id' | 'deletedAt'>[],
  now: number,
): DayPassed | null {
  if (before === null) return passDay({ count: 0, at: now - DAY, seen: [] }, trash, now);
  const passed = now - before.at;
  if (passed >= 0 && passed < DAY) return null;
  if (passed < 0 || passed > TRASH_DAYS * DAY) {
    return { days: { ...before, at: now }, gone: [] };
  }
  const count = before.count + 1;
  const known = new Map(before.seen.map((one) => [one.noteId, one]));
  const seen = trash.flatMap(({ id: noteId, deletedAt }) => {
    if (deletedAt === null) return [];
    const same = known.get(noteId);
    // Taken out and thrown away again: from the beginning.
    const since = same?.deletedAt === deletedAt ? same.since : count;
    return [{ noteId, deletedAt, since }];
  });
  const isOver = ({ since, deletedAt }: TrashDays['seen'][number]): boolean =>
    count - since >= TRASH_DAYS && now - deletedAt >= TRASH_DAYS * DAY;
  return {
    days: { count, at: now, seen: seen.filter((one) => !isOver(one)) },
    gone: seen.filter(isOver).map(({ noteId }) => noteId),
  };
}
