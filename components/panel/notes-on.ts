import type { TextSpan } from '@/core/model/selector';
import type { NoteRow } from '../popup/popup-view';

/** Spans that share a unit. */
export function overlap(one: TextSpan, other: TextSpan): boolean {
  return one.start < other.end && other.start < one.end;
}

/** The notes whose words hold one of these mentions, in the order of the text. */
export function notesOn(
  notes: readonly NoteRow[],
  mentions: readonly TextSpan[],
): NoteRow[] {
  return inReadingOrder(
    notes.filter(({ at }) => at && mentions.some((mention) => overlap(at, mention))),
  );
}

/** Notes on the article, then those in the text as it stands, then those that have no place in it. */
export function inReadingOrder(notes: readonly NoteRow[]): NoteRow[] {
  const place = ({ note, at }: NoteRow): number =>
    note.target.type === 'article' ? -1 : (at?.start ?? Number.POSITIVE_INFINITY);
  return [...notes].sort((one, other) => {
    const [here, there] = [place(one), place(other)];
    return here === there ? one.note.createdAt - other.note.createdAt : here - there;
  });
}
