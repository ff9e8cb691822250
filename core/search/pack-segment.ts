import type { Note } from '../model/note';
import { spell } from '../text/spelling';
import {
  FIELDS,
  INDEXED_FIELDS,
  type IndexedField,
  joinNames,
  type Lists,
  type Numbers,
  type Segment,
} from './segment';
import { traitsOf } from './traits';
import { wordsOf } from './word-forms';

/** An article with all of its notes, as they are found. */
export interface ShelvedArticle {
  id: string;
  /** Empty where the article is gone. */
  title: string;
  /** Its host without `www.`; empty where the article is gone. */
  site: string;
  storyIds: readonly string[];
  entityIds: readonly string[];
  notes: readonly Note[];
  /** Of its notes, those whose passage was missing when it was last open. */
  orphaned: ReadonlySet<string>;
}

/** The index of some articles and their notes; those without a note are left out. */
export function packSegment(articles: readonly ShelvedArticle[]): Segment {
  const shelved = articles
    .filter(({ notes }) => notes.length > 0)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const notes = shelved.flatMap((article, index) =>
    article.notes.map((note) => ({ note, index, article })),
  );
  const sites = new Numbering();
  const stories = new Numbering();
  const entities = new Numbering();
  const tags = new Numbering();
  // Spelt as they were first.
  const tagNames = new Map<string, string>();
  const articleSites = shelved.map(({ site }) => sites.of(site));
  const articleStories = shelved.map(({ storyIds }) => storyIds.map(stories.of));
  const articleEntities = shelved.map(({ entityIds }) => entityIds.map(entities.of));
  const noteTags = notes.map(({ note }) => {
    for (const tag of note.tags) {
      const folded = spell(tag);
      if (!tagNames.has(folded)) tagNames.set(folded, tag);
    }
    return [...new Set(note.tags.map((tag) => tags.of(spell(tag))))];
  });
  return {
    ...packWords(shelved, notes),
    noteIds: joinNames(notes.map(({ note }) => note.id)),
    noteArticles: packNumbers(notes.map(({ index }) => index)),
    createdAt: Float64Array.from(notes, ({ note }) => note.createdAt),
    traits: Uint8Array.from(notes, ({ note, article }) =>
      traitsOf(note, article.orphaned.has(note.id)),
    ),
    positions: Uint32Array.from(notes, ({ note }) => positionOf(note)),
    tags: joinNames(tagNames.values()),
    noteTags: packLists(noteTags),
    articleIds: joinNames(shelved.map(({ id }) => id)),
    titles: joinNames(shelved.map(({ title }) => spell(title))),
    sites: joinNames(sites.names),
    articleSites: packNumbers(articleSites),
    stories: joinNames(stories.names),
    articleStories: packLists(articleStories),
    entities: joinNames(entities.names),
    articleEntities: packLists(articleEntities),
  };
}

/** Notes on the whole article stand before those on its passages. */
function positionOf({ target }: Note): number {
  return target.type === 'article' ? 0 : target.selector.start;
}

function packWords(
  articles: readonly ShelvedArticle[],
  notes: readonly { note: Note }[],
): Pick<Segment, 'terms' | 'termStarts' | 'postings'> {
  const postings = new Map<string, number[]>();
  const post = (text: string, one: number, field: IndexedField) => {
    const posting = one * FIELDS + INDEXED_FIELDS.indexOf(field);
    for (const { forms } of wordsOf(text)) {
      for (const { term } of forms) {
        const known = postings.get(term);
        if (known === undefined) postings.set(term, [posting]);
        else if (known.at(-1) !== posting) known.push(posting);
      }
    }
  };
  for (const [at, { note }] of notes.entries()) {
    post(note.body, at, 'body');
    if (note.target.type === 'passage') post(note.target.selector.exact, at, 'quote');
    for (const tag of note.tags) post(tag, at, 'tag');
  }
  for (const [at, { title }] of articles.entries()) post(title, at, 'title');

  const terms = [...postings.keys()].sort();
  const termStarts = new Uint32Array(terms.length + 1);
  for (const [at, term] of terms.entries()) {
    termStarts[at + 1] = (termStarts[at] ?? 0) + term.length + 1;
  }
  return {
    terms: joinNames(terms),
    termStarts,
    postings: packLists(terms.map((term) => postings.get(term) ?? [])),
  };
}

/** Names by the order in which they come. */
class Numbering {
  private readonly numbers = new Map<string, number>();

  readonly of = (name: string): number => {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  };

  get names(): Iterable<string> {
    return this.numbers.keys();
  }
}

function packLists(lists: readonly (readonly number[])[]): Lists {
  const starts = new Uint32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) {
    starts[at + 1] = (starts[at] ?? 0) + list.length;
  }
  return { starts, values: packNumbers(lists.flat()) };
}

function packNumbers(numbers: readonly number[]): Numbers {
  let largest = 0;
  for (const number of numbers) if (number > largest) largest = number;
  return largest > 0xffff ? Uint32Array.from(numbers) : Uint16Array.from(numbers);
}
