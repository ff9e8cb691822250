/**
 * An actor or a place: what a name in the text stands for.
 */

/** The kinds shown to the reader, finer than the three of {@link MentionType}. */
export const ENTITY_KINDS = [
  'person',
  'organisation',
  'group',
  'state',
  'place',
  'facility',
] as const;

/** `group` is an armed or political group; `state` a country or state. */
export type EntityKind = (typeof ENTITY_KINDS)[number];

/**
 * What a reader is shown: as the kinds, but a place that acts, mostly a state
 * or a capital, is an actor, a `power`.
 */
export const SHOWN_KINDS = [
  'person',
  'organisation',
  'group',
  'power',
  'state',
  'place',
  'facility',
] as const;

export type ShownKind = (typeof SHOWN_KINDS)[number];

/** `acts`: of a mention, or of an entity in one article, where it is enough that one mention does. */
export function shownKindOf(kind: EntityKind, acts: boolean | undefined): ShownKind {
  return acts === true ? 'power' : kind;
}

/** The three classes of the published corpora and of the prediction command. */
export type MentionType = 'PER' | 'ORG' | 'LOC';

const MENTION_TYPE: Record<EntityKind, MentionType> = {
  person: 'PER',
  organisation: 'ORG',
  group: 'ORG',
  state: 'LOC',
  place: 'LOC',
  facility: 'LOC',
};

export function mentionTypeOf(kind: EntityKind): MentionType {
  return MENTION_TYPE[kind];
}

/** A text in the languages of the interface; at least one is there. */
export interface Localised {
  ar?: string;
  en?: string;
}

export interface Entity {
  /**
   * Stable across articles, languages and versions: the lexicon's id (for
   * example `per/qasem-soleimani`), or `text/<kind>/<folded name>` for an
   * entity known only from a text.
   */
  id: string;
  kind: EntityKind;
  names: Localised;
  /** One line: who or what it is. */
  description?: Localised;
  /** ISO 3166-1 alpha-2, upper case. */
  country?: string;
  /** Wikidata item, `Q` and digits. */
  wikidata?: string;
  source: 'lexicon' | 'text';
}
