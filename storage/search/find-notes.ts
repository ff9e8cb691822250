import type { Entity } from '../../core/model/entity';
import type { Note } from '../../core/model/note';
import type { Facets, FoundNotes, NoteQuery, Page } from '../../core/model/search';
import {
  addCounts,
  type Counts,
  commonest,
  noCounts,
  plainFacets,
  toFacet,
} from '../../core/search/count-facets';
import { findEntities } from '../../core/search/entity-names';
import {
  filterNotes,
  hasWord,
  type SoughtTerm,
  scoreNotes,
} from '../../core/search/match-notes';
import { pickBest, pickPage } from '../../core/search/order-notes';
import { readQuery } from '../../core/search/read-query';
import type { HawashiDatabase } from '../database';
import { describeFound } from './describe-found';
import { type Index, openEntityNames, openIndex } from './open-index';

/**
 * The notes that a query finds, some of them as rows, and what each filter would
 * leave. Knows of every change that was acknowledged before it was asked.
 */
export async function findNotes(
  db: HawashiDatabase,
  query: NoteQuery,
  page: Page,
): Promise<FoundNotes> {
  const start = performance.now();
  const index = await openIndex(db);
  const terms = await soughtTerms(db, index, query.words);
  const { scores, counts } = search(index, query, terms);
  const ids = pick(index, scores, query, terms, page);
  const [rows, facets] = await Promise.all([
    describeFound(db, ids, terms),
    describeFacets(db, counts),
  ]);
  return {
    ...{ rows, total: counts.total, facets, unsearched: index.unsearched },
    ms: performance.now() - start,
  };
}

/** The ids of all notes that a query finds, in its order: for what is done to all of them. */
export async function findNoteIds(
  db: HawashiDatabase,
  query: NoteQuery,
): Promise<Note['id'][]> {
  return (await findSomeIds(db, query, Number.POSITIVE_INFINITY)).ids;
}

/** The ids of the first notes that a query finds, and how many it finds. */
export async function findSomeIds(
  db: HawashiDatabase,
  query: NoteQuery,
  most: number,
): Promise<{ ids: Note['id'][]; total: number }> {
  const index = await openIndex(db);
  const terms = await soughtTerms(db, index, query.words);
  const { scores, counts } = search(index, query, terms);
  const limit = Math.min(most, scores.length);
  return {
    ids: pick(index, scores, query, terms, { offset: 0, limit }),
    total: counts.total,
  };
}

async function soughtTerms(
  db: HawashiDatabase,
  index: Index,
  words: string,
): Promise<SoughtTerm[]> {
  const sought = readQuery(words);
  if (sought.length === 0) return [];
  const names = await openEntityNames(db, index);
  return sought.map((word) => {
    const found = findEntities(names, word);
    const isFound =
      found.entityIds.size > 0 || index.segments.some((one) => hasWord(one, word));
    return { word, how: isFound ? 'begin' : 'loose', ...found };
  });
}

/** By the number of each note its score, 0 when it is not found. */
function search(
  index: Index,
  { filters }: NoteQuery,
  terms: readonly SoughtTerm[],
): { scores: Uint16Array; counts: Counts } {
  const found = new Uint16Array(index.firsts.at(-1) ?? 0);
  const counts = noCounts();
  for (const [at, segment] of index.segments.entries()) {
    const scores = scoreNotes(segment, terms);
    const kept = filterNotes(segment, filters);
    addCounts(counts, segment, { scores, kept });
    const first = index.firsts[at] ?? 0;
    for (let note = 0; note < segment.noteCount; note++) {
      const article = segment.noteArticles[note] ?? 0;
      if (kept[note] !== 0 || segment.superseded[article] === 1) continue;
      found[first + note] = scores[note] ?? 0;
    }
  }
  return { scores: found, counts };
}

function pick(
  index: Index,
  scores: Uint16Array,
  { sort }: NoteQuery,
  terms: readonly SoughtTerm[],
  page: Page,
): string[] {
  const numbers =
    sort === 'article'
      ? pickPage(index.byArticle(), scores, page)
      : sort === 'relevance' && terms.length > 0
        ? pickBest(index.newest(), scores, page)
        : pickPage(index.newest(), scores, page, sort === 'oldest');
  return numbers.map((number) => {
    let at = 0;
    while ((index.firsts[at + 1] ?? Infinity) <= number) at++;
    return index.segments[at]?.notes()[number - (index.firsts[at] ?? 0)] ?? '';
  });
}

async function describeFacets(db: HawashiDatabase, counts: Counts): Promise<Facets> {
  const stories = commonest(toFacet(counts.stories, (id) => id));
  const entities = commonest(toFacet(counts.entities, (id) => id));
  const [named, known] = await Promise.all([
    db.stories.bulkGet(stories.map(({ value }) => value)),
    db.entities.bulkGet(entities.map(({ value }) => value)),
  ]);
  return {
    ...plainFacets(counts),
    stories: stories.flatMap((facet, at) => {
      const story = named[at];
      if (story === undefined) return [];
      const { name, names } = story;
      return [{ ...facet, name, ...(names && { names }) }];
    }),
    entities: entities.flatMap((facet, at) => {
      const entity: Entity | undefined = known[at];
      return entity ? [{ ...facet, kind: entity.kind, names: entity.names }] : [];
    }),
  };
}
