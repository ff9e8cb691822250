import type { ArticleFacts } from '@/core/model/article';
import { shownKindOf } from '@/core/model/entity';
import type { Mention, Recognition } from '@/core/model/mention';
import { spansAt } from './highlight/hit-test';
import type { Mark } from './highlight/marks';
import { paintOfNote } from './highlight/paint-names';
import type {
  CountedEntity,
  MentionHit,
  NoteHit,
  PlacedNote,
  Under,
} from './reader-ports';
import type { TextModel } from './text/text-model';
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
}

/** All that is painted: names, and the notes that have a place. */
export function marksOf({ recognition, notes }: Reading): Mark[] {
  const marks: Mark[] = recognition.mentions.map(({ start, end, kind, acts }) => ({
    start,
    end,
    paint: shownKindOf(kind, acts),
  }));
  for (const { note, anchor } of notes)
    if (anchor && anchor.status !== 'orphan')
      marks.push({
        start: anchor.start,
        end: anchor.end,
        paint: paintOfNote(note.colour, anchor.status),
      });
  return marks;
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
