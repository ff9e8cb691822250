/**
 * Earlier words and places of a note, kept so that none is lost, and folded so that a note
 * that is worked on for an hour is not kept whole for each of its changes.
 */
import type { Note } from '../model/note';
import { isSamePlace } from './same-place';
import { wordsLost } from './words-lost';

/** What a note no longer shows, from one session of writing. */
export interface NoteVersion {
  /** UUID. */
  id: string;
  noteId: string;
  /** {@link Note.updatedAt} of `note`. */
  updatedAt: number;
  /** When it gave way, in ms since the epoch. */
  keptAt: number;
  /** The first state of the session that gave way with words of its own, or one with a tag or a place of its own, whole. */
  note: Note;
  /** Passages that went later in the session and do not stand in `note`, in the order in which they went. */
  removed: string[];
}

/** For so long after a version was made, what else goes is added to it, in ms. */
export const WRITING_SESSION = 10 * 60_000;

export interface GivingWay {
  /** The state that gave way (`merge-note.ts`). */
  superseded: Note;
  /** The state that stands. */
  standing: Note;
  /** Milliseconds since the epoch. */
  now: number;
  /** For a new version. */
  newId: string;
}

/**
 * The version to write so that no word, no tag and no place of the superseded state is
 * lost: a new one, or one of `kept` with a passage added. Null when the note
 * and its versions hold everything already, as when a sentence is erased
 * letter by letter.
 */
export function foldVersion(
  kept: readonly NoteVersion[],
  { superseded, standing, now, newId }: GivingWay,
): NoteVersion | null {
  const lost = wordsLost(superseded.body, standing.body);
  const holdsTags = superseded.tags.every(
    (tag) =>
      standing.tags.includes(tag) || kept.some(({ note }) => note.tags.includes(tag)),
  );
  const holdsWords = lost === '' || kept.some((version) => shows(version, lost));
  const holdsPlace =
    isSamePlace(superseded.target, standing.target) ||
    kept.some(({ note }) => isSamePlace(superseded.target, note.target));
  if (holdsTags && holdsWords && holdsPlace) return null;
  const session = kept.find(({ keptAt }) => isWithinSession(keptAt, now));
  if (session !== undefined && holdsTags && holdsPlace) {
    return { ...session, removed: [...session.removed, lost] };
  }
  const { id: noteId, updatedAt } = superseded;
  return { id: newId, noteId, updatedAt, keptAt: now, note: superseded, removed: [] };
}

function shows({ note, removed }: NoteVersion, words: string): boolean {
  return note.body.includes(words) || removed.some((passage) => passage.includes(words));
}

/** A clock that was set back begins a session of its own. */
function isWithinSession(keptAt: number, now: number): boolean {
  return now >= keptAt && now - keptAt < WRITING_SESSION;
}
