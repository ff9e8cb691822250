import type { ArticleFacts } from '@/core/model/article';
import { shownKindOf } from '@/core/model/entity';
import type { Mention, Recognition } from '@/core/model/mention';
import type { NotePlace } from '@/core/model/selector';
import type { Encounter } from '@/core/model/story';
import { spansAt } from './highlight/hit-test';
import type { Mark } from './highlight/marks';
import { paintOfNote, TEXT_PAINTS, type TextPaint } from './highlight/paint-names';
import { type PlacesText, wordsNow } from './notes/explain-place';
import type {
  CountedEntity,
  MentionHit,
  NoteHit,
  PlacedNote,
  ReadingReport,
  Under,
} from './reader-ports';
import { pathAt } from './text/block-path';
import type { Span, TextModel } from './text/text-model';
import { wordsOnPage } from './words-on-page';

/** An article as it was last read: replaced whole, never changed. */
export interface Reading {
  facts: ArticleFacts;
  model: TextModel;
  recognition: Recognition;
  entities: CountedEntity[];
  /** Null until the background knows the article. */
  articleId: string | null;
  notes: PlacedNote[];
  /** Notes of copies of this text that are offered to it. */
  carried: PlacedNote[];
  /** What is known of the article; null until it has been met. Its changes are of this text. */
  encounter: Encounter | null;
  /** What is marked in the text; nothing in a new text until it is marked anew. */
  marked: TextMarks;
}

/** A live page shows a part too, but hides nothing. */
export function textOfPlaces({ facts, model }: Reading): PlacesText {
  return {
    text: model.text,
    pathAt: (offset) => pathAt(model, offset),
    isCut: facts.partial === true && facts.live !== true,
  };
}

/** Spans of the text by what is said of them. */
export type TextMarks = Readonly<Record<TextPaint, readonly Span[]>>;

export const NOTHING_MARKED: TextMarks = { read: [], fresh: [], added: [], changed: [] };

/** All that is painted: the text's marks, names, and the notes that have a place. */
export function marksOf(reading: Reading): Mark[] {
  const { recognition, notes, carried, marked } = reading;
  const marks: Mark[] = recognition.mentions.map(({ start, end, kind, acts }) => ({
    start,
    end,
    paint: shownKindOf(kind, acts),
  }));
  for (const paint of TEXT_PAINTS)
    for (const { start, end } of marked[paint]) marks.push({ start, end, paint });
  for (const { note, anchor } of carried)
    if (anchor && anchor.status !== 'orphan')
      marks.push({
        start: anchor.start,
        end: anchor.end,
        paint: `carried-${note.colour}`,
      });
  for (const { note, anchor } of notes)
    if (anchor && anchor.status !== 'orphan')
      marks.push({
        start: anchor.start,
        end: anchor.end,
        paint: paintOfNote(note.colour, anchor.status),
      });
  return marks;
}

/** What is told of a reading outside the page. */
export function reportOf(
  reading: Reading | null,
): Pick<
  ReadingReport<never>,
  'article' | 'articleId' | 'entities' | 'notes' | 'encounter'
> {
  return {
    article: reading?.facts ?? null,
    articleId: reading?.articleId ?? null,
    entities: reading?.entities ?? [],
    notes: (reading?.notes ?? []).map((placed) => ({
      note: placed.note,
      ...placeOf(reading?.model.text ?? '', placed),
    })),
    encounter: reading?.encounter ?? null,
  };
}

function placeOf(text: string, placed: PlacedNote): NotePlace {
  const { anchor } = placed;
  // A note on the article as a whole cannot lose its place.
  if (anchor === null) return { anchor: 'anchored' };
  const now = wordsNow(text, placed);
  return {
    anchor: anchor.status,
    ...(anchor.status === 'orphan' && anchor.reason ? { reason: anchor.reason } : {}),
    ...(now === null ? {} : { now }),
    ...(anchor.status === 'orphan'
      ? {}
      : { at: { start: anchor.start, end: anchor.end } }),
  };
}

/** The name and the note under a point of the viewport; of several notes the shortest. */
export function hitsAt(
  document: Document,
  reading: Reading,
  x: number,
  y: number,
): Under | null {
  const { model, recognition, notes } = reading;
  const [span] = spansAt(document, model, recognition.mentions, x, y);
  const places = notes.flatMap((placed) =>
    placed.anchor && placed.anchor.status !== 'orphan'
      ? [{ start: placed.anchor.start, end: placed.anchor.end, placed }]
      : [],
  );
  const place = spansAt(document, model, places, x, y).reduce<
    (typeof places)[number] | null
  >((best, next) => (best && lengthOf(best) <= lengthOf(next) ? best : next), null);
  const mention = span ? mentionHit(document, reading, span) : null;
  const note = place ? noteHit(document, reading, place.placed) : null;
  if (!mention && !note) return null;
  return { key: `${mention?.mention.start}/${note?.note.id}`, mention, note };
}

/** Null when the recogniser did not say who is meant. */
export function mentionHit(
  document: Document,
  { model, recognition }: Reading,
  mention: Mention,
): MentionHit | null {
  const entity = recognition.entities.find(({ id }) => id === mention.entityId);
  if (!entity) return null;
  const mentions = mentionsOf(recognition, mention.entityId);
  return {
    mention,
    entity,
    index: mentions.indexOf(mention),
    count: mentions.length,
    words: wordsOnPage(document, model, mention),
  };
}

/** Null for an orphan and for a note on the article as a whole: they have no place to show. */
export function noteHit(
  document: Document,
  { model }: Reading,
  { note, anchor }: PlacedNote,
): NoteHit | null {
  if (!anchor || anchor.status === 'orphan') return null;
  const { status } = anchor;
  return { note, status, words: wordsOnPage(document, model, anchor) };
}

export function mentionsOf({ mentions }: Recognition, entityId: string): Mention[] {
  return mentions.filter((mention) => mention.entityId === entityId);
}

function lengthOf({ start, end }: { start: number; end: number }): number {
  return end - start;
}
