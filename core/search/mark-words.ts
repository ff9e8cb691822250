/** Which notes of a segment have a word, and how well. */
import type { SoughtWord } from './read-query';
import { FIELDS, type Segment } from './segment';

/** By field: body, quote, tag, title. */
const WEIGHTS = [6, 5, 7, 3] as const;
/** An actor or place of the article, who need not be in the note's own words. */
const ENTITY_WEIGHT = 1;
/** For a whole word, not its beginning only. */
const WHOLE = 2;

export interface Marks {
  /** By note: 0 where the word is missing; else the more, the better. */
  notes: Uint8Array;
  /** By article. */
  articles: Uint8Array;
  isAny: boolean;
}

export function noMarks(notes: number, articles: number): Marks {
  return {
    notes: new Uint8Array(notes),
    articles: new Uint8Array(articles),
    isAny: false,
  };
}

/** Marks where a form of a word begins with any of `prefixes`. */
export function markPrefixes(
  segment: Segment,
  prefixes: readonly string[],
  marks: Marks,
): void {
  const { terms, termStarts } = segment;
  for (const prefix of prefixes) {
    const from = firstNotBefore(segment, prefix);
    for (let term = from; term < termStarts.length - 1; term++) {
      const start = termStarts[term] ?? 0;
      if (!terms.startsWith(prefix, start)) break;
      const isWhole = (termStarts[term + 1] ?? 0) - start - 1 === prefix.length;
      markTerm(segment, term, isWhole ? WHOLE : 1, marks);
    }
  }
}

/** Marks where a word has these units anywhere: when no word begins with them. */
export function markInside(
  segment: Segment,
  { term: part }: SoughtWord,
  marks: Marks,
): void {
  const { terms, termStarts } = segment;
  let term = 0;
  for (let at = terms.indexOf(part); at >= 0; at = terms.indexOf(part, at)) {
    while ((termStarts[term + 1] ?? terms.length) <= at) term++;
    markTerm(segment, term, 1, marks);
    at = termStarts[term + 1] ?? terms.length;
  }
}

/** Marks the articles that mention any of these, by their number in the segment. */
export function markEntities(
  { articleEntities }: Segment,
  isSought: Uint8Array,
  marks: Marks,
): void {
  const { starts, values } = articleEntities;
  for (let article = 0; article < marks.articles.length; article++) {
    const end = starts[article + 1] ?? 0;
    for (let at = starts[article] ?? 0; at < end; at++) {
      if (isSought[values[at] ?? 0] !== 1) continue;
      raise(marks.articles, article, ENTITY_WEIGHT);
      marks.isAny = true;
      break;
    }
  }
}

function markTerm(
  { postings }: Segment,
  term: number,
  times: number,
  marks: Marks,
): void {
  const end = postings.starts[term + 1] ?? 0;
  for (let at = postings.starts[term] ?? 0; at < end; at++) {
    const posting = postings.values[at] ?? 0;
    const field = posting % FIELDS;
    const one = (posting - field) / FIELDS;
    const weight = (WEIGHTS[field] ?? 1) * times;
    raise(field === FIELDS - 1 ? marks.articles : marks.notes, one, weight);
    marks.isAny = true;
  }
}

function raise(weights: Uint8Array, at: number, weight: number): void {
  if ((weights[at] ?? 0) < weight) weights[at] = weight;
}

/** The first term that is not before `prefix`. */
function firstNotBefore({ terms, termStarts }: Segment, prefix: string): number {
  let low = 0;
  let high = termStarts.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const term = terms.slice(termStarts[middle], (termStarts[middle + 1] ?? 0) - 1);
    if (term < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
