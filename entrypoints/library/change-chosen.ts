/** What is done to all chosen notes at once, with its undo. */
import type { ReadonlySignal, Signal } from '@preact/signals';
import {
  type Chosen,
  isChosen,
  NONE_CHOSEN,
  type NotesActions,
  type NotesPart,
} from '@/components/library-page/notes-view';
import type { Note } from '@/core/model/note';
import type { NoteQuery } from '@/core/model/search';
import { type NoteEdit, undoingEdit } from '@/core/notes/edit-note';
import { nextChangeTime } from '@/core/notes/merge-note';
import { sendToBackground } from '@/messaging/client';
import type { HawashiDatabase } from '@/storage/database';
import { attempt } from '@/storage/failure';
import { findNoteIds } from '@/storage/search/find-notes';
import type { Language } from '../popup/language';
import type { Speaker } from '../popup/speaker';

export interface ChosenPorts {
  db: HawashiDatabase;
  query: ReadonlySignal<NoteQuery | null>;
  chosen: Signal<Chosen>;
  busy: Signal<NotesPart['busy']>;
  speaker: Speaker;
  language: Language;
}

type Changes = Pick<NotesActions, 'tagChosen' | 'colourChosen' | 'deleteChosen'>;
type Done = 'tagged' | 'coloured' | 'deleted' | 'restored';

/** Notes of one message: few enough for one to take no noticeable time. */
const AT_ONCE = 500;

export function changeChosen(ports: ChosenPorts): Changes {
  const { chosen, busy, speaker, language } = ports;

  async function change(editOf: (note: Note) => NoteEdit, done: Done): Promise<void> {
    if (busy.value !== null) return;
    busy.value = { done: 0, all: 0 };
    try {
      const read = await attempt(ports.db, async () =>
        ports.db.notes.bulkGet(await idsOf(ports)),
      );
      if (!read.ok) return speaker.complainOf(read.error.code);
      const notes = read.value.filter((note) => note !== undefined);
      const edits = notes.map(editOf);
      const undoing = notes.map((note, index) =>
        undoingEdit(note, edits[index] ?? { noteId: note.id }),
      );
      const last = latestOf(notes);
      const count = await send(ports, edits, last);
      const { t } = language.translator.value;
      if (count === 0) return;
      // What went is not chosen any more.
      if (done === 'deleted' || done === 'restored') chosen.value = NONE_CHOSEN;
      speaker.say(t(`notes.${done}`, { count }), () => void undo(undoing));
    } finally {
      busy.value = null;
    }
  }

  async function undo(edits: readonly NoteEdit[]): Promise<void> {
    busy.value = { done: 0, all: 0 };
    const ids = edits.map(({ noteId }) => noteId);
    const read = await attempt(ports.db, () => ports.db.notes.bulkGet(ids));
    if (read.ok) await send(ports, edits, latestOf(read.value));
    else speaker.complainOf(read.error.code);
    busy.value = null;
  }

  return {
    tagChosen(tags, on) {
      const changed = ({ id, tags: its }: Note): NoteEdit => ({
        noteId: id,
        tags: on
          ? [...its, ...tags.filter((tag) => !its.includes(tag))]
          : its.filter((tag) => !tags.includes(tag)),
      });
      void change(changed, 'tagged');
    },
    colourChosen: (colour) =>
      void change(({ id }) => ({ noteId: id, colour }), 'coloured'),
    deleteChosen(deleted) {
      const done = deleted ? 'deleted' : 'restored';
      void change(({ id }) => ({ noteId: id, deleted }), done);
    },
  };
}

/** When any of these was changed last, in ms. */
function latestOf(notes: readonly (Note | undefined)[]): number {
  return notes.reduce(
    (last, note) => Math.max(last, note?.updatedAt ?? 0, note?.deletedAt ?? 0),
    0,
  );
}

/** Those chosen, in the order in which they are listed if all are. */
export async function idsOf({
  db,
  chosen: { value: chosen },
  query: { value: query },
}: Pick<ChosenPorts, 'db' | 'chosen' | 'query'>): Promise<string[]> {
  if (chosen.type === 'some') return [...chosen.ids];
  if (query === null) return [];
  return (await findNoteIds(db, query)).filter((id) => isChosen(chosen, id));
}

/** Piece by piece; `last` (ms) is when any of them was changed last. Gives how many changed. */
async function send(
  { busy, speaker }: ChosenPorts,
  edits: readonly NoteEdit[],
  last: number,
): Promise<number> {
  const at = nextChangeTime(last, Date.now());
  let changed = 0;
  for (let from = 0; from < edits.length; from += AT_ONCE) {
    busy.value = { done: from, all: edits.length };
    const piece = edits.slice(from, from + AT_ONCE);
    const reply = await sendToBackground('change-notes', { edits: piece, at });
    if (!reply.ok) {
      speaker.complainOf(reply.error.code);
      break;
    }
    changed += reply.value.changed;
  }
  return changed;
}
