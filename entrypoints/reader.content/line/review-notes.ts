import type { LineActions, ReviewView } from '@/components/line/line-view';
import type { Notice } from '@/components/overlay/overlay-view';
import type { Failure } from '@/messaging/protocol';
import { leadTo } from '@/page/navigation/lead-to';
import type { Carrying } from '@/page/notes/carry-notes';
import type { Reader } from '@/page/pipeline';
import type { Span } from '@/page/text/text-model';
import { done, type LineState, problem } from './line-state';

export type ReviewedNotes = Pick<
  Carrying<Failure>,
  'offers' | 'accept' | 'refuse' | 'relink' | 'undo'
>;

interface Ports {
  document: Document;
  reader: Pick<Reader<Failure>, 'reading' | 'flash'>;
  carrying: ReviewedNotes;
  state: () => LineState;
  draw: () => void;
  say: (notice: Notice | null) => void;
}

export interface NotesReview
  extends Pick<
    LineActions,
    'openReview' | 'stepOffer' | 'answerOffer' | 'stopPlacing' | 'undoAnswer'
  > {
  view(): ReviewView;
  /** Opens at this note; false when it is not offered. */
  openAt(noteId: string): boolean;
  /** Opens at this note of the page, to select its words; false when it has its place. */
  placeAt(noteId: string): boolean;
  /** The words of a text to which the note at hand belongs were selected. */
  place(text: string, span: Span): void;
}

/** Leads through the notes that are offered to the article, and does what the reader says of them. */
export function reviewNotes(ports: Ports): NotesReview {
  const { document, reader, carrying, state, draw, say } = ports;
  /** The notes that were answered here, the latest last. */
  let answered: string[] = [];

  function view(): ReviewView {
    const offers = carrying.offers();
    const found = offers.findIndex(({ note }) => note.id === state().reviewing);
    const at = found < 0 ? offers.length : found;
    return { offers, at, isPlacing: found >= 0 && state().isPlacing };
  }

  function lookAt(index: number): void {
    const offer = carrying.offers()[index];
    state().reviewing = offer?.note.id ?? null;
    state().isPlacing = false;
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

  function setPlacing(isPlacing: boolean): void {
    state().isPlacing = isPlacing;
    if (isPlacing) state().notice = null;
    draw();
  }

  /** One thing was done with a note, and can be taken back. */
  function tellDone(noteId: string, key: string): void {
    answered = [...answered.filter((other) => other !== noteId), noteId];
    state().notice = done(key, () => undo(noteId));
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
    placeAt(noteId) {
      const offer = carrying.offers().find(({ note }) => note.id === noteId);
      if (!offer || offer.from || !openAt(noteId)) return false;
      setPlacing(true);
      return true;
    },
    place(text, span) {
      const { offers, at, isPlacing } = view();
      const offer = offers[at];
      if (!isPlacing || !offer || !carrying.relink(offer.note.id, text, span)) return;
      tellDone(offer.note.id, 'note-placed');
      lookForNext(at);
    },
    stopPlacing: () => setPlacing(false),
    openReview(noteId) {
      state().notice = null;
      if (noteId !== undefined && openAt(noteId)) return;
      state().shows = 'review';
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
      const { offers, at, isPlacing } = view();
      const offer = offers[at];
      if (isPlacing || offer?.state !== 'waiting') return;
      const { note, from, anchor } = offer;
      const isOrphan = from === null && anchor.status === 'orphan';
      if (answer === 'accepted') {
        if (isOrphan) return setPlacing(true);
        if (!carrying.accept(note.id)) return;
        tellDone(note.id, from ? 'note-carried' : 'note-confirmed');
        return lookForNext(at);
      }
      void carrying.refuse(note.id).then((reply) => {
        if (!reply.ok) lookAgain(note.id, problem(reply.error));
      });
      if (from || isOrphan) {
        tellDone(note.id, from ? 'note-refused' : 'note-left');
        return lookForNext(at);
      }
      // It has no place now: it can be given one.
      tellDone(note.id, 'note-unplaced');
      draw();
    },
    undoAnswer() {
      const { offers, at } = view();
      const here = offers[at];
      const noteId = here && here.state !== 'waiting' ? here.note.id : answered.at(-1);
      if (noteId !== undefined) undo(noteId);
    },
  };
}
