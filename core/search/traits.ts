/** What a note is besides its words, in one number of eight bits. */
import { isHighlight, NOTE_COLOURS, type Note, type NoteColour } from '../model/note';
import { SOUGHT_KINDS, type SoughtKind } from '../model/search';

const COLOUR_BITS = 3;
const KIND_BITS = 2;
const ORPHANED = 1 << (COLOUR_BITS + KIND_BITS);
const IN_TRASH = ORPHANED << 1;

export function traitsOf(note: Note, isOrphaned: boolean): number {
  const colour = Math.max(0, NOTE_COLOURS.indexOf(note.colour));
  const kind = SOUGHT_KINDS.indexOf(kindOfNote(note));
  return (
    colour |
    (kind << COLOUR_BITS) |
    (isOrphaned ? ORPHANED : 0) |
    (note.deletedAt === null ? 0 : IN_TRASH)
  );
}

export function kindOfNote(note: Note): SoughtKind {
  if (note.target.type === 'article') return 'article';
  return isHighlight(note) ? 'highlight' : 'note';
}

/** Index of {@link NOTE_COLOURS}. */
export function colourIn(traits: number): number {
  return traits & ((1 << COLOUR_BITS) - 1);
}

/** Index of {@link SOUGHT_KINDS}. */
export function kindIn(traits: number): number {
  return (traits >> COLOUR_BITS) & ((1 << KIND_BITS) - 1);
}

export function isOrphanedIn(traits: number): boolean {
  return (traits & ORPHANED) !== 0;
}

export function isInTrash(traits: number): boolean {
  return (traits & IN_TRASH) !== 0;
}

export const colourAt = (index: number): NoteColour => NOTE_COLOURS[index] ?? 'yellow';
export const kindAt = (index: number): SoughtKind => SOUGHT_KINDS[index] ?? 'note';
