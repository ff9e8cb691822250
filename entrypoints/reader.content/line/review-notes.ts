import type { LineActions, ReviewView } from '@/components/line/line-view';
import type { Notice } from '@/components/overlay/overlay-view';
import type { Failure } from '@/messaging/protocol';
import { leadTo } from '@/page/navigation/lead-to';
import type { Carrying } from '@/page/notes/carry-notes';
import type { Reader } from '@/page/pipeline';
import { done, type LineState, problem } from './line-state';

interface Ports {
  document: Document;
  reader: Pick<Reader<Failure>, 'reading' | 'flash'>;
  carrying: Pick<Carrying<Failure>, 'offers' | 'accept' | 'refuse' | 'undo'>;
  state: () => LineState;
  draw: () => void;
  say: (notice: Notice | null) => void;
}

export interface NotesReview
  extends Pick<LineActions, 'openReview' | 'stepOffer' | 'answerOffer' | 'undoAnswer'> {
  view(): ReviewView;
  /** Opens at this note; false when it is not offered. */
  openAt(noteId: string): boolean;
}

/** Leads through the notes that are offered to the article, and does what the reader says of them. */
export function reviewNotes(ports: Ports): NotesReview {
  const { document, reader, carrying, state, draw, say } = ports;
  /** The notes that were answered here, the latest last. */
  let answered: string[] = [];

  function view(): ReviewView {
    const offers = carrying.offers();
    const found = offers.findIndex(({ note }) => note.id === state().reviewing);
    return { offers, at: found < 0 ? offers.length : found };
  }

  function lookAt(index: number): void {
    const offer = carrying.offers()[index];
    state().reviewing = offer?.note.id ?? null;
    if (offer && offer.anchor.status !== 'orphan') leadTo(document, reader, offer.anchor);
    draw();
  }

  /** The next that waits for an answer, from `at` on and then from the start. */
  function lookForNext(at: number): void {
    const offers = carrying.offers();
    const waiting = offers.flatMap(({ state }, index) =>
      state === 'waiting' ? [index] : [],
    );
    lookAt(waiting.find((index) => index > at) ?? waiting[0] ?? offers.length);
  }

  function openAt(noteId: string): boolean {
    const index = carrying.offers().findIndex(({ note }) => note.id === noteId);
    if (index < 0) return false;
    state().shows = 'review';
    lookAt(index);
    return true;
  }

  /** The note waits for an answer again, or still; the reader may have closed the panel meanwhile. */
  function lookAgain(noteId: string, notice: Notice | null): void {
    say(notice);
    if (state().shows === 'review') openAt(noteId);
  }

  function undo(noteId: string): void {
    answered = answered.filter((id) => id !== noteId);
    void carrying
      .undo(noteId)
      .then((reply) => lookAgain(noteId, reply.ok ? null : problem(reply.error)));
  }

  return {
    view,
    openAt,
    openReview() {
      state().shows = 'review';
      state().notice = null;
      lookForNext(-1);
    },
    stepOffer(by) {
      const { offers, at } = view();
      const { length } = offers;
      if (length === 0) return;
      const from = at === length && by > 0 ? -1 : at;
      lookAt((from + by + length) % length);
    },
    answerOffer(answer) {
      const { offers, at } = view();
      const offer = offers[at];
      if (offer?.state !== 'waiting') return;
      const { id } = offer.note;
      let key = 'note-refused';
      if (answer === 'accepted') {
        if (!carrying.accept(id)) return;
        key = offer.from ? 'note-carried' : 'note-confirmed';
      } else
        void carrying.refuse(id).then((reply) => {
          if (!reply.ok) lookAgain(id, problem(reply.error));
        });
      answered = [...answered.filter((other) => other !== id), id];
      state().notice = done(key, () => undo(id));
      lookForNext(at);
    },
    undoAnswer() {
      const { offers, at } = view();
      const here = offers[at];
      const noteId = here && here.state !== 'waiting' ? here.note.id : answered.at(-1);
      if (noteId !== undefined) undo(noteId);
    },
  };
}
