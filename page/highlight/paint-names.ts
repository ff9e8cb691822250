/**
 * The paints and the names under which they stand in `CSS.highlights`.
 * `entrypoints/reader.content/style.css` has one rule for each name.
 */
import { SHOWN_KINDS, type ShownKind } from '@/core/model/entity';
import { NOTE_COLOURS, type NoteColour } from '@/core/model/note';
import type { AnchorStatus } from '@/core/model/selector';

export type NotePaint = `note-${NoteColour}` | `note-${NoteColour}-probable`;
export type Paint = ShownKind | NotePaint | 'flash';

/** Whether the text stands on a light or a dark ground; each has colours of its own. */
export type Ground = 'light' | 'dark';

export const PAINTS: readonly Paint[] = [
  ...SHOWN_KINDS,
  ...NOTE_COLOURS.flatMap((colour): NotePaint[] => [
    `note-${colour}`,
    `note-${colour}-probable`,
  ]),
  'flash',
];

/** The prefix is no brand: a page that looks for the extension should find nothing telling. */
export function registryName(paint: Paint, ground: Ground): string {
  return `hw-${paint}${ground === 'dark' ? '-dark' : ''}`;
}

/** Where two paints set one property, the higher wins: a note lies over a name, a flash over all. */
export function priorityOf(paint: Paint): number {
  if (paint === 'flash') return 3;
  return paint.startsWith('note-') ? 2 : 1;
}

/** An orphan has no place and is never painted. */
export function paintOfNote(
  colour: NoteColour,
  status: Exclude<AnchorStatus, 'orphan'>,
): NotePaint {
  return status === 'anchored' ? `note-${colour}` : `note-${colour}-probable`;
}
