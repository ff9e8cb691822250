import type { Note } from '@/core/model/note';
import type { PlacedNote } from '../reader-ports';
import { explainPlace, type PlacesText } from './explain-place';
import { placeNotes } from './place-notes';

/** Notes with their places in a text. */
export interface Places {
  notes: PlacedNote[];
  carried: PlacedNote[];
}

export interface PlaceKeeper {
  /** The article's notes, those of its copies that are offered to it, or both; nothing while there is no text. */
  set(notes: Partial<Record<keyof Places, readonly Note[]>>): Promise<void>;
  /** The text is another: the places of all are found again. */
  find(): Promise<void>;
  forget(): void;
}

/** Finds the notes' places again whenever they or the text change; only the last question is answered. */
export function keepPlaces(
  textOf: () => PlacesText | null,
  onPlaced: (places: Places) => void,
): PlaceKeeper {
  let notes: readonly Note[] = [];
  let carried: readonly Note[] = [];
  let turn = 0;

  async function find(): Promise<void> {
    const page = textOf();
    if (page === null) return;
    const mine = ++turn;
    const ours = notes.filter(({ deletedAt }) => deletedAt === null);
    const placed = await placeNotes(page, [...ours, ...carried], () => mine !== turn);
    if (placed && mine === turn)
      onPlaced({
        notes: placed.slice(0, ours.length).map((one) => explainPlace(page, one)),
        carried: placed.slice(ours.length).map((one) => orOnlyPlace(page.text, one)),
      });
  }

  return {
    async set(next) {
      if (textOf() === null) return;
      notes = next.notes ?? notes;
      carried = next.carried ?? carried;
      await find();
    },
    find,
    forget() {
      turn++;
      notes = carried = [];
    },
  };
}

/** Shorter words stand anywhere. */
const LONG_ENOUGH = 16;

/**
 * A copy has the same words, if in another order: where those of an offered
 * note stand once is its place, though nothing around them is the same. The
 * reader sees it, and accepts it or does not.
 */
function orOnlyPlace(text: string, { note, anchor }: PlacedNote): PlacedNote {
  if (anchor?.status !== 'orphan' || note.target.type !== 'passage')
    return { note, anchor };
  const { exact } = note.target.selector;
  const start = text.indexOf(exact);
  const isOnly = start >= 0 && text.indexOf(exact, start + 1) < 0;
  if (exact.trim().length < LONG_ENOUGH || !isOnly) return { note, anchor };
  return { note, anchor: { status: 'probable', start, end: start + exact.length } };
}
