import type { Entity, EntityKind } from './entity';

/** One occurrence of a name in a text. */
export interface Mention {
  /** UTF-16 offset into the text, first unit of the name, clitics left out. */
  start: number;
  /** UTF-16 offset, exclusive. */
  end: number;
  /** `text.slice(start, end)`. */
  surface: string;
  kind: EntityKind;
  /**
   * A place, mostly a state or a capital, that stands here for those who rule
   * there: طهران تنفي, Moscow denies. Its kind stays that of the place.
   */
  acts?: true;
  /** {@link Entity.id} */
  entityId: string;
  /** 0–1: how sure the recogniser is. */
  score: number;
}

/** All that was recognised in one text. */
export interface Recognition {
  /** ISO 639-1 of the text's main language, told from its letters. */
  lang: string;
  /** Sorted by `start`, disjoint. */
  mentions: Mention[];
  /** Each entity mentioned, once, in the order of first mention. */
  entities: Entity[];
}

/** From the mention where the reader was last, or to one by its number, from 0. */
export type MentionStep = 'first' | 'next' | 'previous' | number;
