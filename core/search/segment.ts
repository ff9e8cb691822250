/**
 * A part of the index: the notes of some articles, in columns of numbers and
 * joined strings, which a database gives back many times faster than as many records.
 */

/** In which text of a note a word stands. `title` is its article's, and stands in the postings once for all its notes. */
export const INDEXED_FIELDS = ['body', 'quote', 'tag', 'title'] as const;
export type IndexedField = (typeof INDEXED_FIELDS)[number];

/** A posting is a number: which note or, for a title, which article, times this, plus the field. */
export const FIELDS = INDEXED_FIELDS.length;

export type Numbers = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

/** Some values each: those of one are `values` from `starts[one]` to `starts[one + 1]`. */
export interface Lists {
  starts: Uint32Array<ArrayBuffer>;
  values: Numbers;
}

export interface Segment {
  /** All forms of all words in the order of their units, each followed by a line break. */
  terms: string;
  /** UTF-16 offset of each term in `terms`, and the end. */
  termStarts: Uint32Array<ArrayBuffer>;
  /** By term. */
  postings: Lists;

  /** Joined by line breaks, as are all names below. */
  noteIds: string;
  /** By note: which article. */
  noteArticles: Numbers;
  /** By note, ms since the epoch. */
  createdAt: Float64Array<ArrayBuffer>;
  /** By note, see `traits.ts`. */
  traits: Uint8Array<ArrayBuffer>;
  /** By note: where its passage stood, a UTF-16 offset of the article's text. */
  positions: Uint32Array<ArrayBuffer>;
  tags: string;
  /** By note. */
  noteTags: Lists;

  /** In order. */
  articleIds: string;
  /** Folded; empty for a note without its article. */
  titles: string;
  sites: string;
  /** By article. */
  articleSites: Numbers;
  stories: string;
  articleStories: Lists;
  entities: string;
  articleEntities: Lists;
}

/** Of names joined by line breaks; none at all are an empty string. */
export function namesOf(joined: string): string[] {
  return joined === '' ? [] : joined.slice(0, -1).split('\n');
}

/** Each followed by a line break; what is in a name of such is made a space. */
export function joinNames(names: Iterable<string>): string {
  let joined = '';
  for (const name of names) joined += `${name.replaceAll('\n', ' ')}\n`;
  return joined;
}
