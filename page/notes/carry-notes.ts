/**
 * Notes that travel: those of copies of the text are offered to it, and the
 * page's own of which the place is not beyond doubt wait to be confirmed.
 */
import { describePassage } from '@/core/anchoring/describe-passage';
import { urlKey } from '@/core/article/normalise-url';
import type { Note, NoteTarget } from '@/core/model/note';
import type { Result } from '@/core/model/result';
import type { Anchor } from '@/core/model/selector';
import type { Kin } from '@/core/model/story';
import type { PlacedNote } from '../reader-ports';
import type { Reading } from '../reading';
import type { NotesDesk } from './notes-desk';

export interface CarryOffer {
  note: Note;
  /** The copy from which it comes; null for a note of this very page. */
  from: Kin | null;
  /** Where it stands in this text; an orphan has no place and cannot be accepted. */
  anchor: Anchor;
  state: 'waiting' | 'accepted' | 'refused';
}

export interface CarryingPorts<Failure> {
  reading(): Reading | null;
  desk: Pick<NotesDesk<Failure>, 'make' | 'keepNow' | 'change' | 'giveBack' | 'flush'>;
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
  /** Not wanted here. The page's own is left as it is, and asked about no more in this text. */
  refuse(noteId: string): Promise<Result<unknown, Failure>>;
  /** Takes back `accept` or `refuse`. */
  undo(noteId: string): Promise<Result<unknown, Failure>>;
  /** There is another encounter, or another text. */
  refresh(): void;
}

type Decision = { text: string; offer: CarryOffer } & (
  | { type: 'refused' }
  | { type: 'taken'; madeId: string }
  | { type: 'confirmed'; before: NoteTarget }
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

  function isDecided({ id }: Note): boolean {
    return decisions.has(keyOf(id));
  }

  function offers(): CarryOffer[] {
    const reading = ports.reading();
    if (!reading) return [];
    const waiting = [...offersOfCopies(reading), ...offersOfPage(reading)].filter(
      ({ note }) => !isDecided(note),
    );
    const decided = [...decisions].flatMap(
      ([key, { text, offer, type }]): CarryOffer[] => {
        const isHere = key === keyOf(offer.note.id) && text === reading.model.text;
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
        decisions.set(keyOf(noteId), { type: 'taken', madeId: made.id, text, offer });
        refresh();
      } else {
        const before = note.target;
        decisions.set(keyOf(noteId), { type: 'confirmed', before, text, offer });
        const selector = describePassage(text, anchor.start, anchor.end);
        desk.change(noteId, { target: { type: 'passage', selector } });
        desk.flush();
      }
      return true;
    },
    async refuse(noteId) {
      const offer = find(noteId);
      if (!offer) return DONE;
      const key = keyOf(noteId);
      const text = ports.reading()?.model.text ?? '';
      decisions.set(key, { type: 'refused', text, offer });
      refresh();
      if (!offer.from) return DONE;
      return tell(noteId, true, () => decisions.delete(key));
    },
    async undo(noteId) {
      const key = keyOf(noteId);
      const decision = decisions.get(key);
      if (!decision) return DONE;
      decisions.delete(key);
      refresh();
      if (decision.type === 'taken') return desk.giveBack(decision.madeId);
      if (decision.type === 'confirmed') {
        desk.change(noteId, { target: decision.before });
        desk.flush();
        return DONE;
      }
      if (!decision.offer.from) return DONE;
      return tell(noteId, false, () => decisions.set(key, decision));
    },
  };
}

function offersOfCopies({ encounter, carried }: Reading): CarryOffer[] {
  const homes = new Map(encounter?.carried.map(({ note, from }) => [note.id, from]));
  return carried.flatMap(({ note, anchor }): CarryOffer[] => {
    const from = homes.get(note.id);
    return from && anchor ? [{ note, anchor, from, state: 'waiting' }] : [];
  });
}

function offersOfPage({ notes }: Reading): CarryOffer[] {
  return notes.flatMap(({ note, anchor }: PlacedNote): CarryOffer[] =>
    anchor?.status === 'probable' || anchor?.status === 'changed'
      ? [{ note, anchor, from: null, state: 'waiting' }]
      : [],
  );
}

function placeOf({ anchor }: CarryOffer): number {
  return anchor.start ?? Infinity;
}
