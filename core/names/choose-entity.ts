/**
 * Which of the things that share a name is meant: what the text names beyond
 * doubt decides, then the countries that it speaks of, then whose chief name
 * it is. Where nothing decides, none: a wrong link is worse than no link.
 */
import { spell } from '../text/spelling';
import type { Candidate } from './candidate';
import type { Lexicon } from './lexicon';

export interface LinkContext {
  /** How often each entity is named beyond doubt. */
  entities: ReadonlyMap<number, number>;
  /** Those named by more than one word. */
  inFull: ReadonlySet<number>;
  /** How often something of each country (ISO code) is. */
  countries: ReadonlyMap<string, number>;
}

export function readContext(lexicon: Lexicon, chosen: readonly Candidate[]): LinkContext {
  const entities = new Map<number, number>();
  const inFull = new Set<number>();
  for (const { entities: possible, from, to } of chosen) {
    const only = possible[0];
    if (possible.length === 1 && only !== undefined) {
      if (to - from > 1) inFull.add(only);
      entities.set(only, (entities.get(only) ?? 0) + 1);
    }
  }
  const countries = new Map<string, number>();
  for (const [entity, count] of entities) {
    const country = lexicon.entity(entity).country;
    if (country !== undefined)
      countries.set(country, (countries.get(country) ?? 0) + count);
  }
  return { entities, inFull, countries };
}

/** An index of the lexicon, or null; `name` is what is written, without clitics. */
export function chooseEntity(
  lexicon: Lexicon,
  possible: readonly number[],
  name: string,
  context: LinkContext,
): number | null {
  let left = mostOf(possible, (entity) => context.entities.get(entity) ?? 0);
  if (left.length > 1) {
    left = mostOf(
      left,
      (entity) => context.countries.get(lexicon.entity(entity).country ?? '') ?? 0,
    );
  }
  if (left.length > 1) {
    const chief = left.filter((entity) => {
      const { ar, en } = lexicon.entity(entity).names;
      return [ar, en].some((own) => own !== undefined && spell(own) === spell(name));
    });
    // Short forms of no one's chief name go to the first, as the sources list them.
    return chief.length > 1 ? null : (chief[0] ?? left[0] ?? null);
  }
  return left[0] ?? null;
}

function mostOf(
  entities: readonly number[],
  weigh: (entity: number) => number,
): readonly number[] {
  if (entities.length < 2) return entities;
  const weights = entities.map(weigh);
  const most = Math.max(...weights);
  return entities.filter((_, index) => weights[index] === most);
}
