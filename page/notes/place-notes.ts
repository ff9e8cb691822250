import { createPassageFinder } from '@/core/anchoring/find-passage';
import type { Note } from '@/core/model/note';
import type { PlacedNote } from '../reader-ports';
import { createSlice } from '../time-slice';
import type { PlacesText } from './explain-place';

/**
 * Finds the place of each note in the text; notes in the trash are left out.
 * Null when `isStale` says, between two notes, that nobody waits any more.
 */
export async function placeNotes(
  { text, pathAt }: PlacesText,
  notes: readonly Note[],
  isStale: () => boolean,
): Promise<PlacedNote[] | null> {
  const finder = createPassageFinder(text, pathAt);
  const slice = createSlice();
  const placed: PlacedNote[] = [];
  for (const note of notes) {
    if (note.deletedAt !== null) continue;
    const anchor =
      note.target.type === 'passage' ? finder.find(note.target.selector) : null;
    placed.push({ note, anchor });
    await slice();
    if (isStale()) return null;
  }
  return placed;
}
