/** What waits for the reader's word in a text, undecided. */
import type { Note } from '@/core/model/note';
import type { Anchor } from '@/core/model/selector';
import type { Kin } from '@/core/model/story';
import type { PlacedNote } from '../reader-ports';
import type { Reading } from '../reading';
import { wordsNow } from './explain-place';

export interface CarryOffer {
  note: Note;
  /** The copy from which it comes; null for a note of this very page. */
  from: Kin | null;
  /** Where it stands in this text; an orphan has no place and cannot be accepted. */
  anchor: Anchor;
  /** The words that stand there now, where they are not beyond doubt those of the note. */
  now: string | null;
  state: 'waiting' | 'accepted' | 'refused';
}

/** Notes of copies that are offered, and the page's own of which the place is in doubt or lost. */
export function listOffers(reading: Reading): CarryOffer[] {
  return [...offersOfCopies(reading), ...offersOfPage(reading)];
}

function offersOfCopies({ encounter, carried, model }: Reading): CarryOffer[] {
  const homes = new Map(encounter?.carried.map(({ note, from }) => [note.id, from]));
  return carried.flatMap(({ note, anchor }): CarryOffer[] => {
    const from = homes.get(note.id);
    const now = wordsNow(model.text, { note, anchor });
    return from && anchor ? [{ note, anchor, now, from, state: 'waiting' }] : [];
  });
}

function offersOfPage({ notes, model }: Reading): CarryOffer[] {
  return notes.flatMap(({ note, anchor }: PlacedNote): CarryOffer[] => {
    const now = wordsNow(model.text, { note, anchor });
    return anchor && anchor.status !== 'anchored'
      ? [{ note, anchor, now, from: null, state: 'waiting' }]
      : [];
  });
}

/** In the order of the text, those without a place last. */
export function placeOf({ anchor }: CarryOffer): number {
  return anchor.start ?? Infinity;
}
