import type { OverlayStage } from '@/components/overlay/overlay-stage';
import type { Notice, OverlayActions } from '@/components/overlay/overlay-view';
import type { Note } from '@/core/model/note';
import { bringBack } from '@/core/notes/earlier-words';
import { changeBack, type NoteChange } from '@/core/notes/note-change';
import { sendToBackground } from '@/messaging/client';
import type { Failure } from '@/messaging/protocol';
import type { NotesDesk } from '@/page/notes/notes-desk';
import { createActs } from '@/page/notes/undo-acts';

interface Ports {
  desk: NotesDesk<Failure>;
  stage: OverlayStage;
  /** Says what went wrong. */
  setDeleted(noteId: string, deleted: boolean): void;
  notify(notice: Notice): void;
}

type Editing = Pick<
  OverlayActions,
  'listVersions' | 'bringBack' | 'chooseWords' | 'undo'
> & {
  change(noteId: string, change: NoteChange): void;
  /** Noted, that it can be undone; gives the way back. */
  made(noteId: string): () => void;
  deleted(noteId: string): () => void;
  showForeign(note: Note): void;
};

/** What the reader does to notes in the page: each act can be undone, and no words go unseen. */
export function createEditing({ desk, stage, setDeleted, notify }: Ports): Editing {
  const acts = createActs();

  /** By other means than the fields of the editor. */
  function apply(noteId: string, change: NoteChange): void {
    const note = desk.change(noteId, change);
    if (note) stage.tellChanged(noteId, note);
  }

  /** Notes that it was so before; gives the way back. */
  function noteChange(noteId: string, change: NoteChange): (() => void) | null {
    const note = desk.find(noteId);
    if (!note) return null;
    const was = changeBack(note, change);
    return acts.did({
      undo: () => apply(noteId, was),
      redo: () => apply(noteId, change),
    });
  }

  async function listVersions(noteId: string): Promise<void> {
    const article = desk.articleOf(noteId);
    if (!article) return;
    const reply = await sendToBackground('list-versions', { article, noteId });
    if (reply.ok) stage.tellWords(noteId, { versions: reply.value.versions });
  }

  return {
    change(noteId, change) {
      // Words have an undo of their own, in their field.
      if (change.body === undefined && (change.colour || change.tags))
        noteChange(noteId, change);
      desk.change(noteId, change);
    },
    made: (noteId) =>
      acts.did({
        undo: () => setDeleted(noteId, true),
        redo: () => setDeleted(noteId, false),
      }),
    deleted: (noteId) =>
      acts.did({
        undo: () => setDeleted(noteId, false),
        redo: () => setDeleted(noteId, true),
      }),
    listVersions: (noteId) => void listVersions(noteId),
    bringBack(noteId, earlier) {
      const note = desk.find(noteId);
      if (!note) return;
      const change = bringBack(earlier, note);
      const undo = noteChange(noteId, change);
      apply(noteId, change);
      desk.flush();
      notify({
        ...{ key: 'words-back', tone: 'info' },
        ...(undo && { action: { key: 'undo', run: undo } }),
      });
    },
    chooseWords(noteId, body) {
      stage.tellWords(noteId, { elsewhere: null });
      // Also when they are the reader's own: as a change of now they stand.
      noteChange(noteId, { body });
      apply(noteId, { body });
      desk.flush();
      void listVersions(noteId);
    },
    undo(which) {
      const isDone = which === 'undo' ? acts.undo() : acts.redo();
      if (!isDone) return false;
      const isUndone = which === 'undo';
      notify({
        key: isUndone ? 'undone' : 'redone',
        tone: 'info',
        action: isUndone
          ? { key: 'redo', run: () => void acts.redo() }
          : { key: 'undo', run: () => void acts.undo() },
      });
      return true;
    },
    showForeign({ id, body }) {
      stage.tellWords(id, { elsewhere: body });
      void listVersions(id);
    },
  };
}
