import type { Note } from '../model/note';
import type { NoteVersion } from './note-version';

/** Words that a note no longer shows. */
export interface EarlierWords {
  /** Tells one from another. */
  key: string;
  /** When they were written, in ms since the epoch. */
  at: number;
  /** The whole note as it was, or a passage that went from it. */
  part: 'whole' | 'passage';
  words: string;
  /** Tags that the note no longer has; of a passage none. */
  tags: string[];
}

type Words = Pick<Note, 'body' | 'tags'>;

/** What the versions of a note have that it does not show now, the latest first. */
export function earlierWords(
  versions: readonly NoteVersion[],
  now: Words,
): EarlierWords[] {
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
      if (isShown) return passages;
      return [
        ...passages,
        { key: id, at: updatedAt, part: 'whole' as const, words: note.body, tags },
      ];
    });
}

/** The note with these words again: as it was, or with the passage at its end. No tag goes. */
export function bringBack(earlier: EarlierWords, now: Words): Words {
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
