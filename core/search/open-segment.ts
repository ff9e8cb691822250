/** A segment as it is searched: what is told of it again and again is worked out once. */
import { namesOf, type Segment } from './segment';

export interface OpenSegment extends Segment {
  noteCount: number;
  articleCount: number;
  /** By article: its notes are found in another segment, which is newer. */
  superseded: Uint8Array;
  /** The names, split at first need. */
  notes(): readonly string[];
  articles(): readonly string[];
  siteNames(): readonly string[];
  tagNames(): readonly string[];
  storyIds(): readonly string[];
  entityIds(): readonly string[];
  titleNames(): readonly string[];
  /** By note: the day on which it was made, as days of the reader's time zone since the epoch. */
  days(): Int32Array;
}

export function openSegment(segment: Segment): OpenSegment {
  const noteCount = segment.createdAt.length;
  const articleCount = segment.articleSites.length;
  const once = <T>(make: () => T): (() => T) => {
    let made: { value: T } | null = null;
    return () => {
      made ??= { value: make() };
      return made.value;
    };
  };
  return {
    ...segment,
    noteCount,
    articleCount,
    superseded: new Uint8Array(articleCount),
    notes: once(() => namesOf(segment.noteIds)),
    articles: once(() => namesOf(segment.articleIds)),
    siteNames: once(() => namesOf(segment.sites)),
    tagNames: once(() => namesOf(segment.tags)),
    storyIds: once(() => namesOf(segment.stories)),
    entityIds: once(() => namesOf(segment.entities)),
    titleNames: once(() => namesOf(segment.titles)),
    days: once(() => Int32Array.from(segment.createdAt, dayOf)),
  };
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Days since the epoch of a time in ms, in the reader's time zone. */
function dayOf(time: number): number {
  return Math.floor((time - new Date(time).getTimezoneOffset() * MINUTE) / DAY);
}

/** `YYYY-MM-DD` */
export function nameOfDay(day: number): string {
  const date = new Date(day * DAY);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** Which of a segment's articles these are; those that it has not are left out. */
export function articlesAt(
  segment: OpenSegment,
  articleIds: ReadonlySet<string>,
): number[] {
  const found: number[] = [];
  for (const [at, id] of segment.articles().entries()) {
    if (articleIds.has(id)) found.push(at);
  }
  return found;
}
