/** What the reader looks for among their notes, and what is found. */
import type { Article } from './article';
import type { Entity, Localised } from './entity';
import type { Note, NoteColour } from './note';
import type { TextSpan } from './selector';

/** `article` is a note on an article as a whole, `highlight` a passage without words of the reader. */
export const SOUGHT_KINDS = ['note', 'highlight', 'article'] as const;
export type SoughtKind = (typeof SOUGHT_KINDS)[number];

export const NOTE_SORTS = ['newest', 'oldest', 'article', 'relevance'] as const;
/**
 * By when a note was made, or by its article's title and in reading order
 * there, or by how well it answers the words (without words: `newest`).
 */
export type NoteSort = (typeof NOTE_SORTS)[number];

/** All that are given hold; a note without its article is found by no filter on that. */
export interface NoteFilters {
  /** Host without `www.`. */
  site?: string;
  storyId?: string;
  /** An actor or place met in the note's article. */
  entityId?: string;
  /** As written; told apart from other tags by its folded form only. */
  tag?: string;
  colour?: NoteColour;
  /** When the note was made, ms since the epoch, inclusive. */
  from?: number;
  /** Exclusive. */
  to?: number;
  kind?: SoughtKind;
  /** Whether its passage was missing when the article was last open; one never opened since is not. */
  orphaned?: boolean;
  /** Only notes in the trash; otherwise only notes that are not. */
  trash?: boolean;
}

export interface NoteQuery {
  /**
   * Every word has to be found, as the beginning of a word, in whatever field:
   * letters folded, attached و ب ل ك ف ال aside. Without a word everything is found.
   */
  words: string;
  filters: NoteFilters;
  sort: NoteSort;
}

export type HitField = 'body' | 'quote' | 'title' | 'entity' | 'tag';

/** Where a word was found: UTF-16 offsets of the field's text, raw. */
export interface Hit extends TextSpan {
  field: HitField;
  /** Which of the note's tags. */
  tag?: number;
  /** The actor or place by whose name it was found; the offsets are of `name`. */
  entity?: { id: string; name: string };
}

export type ArticleOfNote = Pick<
  Article,
  'id' | 'url' | 'title' | 'siteName' | 'lang' | 'published' | 'lastOpenedAt'
>;

export interface FoundNote {
  note: Note;
  /** Null when the note has lost its article. */
  article: ArticleOfNote | null;
  isOrphaned: boolean;
  /** In the order of the fields and in these of the text; overlaps are joined. */
  hits: Hit[];
}

/** How many notes a filter would leave, the others and the words as they are. Commonest first. */
export interface Facets {
  sites: FacetCount<string>[];
  stories: (FacetCount<string> & { name: string; names?: Localised })[];
  /** The commonest; {@link FACET_LIMIT} at most. */
  entities: (FacetCount<string> & Pick<Entity, 'kind' | 'names'>)[];
  tags: FacetCount<string>[];
  colours: FacetCount<NoteColour>[];
  kinds: FacetCount<SoughtKind>[];
  /** By day of the reader's own time zone, `YYYY-MM-DD`, oldest first. */
  days: FacetCount<string>[];
  orphaned: number;
  trash: number;
}

export interface FacetCount<T> {
  value: T;
  count: number;
}

/** How many values of one facet are told. */
export const FACET_LIMIT = 200;

/** Which of the notes found are wanted as rows. */
export interface Page {
  offset: number;
  limit: number;
}

export interface FoundNotes {
  rows: FoundNote[];
  /** All that were found, of which `rows` are some. */
  total: number;
  facets: Facets;
  /** Notes that are not in the index yet, after an upgrade or an import: look again soon. */
  unsearched: number;
  /** How long it took, in ms. */
  ms: number;
}
