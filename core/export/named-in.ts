/** Which of an article's actors and places a note speaks of. */
import type { Entity } from '../model/entity';
import { type Note, quoteOf } from '../model/note';
import { spell } from '../text/spelling';

/** The letters that Arabic writes onto the word after them: conjunctions, prepositions, the article. */
const ATTACHED = /^(?:[وف]?(?:[بكل]|س)?(?:ال)?|[وف]?لل)$/u;
const LETTER = /[\p{L}\p{N}]/u;

/** The names of an entity, folded for looking; remembers them, since an entity is in many articles. */
export function createNameFinder(): (
  note: Note,
  entities: readonly Entity[],
) => Entity[] {
  const known = new Map<string, string[]>();
  const namesOf = (entity: Entity): string[] => {
    let names = known.get(entity.id);
    if (names === undefined) {
      names = [entity.names.ar, entity.names.en]
        .map((name) => fold(name ?? ''))
        .filter((name) => name.length > 1)
        // ل and ال become لل.
        .flatMap((name) => (name.startsWith('ال') ? [name, `لل${name.slice(2)}`] : name));
      known.set(entity.id, names);
    }
    return names;
  };
  return (note, entities) => {
    if (entities.length === 0) return [];
    const text = fold(`${quoteOf(note) ?? ''} ${note.body}`);
    return entities.filter((entity) =>
      namesOf(entity).some((name) => standsIn(text, name)),
    );
  };
}

/** White space as line ends: the spelling fold drops spaces. */
function fold(text: string): string {
  return spell(text.trim().replace(/\s+/gu, '\n'));
}

/** As a word of its own, or behind attached letters. Both are folded. */
function standsIn(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (LETTER.test(text.charAt(at + name.length))) continue;
    let start = at;
    while (start > 0 && LETTER.test(text.charAt(start - 1))) start--;
    if (ATTACHED.test(text.slice(start, at))) return true;
  }
  return false;
}
