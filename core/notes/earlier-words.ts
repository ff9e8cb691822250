import { type Note, type NoteTarget, quoteOf } from '../model/note';
import type { NoteVersion } from './note-version';

/** Words that a note no longer shows, or on which it no longer hangs. */
export interface EarlierWords {
  /** Tells one from another. */
  key: string;
  /** When they were written, in ms since the epoch. */
  at: number;
  /** The whole note as it was, a passage that went from it, or words of the article that it was on. */
  part: 'whole' | 'passage' | 'place';
  words: string;
  /** Tags that the note no longer has; of the whole note only. */
  tags: string[];
  /** Of a place. */
  target?: NoteTarget;
}

type Words = Pick<Note, 'body' | 'tags'>;

/** A note as it is now. */
export interface ShownNote extends Words {
  /** The words of the article that it is on; null when it is on the whole. */
  quote: string | null;
}

/** What the versions of a note have that it does not show now, the latest first. */
export function earlierWords(
  versions: readonly NoteVersion[],
  now: ShownNote,
): EarlierWords[] {
  const quotes = new Set([now.quote]);
  return [...versions]
    .sort((one, other) => other.keptAt - one.keptAt)
    .flatMap(({ id, keptAt, updatedAt, note, removed }) => {
      const tags = note.tags.filter((tag) => !now.tags.includes(tag));
      const passages = removed
        .map((words, index) => ({ words, key: `${id}/${index}` }))
        .filter(({ words }) => !now.body.includes(words))
        .map((one) => ({ ...one, at: keptAt, part: 'passage' as const, tags: [] }))
        .reverse();
      const isShown = now.body.includes(note.body) && tags.length === 0;
      const at = updatedAt;
      const quote = quoteOf(note);
      const places =
        quote === null || quotes.has(quote)
          ? []
          : [{ key: `${id}/place`, at, part: 'place' as const, words: quote, tags: [] }];
      quotes.add(quote);
      return [
        ...passages,
        ...(isShown
          ? []
          : [{ key: id, at, part: 'whole' as const, words: note.body, tags }]),
        ...places.map((place) => ({ ...place, target: note.target })),
      ];
    });
}

/** The note with these words again: as it was, with the passage at its end, or on the words it was on. No tag goes. */
export function bringBack(
  earlier: EarlierWords,
  now: Words,
): Words & { target?: NoteTarget } {
  const { target } = earlier;
  if (target !== undefined) return { body: now.body, tags: now.tags, target };
  const tags = [...now.tags, ...earlier.tags];
  return {
    body: earlier.part === 'whole' ? earlier.words : join(now.body, earlier.words),
    tags,
  };
}

/** Two texts, one below the other. */
export function join(one: string, other: string): string {
  return [one, other].filter((words) => words.trim() !== '').join('\n\n');
}
