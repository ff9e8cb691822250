/**
 * The paints and the names under which they stand in `CSS.highlights`.
 * `entrypoints/reader.content/style.css` has one rule for each name.
 */
import { SHOWN_KINDS, type ShownKind } from '@/core/model/entity';
import { NOTE_COLOURS, type NoteColour } from '@/core/model/note';
import type { AnchorStatus } from '@/core/model/selector';

export type NotePaint = `note-${NoteColour}` | `note-${NoteColour}-probable`;
/** A note of a copy of this text, offered to this one. */
type CarriedPaint = `carried-${NoteColour}`;

/**
 * What is said of the text itself: sentences read before, and new ones;
 * paragraphs added and words changed since the last visit.
 */
export const TEXT_PAINTS = ['read', 'fresh', 'added', 'changed'] as const;
export type TextPaint = (typeof TEXT_PAINTS)[number];

export type Paint = TextPaint | ShownKind | CarriedPaint | NotePaint | 'flash';

/** Whether the text stands on a light or a dark ground; each has colours of its own. */
export type Ground = 'light' | 'dark';

export const PAINTS: readonly Paint[] = [
  ...TEXT_PAINTS,
  ...SHOWN_KINDS,
  ...NOTE_COLOURS.flatMap((colour): (CarriedPaint | NotePaint)[] => [
    `carried-${colour}`,
    `note-${colour}`,
    `note-${colour}-probable`,
  ]),
  'flash',
];

/** The prefix is no brand: a page that looks for the extension should find nothing telling. */
export function registryName(paint: Paint, ground: Ground): string {
  return `hw-${paint}${ground === 'dark' ? '-dark' : ''}`;
}

const textPaints: ReadonlySet<Paint> = new Set(TEXT_PAINTS);

/** Where two paints set one property, the higher wins: a name lies over the text's marks, a note over a name, a flash over all. */
export function priorityOf(paint: Paint): number {
  if (paint === 'flash') return 4;
  if (textPaints.has(paint)) return 0;
  if (paint.startsWith('carried-')) return 2;
  return paint.startsWith('note-') ? 3 : 1;
}

/** An orphan has no place and is never painted. */
export function paintOfNote(
  colour: NoteColour,
  status: Exclude<AnchorStatus, 'orphan'>,
): NotePaint {
  return status === 'anchored' ? `note-${colour}` : `note-${colour}-probable`;
}
