/** What the buttons that concern notes do. */
import type { PopupActions } from '@/components/popup/popup-view';
import type { Note } from '@/core/model/note';
import { bringBack } from '@/core/notes/earlier-words';
import { changeBack, type NoteChange } from '@/core/notes/note-change';
import { sendToPage } from '@/messaging/client';
import type { PlaceAnswer } from '@/messaging/protocol';
import type { Acts } from '@/page/notes/undo-acts';
import type { PageFollower } from './follow-page';
import type { Language } from './language';
import type { NoteDesk } from './note-desk';
import type { Speaker } from './speaker';

interface Ports {
  tabId: number | null;
  page: PageFollower;
  desk: NoteDesk;
  speaker: Speaker;
  /** What was done to notes, for the keys that undo it. */
  acts: Acts;
  language: Language;
  leave: () => void;
}

type NoteActions = Pick<
  PopupActions,
  'jumpToNote' | 'settlePlace' | 'relinkNote' | 'changeNote' | 'deleteNote' | 'bringBack'
>;

export function noteActions(ports: Ports): NoteActions {
  const { tabId, desk, speaker, language } = ports;
  const t = () => language.translator.value;

  /** Notes how it was before; gives the way back. */
  function noteChange(note: Note, change: NoteChange): () => void {
    const was = changeBack(note, change);
    return ports.acts.did({
      undo: () => desk.change(note.id, was),
      redo: () => desk.change(note.id, change),
    });
  }

  const find = (noteId: string) => desk.notes.value.find(({ id }) => id === noteId);

  return {
    jumpToNote(noteId) {
      if (tabId === null) return;
      void sendToPage(tabId, 'jump-to-note', { noteId }).then((reply) => {
        if (!reply.ok) speaker.complainOf(reply.error.code);
        else if (!reply.value.found) speaker.complain(t().t('anchor.orphan'));
      });
    },
    settlePlace(noteId, isHere) {
      void settle(ports, noteId, isHere ? 'here' : 'not-here').then((done) => {
        if (!done) return;
        const words = t().t(isHere ? 'notice.note-confirmed' : 'notice.note-unplaced');
        speaker.say(words, () => void settle(ports, noteId, 'undo'));
      });
    },
    relinkNote(noteId) {
      if (tabId === null) return;
      void sendToPage(tabId, 'relink-note', { noteId }).then((reply) => {
        if (!reply.ok) speaker.complainOf(reply.error.code);
        // The words are selected in the page: the popup must not stand in the way.
        else if (reply.value.found) ports.leave();
        else speaker.complainOf('not-found');
      });
    },
    changeNote(noteId, change) {
      // Words have an undo of their own, in their field.
      const note = find(noteId);
      if (note && change.body === undefined && (change.colour || change.tags))
        noteChange(note, change);
      desk.change(noteId, change);
    },
    deleteNote: deletionOf(ports),
    bringBack(noteId, earlier) {
      const note = find(noteId);
      if (!note) return;
      const change = bringBack(earlier, note);
      const undo = noteChange(note, change);
      desk.change(noteId, change);
      speaker.say(t().t('notice.words-back'), undo);
    },
  };
}

/** Tells the page the reader's word on a note's place; whether it could be done. */
async function settle(
  { tabId, page, speaker }: Ports,
  noteId: string,
  answer: PlaceAnswer,
): Promise<boolean> {
  if (tabId === null) return false;
  const reply = await sendToPage(tabId, 'settle-note', { noteId, answer });
  if (!reply.ok) speaker.complainOf(reply.error.code);
  else if (!reply.value.done) speaker.complainOf('not-found');
  await page.lookAgain();
  return reply.ok && reply.value.done;
}

/** Deletes, and offers to undo: all that was deleted while the offer stood. */
function deletionOf({ desk, speaker, language, acts }: Ports): (noteId: string) => void {
  /** Those that the offer on show would bring back. */
  let offered: (() => void)[] = [];

  function undo(): void {
    for (const back of offered) back();
  }

  const set = (noteId: string, deleted: boolean): void => {
    void desk.setDeleted(noteId, deleted).then((done) => {
      if (!done.ok) speaker.complainOf(done.code);
    });
  };

  return (noteId) => {
    void desk.setDeleted(noteId, true).then((done) => {
      if (!done.ok) return speaker.complainOf(done.code);
      const back = acts.did({
        undo: () => set(noteId, false),
        redo: () => set(noteId, true),
      });
      offered = speaker.offers(undo) ? [...offered, back] : [back];
      const words = language.translator.value.t('popup.deleted', {
        count: offered.length,
      });
      speaker.say(words, undo);
    });
  };
}
