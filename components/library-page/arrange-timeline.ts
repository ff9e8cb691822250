/** Puts the articles of a story into the columns of a timeline. */
import { calendarDay } from '@/locales/near-day';
import { siteOf } from '../story/story-name';
import type { StoryArticleRow } from './library-view';

export interface TimelineColumn {
  /** First and last day, ISO 8601. */
  from: string;
  to: string;
  /** 0–1 along the line of time. */
  at: number;
  /** In the order of time. */
  articles: StoryArticleRow[];
  /** Names of the sites, each once. */
  sites: string[];
}

export interface Timeline {
  from: string;
  to: string;
  /** Those with articles, in the order of time. */
  columns: TimelineColumn[];
}

/** Null when there is nothing to arrange. `most`: columns that there is room for. */
export function arrangeTimeline(
  rows: readonly StoryArticleRow[],
  most: number,
): Timeline | null {
  const dated = rows.map((row) => ({ row, day: dayOfArticle(row) }));
  dated.sort((one, other) => one.day - other.day);
  const first = dated[0]?.day;
  const last = dated.at(-1)?.day;
  if (first === undefined || last === undefined) return null;
  const days = last - first + 1;
  const width = Math.ceil(days / Math.max(1, most));
  const count = Math.ceil(days / width);
  const columns = new Map<number, StoryArticleRow[]>();
  for (const { row, day } of dated) {
    const column = Math.floor((day - first) / width);
    columns.set(column, [...(columns.get(column) ?? []), row]);
  }
  return {
    from: isoOf(first),
    to: isoOf(last),
    columns: [...columns].map(([column, articles]) => ({
      from: isoOf(first + column * width),
      to: isoOf(Math.min(last, first + (column + 1) * width - 1)),
      at: count === 1 ? 0 : column / (count - 1),
      articles,
      sites: [...new Set(articles.map(({ article }) => siteOf(article)))],
    })),
  };
}

/** In days since 1970-01-01: as published, else when it was first opened. */
function dayOfArticle({ article: { published, createdAt } }: StoryArticleRow): number {
  return calendarDay(published ?? createdAt) ?? calendarDay(createdAt) ?? 0;
}

/** ISO 8601 of the day that an article stands under. */
export function isoDayOf(row: StoryArticleRow): string {
  return isoOf(dayOfArticle(row));
}

function isoOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
