/** How many notes each value of each filter would leave. */
import { FACET_LIMIT, type FacetCount } from '../model/search';
import { spell } from '../text/spelling';
import { KEPT, type Matches } from './match-notes';
import { nameOfDay, type OpenSegment } from './open-segment';
import type { Lists } from './segment';
import { colourAt, colourIn, isInTrash, isOrphanedIn, kindAt, kindIn } from './traits';

/** By value; of what the reader cannot read yet, by id. */
export interface Counts {
  sites: Map<string, number>;
  stories: Map<string, number>;
  entities: Map<string, number>;
  /** By the tag's fold: as it was first seen, and how many. */
  tags: Map<string, FacetCount<string>>;
  colours: Map<number, number>;
  kinds: Map<number, number>;
  days: Map<number, number>;
  orphaned: number;
  trash: number;
  total: number;
}

export function noCounts(): Counts {
  const none = { orphaned: 0, trash: 0, total: 0 };
  return {
    ...{ sites: new Map(), stories: new Map(), entities: new Map(), tags: new Map() },
    ...{ colours: new Map(), kinds: new Map(), days: new Map(), ...none },
  };
}

/** Adds a segment's. A note is counted for a filter when no other keeps it out. */
export function addCounts(
  counts: Counts,
  segment: OpenSegment,
  { scores, kept }: Matches,
): void {
  const { noteArticles, traits, articleCount, noteCount } = segment;
  const bySite = new Uint32Array(articleCount);
  const byStory = new Uint32Array(articleCount);
  const byEntity = new Uint32Array(articleCount);
  const tags = new Uint32Array(segment.tagNames().length);
  const days = segment.days();
  for (let note = 0; note < noteCount; note++) {
    const article = noteArticles[note] ?? 0;
    if (scores[note] === 0 || segment.superseded[article] === 1) continue;
    const bits = kept[note] ?? 0;
    const trait = traits[note] ?? 0;
    const isOpen = (own: number) => (bits & ~own) === 0;
    if (bits === 0) counts.total++;
    if (isOpen(KEPT.site)) bump(bySite, article);
    if (isOpen(KEPT.story)) bump(byStory, article);
    if (isOpen(KEPT.entity)) bump(byEntity, article);
    if (isOpen(KEPT.tag)) addList(tags, segment.noteTags, note, 1);
    if (isOpen(KEPT.colour)) add(counts.colours, colourIn(trait), 1);
    if (isOpen(KEPT.kind)) add(counts.kinds, kindIn(trait), 1);
    if (isOpen(KEPT.date)) add(counts.days, days[note] ?? 0, 1);
    if (isOpen(KEPT.orphaned) && isOrphanedIn(trait)) counts.orphaned++;
    if (isOpen(KEPT.trash) && isInTrash(trait)) counts.trash++;
  }
  const sites = new Uint32Array(segment.siteNames().length);
  const stories = new Uint32Array(segment.storyIds().length);
  const entities = new Uint32Array(segment.entityIds().length);
  for (let article = 0; article < articleCount; article++) {
    const site = segment.articleSites[article] ?? 0;
    sites[site] = (sites[site] ?? 0) + (bySite[article] ?? 0);
    addList(stories, segment.articleStories, article, byStory[article] ?? 0);
    addList(entities, segment.articleEntities, article, byEntity[article] ?? 0);
  }
  addNamed(counts.sites, segment.siteNames(), sites);
  addNamed(counts.stories, segment.storyIds(), stories);
  addNamed(counts.entities, segment.entityIds(), entities);
  for (const [at, tag] of segment.tagNames().entries()) {
    const count = tags[at] ?? 0;
    if (count === 0) continue;
    const folded = spell(tag);
    const known = counts.tags.get(folded);
    if (known === undefined) counts.tags.set(folded, { value: tag, count });
    else known.count += count;
  }
}

/** Commonest first, as many as are told. */
export function commonest<T>(values: Iterable<FacetCount<T>>): FacetCount<T>[] {
  return [...values].sort((a, b) => b.count - a.count).slice(0, FACET_LIMIT);
}

export function toFacet<K, T>(
  counts: ReadonlyMap<K, number>,
  nameOf: (key: K) => T,
): FacetCount<T>[] {
  return [...counts].map(([key, count]) => ({ value: nameOf(key), count }));
}

/** The facets that need nothing but the index. */
export function plainFacets(counts: Counts) {
  return {
    sites: commonest(toFacet(counts.sites, (site) => site)).filter(
      ({ value }) => value !== '',
    ),
    tags: commonest(counts.tags.values()),
    colours: commonest(toFacet(counts.colours, colourAt)),
    kinds: commonest(toFacet(counts.kinds, kindAt)),
    days: toFacet(counts.days, nameOfDay).sort((a, b) => (a.value < b.value ? -1 : 1)),
    orphaned: counts.orphaned,
    trash: counts.trash,
  };
}

function add<K>(counts: Map<K, number>, key: K, count: number): void {
  counts.set(key, (counts.get(key) ?? 0) + count);
}

function bump(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function addList(
  counts: Uint32Array,
  { starts, values }: Lists,
  one: number,
  count: number,
): void {
  if (count === 0) return;
  const end = starts[one + 1] ?? 0;
  for (let at = starts[one] ?? 0; at < end; at++) {
    const value = values[at] ?? 0;
    counts[value] = (counts[value] ?? 0) + count;
  }
}

function addNamed(
  counts: Map<string, number>,
  names: readonly string[],
  own: Uint32Array,
): void {
  for (const [at, name] of names.entries()) {
    const count = own[at] ?? 0;
    if (count > 0) add(counts, name, count);
  }
}
