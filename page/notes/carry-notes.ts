/**
 * Notes that travel: those of copies of the text are offered to it; the page's
 * own of which the place is not beyond doubt wait to be confirmed, and those
 * without one to be given another.
 */
import { describePassage } from '@/core/anchoring/describe-passage';
import { urlKey } from '@/core/article/normalise-url';
import type { Note, NoteTarget, PassageTarget } from '@/core/model/note';
import type { Result } from '@/core/model/result';
import type { Reading } from '../reading';
import { pathAt } from '../text/block-path';
import type { Span } from '../text/text-model';
import { type CarryOffer, listOffers, placeOf } from './list-offers';
import type { NotesDesk } from './notes-desk';

export interface CarryingPorts<Failure> {
  reading(): Reading | null;
  desk: Pick<
    NotesDesk<Failure>,
    'make' | 'keepNow' | 'change' | 'find' | 'giveBack' | 'flush'
  >;
  /** These notes of copies are painted as offered. */
  show(notes: readonly Note[]): void;
  /** A note of a copy is not wanted in this article, or is again. `at` in ms. */
  refuse(
    noteId: string,
    articleId: string,
    refused: boolean,
    at: number,
  ): Promise<Result<unknown, Failure>>;
}

export interface Carrying<Failure> {
  /** In the order of the text, orphans last; with those that were decided on in this text. */
  offers(): CarryOffer[];
  /**
   * A note of a copy becomes a note of this article, described anew in its
   * text; the page's own is described anew where it was found. False when it
   * is not there to be accepted.
   */
  accept(noteId: string): boolean;
  /**
   * Not wanted here. The page's own loses the place at which it was found, for
   * good; one without a place is left so, and asked about no more in this text.
   */
  refuse(noteId: string): Promise<Result<unknown, Failure>>;
  /** These words of the text are those of a note of the page. False when there is no such note. */
  relink(noteId: string, text: string, span: Span): boolean;
  /** Takes back the latest `accept`, `refuse` or `relink`. */
  undo(noteId: string): Promise<Result<unknown, Failure>>;
  /** There is another encounter, or another text. */
  refresh(): void;
}

type Decision = {
  text: string;
  offer: CarryOffer;
  /** What was decided of it before. */
  earlier: Decision | undefined;
} & (
  | { type: 'refused' }
  | { type: 'taken'; madeId: string }
  /** It has another place, or none where it had one. */
  | { type: 'placed' | 'denied'; before: NoteTarget }
);

const DONE = { ok: true, value: null } as const;

export function createCarrying<Failure>(
  ports: CarryingPorts<Failure>,
): Carrying<Failure> {
  const { desk } = ports;
  /** By article and note: one note may be offered to several. */
  const decisions = new Map<string, Decision>();

  function keyOf(noteId: string): string {
    const reading = ports.reading();
    return `${reading ? urlKey(reading.facts) : ''}\n${noteId}`;
  }

  /** Of a note of the page a word holds for the text of which it was said. */
  function isDecided({ id }: Note): boolean {
    const decision = decisions.get(keyOf(id));
    if (!decision || decision.type === 'denied') return false;
    return decision.offer.from !== null || decision.text === textNow();
  }

  function textNow(): string {
    return ports.reading()?.model.text ?? '';
  }

  function offers(): CarryOffer[] {
    const reading = ports.reading();
    if (!reading) return [];
    const waiting = listOffers(reading).filter(({ note }) => !isDecided(note));
    const decided = [...decisions].flatMap(
      ([key, { text, offer, type }]): CarryOffer[] => {
        const isHere = key === keyOf(offer.note.id) && text === reading.model.text;
        if (type === 'denied') return [];
        const state = type === 'refused' ? 'refused' : 'accepted';
        return isHere ? [{ ...offer, state }] : [];
      },
    );
    return [...waiting, ...decided].sort((a, b) => placeOf(a) - placeOf(b));
  }

  function find(noteId: string): CarryOffer | undefined {
    return offers().find(({ note, state }) => note.id === noteId && state === 'waiting');
  }

  function refresh(): void {
    const reading = ports.reading();
    const notes = (reading?.encounter?.carried ?? [])
      .map(({ note }) => note)
      .filter((note) => !isDecided(note));
    if (notes.length > 0 || (reading?.carried.length ?? 0) > 0) ports.show(notes);
  }

  /** Tells the background of a change of mind; if that fails all is as before. */
  async function tell(
    noteId: string,
    refused: boolean,
    revert: () => void,
  ): Promise<Result<unknown, Failure>> {
    const articleId = ports.reading()?.articleId ?? null;
    // What is not remembered is not remembered to be refused.
    if (articleId === null) return DONE;
    const reply = await ports.refuse(noteId, articleId, refused, Date.now());
    if (!reply.ok) {
      revert();
      refresh();
    }
    return reply;
  }

  /** The offer of a note of the page, whether it waits or was decided on. */
  function ownOffer(noteId: string): CarryOffer | undefined {
    return offers().find(({ note, from }) => note.id === noteId && from === null);
  }

  function place(offer: CarryOffer, text: string, { start, end }: Span): void {
    const { note } = offer;
    const key = keyOf(note.id);
    const before = desk.find(note.id)?.target ?? note.target;
    const earlier = decisions.get(key);
    decisions.set(key, { type: 'placed', before, text, offer, earlier });
    const model = ports.reading()?.model;
    const path = model?.text === text ? pathAt(model, start) : undefined;
    const selector = describePassage(text, start, end, path);
    change(note.id, { type: 'passage', selector });
  }

  function deny(offer: CarryOffer, target: PassageTarget, { start, end }: Span): void {
    const { id } = offer.note;
    const key = keyOf(id);
    const text = textNow();
    const notHere = text.slice(start, end);
    // Said already, and the place on its way out.
    if (target.notHere === notHere) return;
    const earlier = decisions.get(key);
    decisions.set(key, { type: 'denied', before: target, text, offer, earlier });
    change(id, { ...target, notHere });
  }

  function change(noteId: string, target: NoteTarget): void {
    desk.change(noteId, { target });
    desk.flush();
  }

  return {
    offers,
    refresh,
    accept(noteId) {
      const reading = ports.reading();
      const offer = find(noteId);
      if (!reading || !offer || offer.anchor.status === 'orphan') return false;
      const { note, anchor, from } = offer;
      const { text } = reading.model;
      if (from) {
        const made = desk.make(reading, anchor, note.colour, {
          body: note.body,
          tags: note.tags,
          carriedFrom: { noteId, articleId: note.articleId },
        });
        desk.keepNow(made.id);
        const earlier = decisions.get(keyOf(noteId));
        decisions.set(keyOf(noteId), {
          ...{ type: 'taken', madeId: made.id, text, offer, earlier },
        });
        refresh();
      } else place(offer, text, anchor);
      return true;
    },
    async refuse(noteId) {
      const offer = find(noteId);
      if (!offer) return DONE;
      const { from, anchor, note } = offer;
      const target = desk.find(noteId)?.target ?? note.target;
      if (!from && anchor.status !== 'orphan' && target.type === 'passage') {
        deny(offer, target, anchor);
        return DONE;
      }
      const key = keyOf(noteId);
      const earlier = decisions.get(key);
      decisions.set(key, { type: 'refused', text: textNow(), offer, earlier });
      refresh();
      if (!from) return DONE;
      return tell(noteId, true, () => decisions.delete(key));
    },
    relink(noteId, text, span) {
      const offer = ownOffer(noteId);
      if (offer) place(offer, text, span);
      return offer !== undefined;
    },
    async undo(noteId) {
      const key = keyOf(noteId);
      const decision = decisions.get(key);
      if (!decision) return DONE;
      decisions.delete(key);
      if (decision.earlier) decisions.set(key, decision.earlier);
      refresh();
      if (decision.type === 'taken') return desk.giveBack(decision.madeId);
      if (decision.type === 'placed' || decision.type === 'denied') {
        change(noteId, decision.before);
        return DONE;
      }
      if (!decision.offer.from) return DONE;
      return tell(noteId, false, () => decisions.set(key, decision));
    },
  };
}
