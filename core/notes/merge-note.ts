/**
 * Which of two states of one note stands, and what must be kept of the other.
 *
 * Every change of a note, a deletion too, carries the time at which the reader
 * made it, and the later one stands. The order of arrival does not matter, and
 * neither does arriving twice: `merge(merge(a, b), b)` is `merge(a, b)` is
 * `merge(b, a)`. The loser's words and its place are never dropped silently:
 * the caller keeps what the winner does not show (`note-version.ts`).
 */
import type { Note } from '../model/note';
import type { PassageSelector } from '../model/selector';
import { isSamePlace } from './same-place';
import { wordsLost } from './words-lost';

export interface MergedNote {
  note: Note;
  /** The state that gave way with words or a place that `note` does not show; null when nothing would be lost. */
  superseded: Note | null;
}

/** Both must have the same id. The first `articleId` and `createdAt` stay: a note never moves. `note` is `kept` itself when that stands. */
export function mergeNote(kept: Note, incoming: Note): MergedNote {
  if (compareNotes(incoming, kept) <= 0) {
    return { note: kept, superseded: saysMore(incoming, kept) ? incoming : null };
  }
  const { articleId, createdAt } = kept;
  return {
    note: { ...incoming, articleId, createdAt },
    superseded: saysMore(kept, incoming) ? kept : null,
  };
}

/**
 * The time to give to a change made now: later than the state it changes, even
 * when the clock was set back in between, else the change would count as older.
 * Milliseconds since the epoch.
 */
export function nextChangeTime(previous: number, now: number): number {
  return Math.max(now, previous + 1);
}

/** Later change first; between changes of the same millisecond any fixed order will do. */
function compareNotes(a: Note, b: Note): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt - b.updatedAt;
  const left = orderKey(a);
  const right = orderKey(b);
  return left === right ? 0 : left < right ? -1 : 1;
}

function orderKey(note: Note): string {
  const { body, colour, tags, deletedAt, target } = note;
  // The note with words stands over the one without, the living over the deleted.
  return JSON.stringify([
    deletedAt === null ? 1 : 0,
    body.length,
    body,
    colour,
    tags,
    deletedAt,
    target.type === 'passage' ? selectorKey(target.selector) : null,
    (target.type === 'passage' && target.notHere) || null,
  ]);
}

function selectorKey(selector: PassageSelector): unknown[] {
  // Field by field: the order of an object's keys changes on its way through a message.
  const { exact, prefix, suffix, start, end, path, block } = selector;
  return [start, end, exact, prefix, suffix, path ?? null, block ?? null];
}

/** True when `loser` has words, tags or a place that are not to be found in `winner`. */
function saysMore(loser: Note, winner: Note): boolean {
  if (!isSamePlace(loser.target, winner.target)) return true;
  if (wordsLost(loser.body, winner.body) !== '') return true;
  return loser.tags.some((tag) => !winner.tags.includes(tag));
}
