/** Actors and places by their names. */
import type { Entity } from '../model/entity';
import type { SoughtTerm } from './match-notes';
import type { SoughtWord } from './read-query';
import { wordsOf } from './word-forms';

type Named = Pick<Entity, 'id' | 'names'>;

export interface EntityNames {
  /** By word of a name, in the order of units. */
  terms: readonly string[];
  ids: readonly string[];
  /** Of entities that have a name of one word: all such names. */
  single: ReadonlyMap<string, readonly string[]>;
}

export function readEntityNames(entities: Iterable<Named>): EntityNames {
  const pairs: [term: string, id: string][] = [];
  const single = new Map<string, string[]>();
  for (const { id, names } of entities) {
    for (const name of [names.ar, names.en]) {
      if (name === undefined) continue;
      const words = wordsOf(name);
      for (const { forms } of words) for (const { term } of forms) pairs.push([term, id]);
      const [only] = words;
      if (words.length !== 1 || only === undefined) continue;
      const others = single.get(id);
      if (others === undefined) single.set(id, [only.token.folded]);
      else others.push(only.token.folded);
    }
  }
  pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return {
    terms: pairs.map(([term]) => term),
    ids: pairs.map(([, id]) => id),
    single,
  };
}

/** Who is called by a word, or by one that begins with it; and what they are called beside it. */
export function findEntities(
  { terms, ids, single }: EntityNames,
  { prefixes }: SoughtWord,
): Pick<SoughtTerm, 'entityIds' | 'otherNames'> {
  const entityIds = new Set<string>();
  const otherNames = new Set<string>();
  for (const prefix of prefixes) {
    for (let at = firstNotBefore(terms, prefix); at < terms.length; at++) {
      const term = terms[at] ?? '';
      const id = ids[at] ?? '';
      if (!term.startsWith(prefix)) break;
      entityIds.add(id);
      const names = single.get(id);
      if (names?.includes(prefix)) for (const name of names) otherNames.add(name);
    }
  }
  for (const prefix of prefixes) otherNames.delete(prefix);
  return { entityIds, otherNames: [...otherNames] };
}

function firstNotBefore(terms: readonly string[], prefix: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((terms[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
