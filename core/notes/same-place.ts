import type { NoteTarget } from '../model/note';

/** Whether two targets are the same words at the same place, however else they are described. */
export function isSamePlace(one: NoteTarget, other: NoteTarget): boolean {
  if (one.type === 'article' || other.type === 'article') return one.type === other.type;
  const a = one.selector;
  const b = other.selector;
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.exact === b.exact &&
    a.prefix === b.prefix &&
    a.suffix === b.suffix
  );
}
