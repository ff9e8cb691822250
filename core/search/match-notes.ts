/** Which notes of a segment a query finds, and which each filter keeps from it. */
import { NOTE_COLOURS } from '../model/note';
import { type NoteFilters, SOUGHT_KINDS } from '../model/search';
import { spell } from '../text/spelling';
import { markEntities, markInside, markPrefixes, noMarks } from './mark-words';
import type { OpenSegment } from './open-segment';
import type { SoughtWord } from './read-query';
import type { Lists } from './segment';
import { colourIn, isInTrash, isOrphanedIn, kindIn } from './traits';

/** A word, and how it is looked for in this search. */
export interface SoughtTerm {
  word: SoughtWord;
  /** `begin`: forms that begin with it; `loose`: where nothing does, any part of a word. */
  how: 'begin' | 'loose';
  /** Actors and places that are called so. */
  entityIds: ReadonlySet<string>;
  /** Their names in other languages, where they are one word. */
  otherNames: readonly string[];
}

/** Of every note of a segment. */
export interface Matches {
  /** 0 when it lacks a word; else the more, the better. */
  scores: Uint16Array;
  /** The filters that keep it out, a bit each. */
  kept: Uint16Array;
}

/** The bits of {@link Matches.kept}. */
export const KEPT = {
  site: 1,
  story: 2,
  entity: 4,
  tag: 8,
  colour: 16,
  kind: 32,
  date: 64,
  orphaned: 128,
  trash: 256,
} as const;

/** How well each note answers to all of the words. */
export function scoreNotes(
  segment: OpenSegment,
  terms: readonly SoughtTerm[],
): Uint16Array {
  const { noteCount, noteArticles } = segment;
  const scores = new Uint16Array(noteCount).fill(1);
  for (const term of terms) {
    const { notes, articles } = markTermOf(segment, term);
    for (let note = 0; note < noteCount; note++) {
      if (scores[note] === 0) continue;
      const weight = Math.max(notes[note] ?? 0, articles[noteArticles[note] ?? 0] ?? 0);
      scores[note] = weight === 0 ? 0 : (scores[note] ?? 0) + weight;
    }
  }
  return scores;
}

function markTermOf(
  segment: OpenSegment,
  { word, how, entityIds, otherNames }: SoughtTerm,
) {
  const marks = noMarks(segment.noteCount, segment.articleCount);
  markPrefixes(segment, [...word.prefixes, ...otherNames], marks);
  if (entityIds.size > 0) {
    const flags = segment.entityIds().map((id) => Number(entityIds.has(id)));
    markEntities(segment, Uint8Array.from(flags), marks);
  }
  if (how === 'loose') {
    markPrefixes(segment, word.loose, marks);
    markInside(segment, word, marks);
  }
  return marks;
}

/** Whether a form of any word of the segment begins as the word does. */
export function hasWord(segment: OpenSegment, { prefixes }: SoughtWord): boolean {
  const marks = noMarks(segment.noteCount, segment.articleCount);
  markPrefixes(segment, prefixes, marks);
  const { superseded, noteArticles } = segment;
  return (
    marks.isAny &&
    (marks.articles.some((weight, at) => weight > 0 && superseded[at] === 0) ||
      marks.notes.some(
        (weight, at) => weight > 0 && superseded[noteArticles[at] ?? 0] === 0,
      ))
  );
}

/** What keeps each note out. */
export function filterNotes(segment: OpenSegment, filters: NoteFilters): Uint16Array {
  const { noteCount, noteArticles, traits, createdAt } = segment;
  const kept = new Uint16Array(noteCount);
  const articles = filterArticles(segment, filters);
  const tags = filters.tag === undefined ? null : tagsSpelt(segment, filters.tag);
  const colour = filters.colour && NOTE_COLOURS.indexOf(filters.colour);
  const kind = filters.kind && SOUGHT_KINDS.indexOf(filters.kind);
  const { from = -Infinity, to = Infinity, orphaned } = filters;
  const trash = filters.trash === true;
  for (let note = 0; note < noteCount; note++) {
    const trait = traits[note] ?? 0;
    const time = createdAt[note] ?? 0;
    let bits = articles[noteArticles[note] ?? 0] ?? 0;
    if (tags !== null && !hasAny(segment.noteTags, note, tags)) bits |= KEPT.tag;
    if (colour !== undefined && colourIn(trait) !== colour) bits |= KEPT.colour;
    if (kind !== undefined && kindIn(trait) !== kind) bits |= KEPT.kind;
    if (time < from || time >= to) bits |= KEPT.date;
    if (orphaned !== undefined && isOrphanedIn(trait) !== orphaned) bits |= KEPT.orphaned;
    if (isInTrash(trait) !== trash) bits |= KEPT.trash;
    kept[note] = bits;
  }
  return kept;
}

/** By article: what keeps all of its notes out. */
function filterArticles(
  segment: OpenSegment,
  { site, storyId, entityId }: NoteFilters,
): Uint16Array {
  const bits = new Uint16Array(segment.articleCount);
  const wanted = (names: readonly string[], name: string) =>
    new Set(names.flatMap((one, at) => (one === name ? [at] : [])));
  const sites = site === undefined ? null : wanted(segment.siteNames(), site);
  const stories = storyId === undefined ? null : wanted(segment.storyIds(), storyId);
  const entities = entityId === undefined ? null : wanted(segment.entityIds(), entityId);
  for (let at = 0; at < bits.length; at++) {
    let own = 0;
    if (sites !== null && !sites.has(segment.articleSites[at] ?? -1)) own |= KEPT.site;
    if (stories !== null && !hasAny(segment.articleStories, at, stories))
      own |= KEPT.story;
    if (entities !== null && !hasAny(segment.articleEntities, at, entities))
      own |= KEPT.entity;
    bits[at] = own;
  }
  return bits;
}

function tagsSpelt(segment: OpenSegment, tag: string): ReadonlySet<number> {
  const folded = spell(tag);
  return new Set(
    segment.tagNames().flatMap((one, at) => (spell(one) === folded ? [at] : [])),
  );
}

function hasAny({ starts, values }: Lists, one: number, wanted: ReadonlySet<number>) {
  const end = starts[one + 1] ?? 0;
  for (let at = starts[one] ?? 0; at < end; at++) {
    if (wanted.has(values[at] ?? -1)) return true;
  }
  return false;
}
