import type { Note } from '../model/note';

export interface CarryingFacts {
  /** The article before the reader; null when it is not kept. */
  articleId: string | null;
  /** Notes of its copies. */
  offered: readonly Note[];
  /** Its own notes, the trash included. */
  own: readonly Note[];
  /** Ids of notes that were refused here. */
  refused: readonly string[];
  /** Notes from which others were taken over, by id, as far as they are kept. */
  sources: ReadonlyMap<string, Note>;
}

/** Notes taken over from notes taken over, and so on: more is a loop. */
const LONGEST_CHAIN = 16;

/**
 * Which notes of the copies to offer: living ones on a passage. Notes that were
 * taken over from one another count as one, which is offered once, in its
 * latest words, and not at all where one of them stands, stood or was refused.
 */
export function chooseCarried(facts: CarryingFacts): Note[] {
  const { articleId, offered, own, refused, sources } = facts;
  const origin = (note: Note) => originOf(note, sources);
  const settled = new Set([
    ...own.map((note) => origin(note).id),
    ...refused.map((id) => {
      const note = sources.get(id);
      return note === undefined ? id : origin(note).id;
    }),
  ]);
  const chosen = new Map<string, Note>();
  for (const note of offered) {
    if (note.deletedAt !== null || note.target.type !== 'passage') continue;
    const { id, articleId: home } = origin(note);
    if (settled.has(id) || home === articleId) continue;
    const rival = chosen.get(id);
    if (rival === undefined || rival.updatedAt < note.updatedAt) chosen.set(id, note);
  }
  return [...chosen.values()];
}

/** The first of the notes from which this one was taken over. */
function originOf(
  note: Note,
  sources: ReadonlyMap<string, Note>,
): { id: string; articleId: string } {
  let first: Note = note;
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    const { carriedFrom } = first;
    if (carriedFrom === undefined) break;
    const before = sources.get(carriedFrom.noteId);
    if (before === undefined) {
      return { id: carriedFrom.noteId, articleId: carriedFrom.articleId };
    }
    first = before;
  }
  return first;
}
