/** What the pages of one article, and of one actor or place, show. */
import type { Article } from '@/core/model/article';
import type { Entity } from '@/core/model/entity';
import type { Note } from '@/core/model/note';
import type { Story } from '@/core/model/story';

export interface ArticlePart {
  article: Article;
  /** As they follow in the text. */
  notes: readonly Note[];
  /** Most mentioned first. */
  entities: readonly { entity: Entity; count: number; acts?: true }[];
  stories: readonly Story[];
}

export interface EntityPart {
  entity: Entity;
  /** Articles that mention it. */
  total: number;
  /** Those read last, that first; as many as were asked for. */
  articles: readonly { article: Article; count: number; notes: number }[];
  /** Null until it has been read, as the company. */
  said: SaidPart | null;
  company: CompanyPart | null;
}

export interface SaidPart {
  /** Notes on all articles that mention it. */
  total: number;
  /** Those that name it, the latest first; as many as were asked for. */
  said: readonly { note: Note; article: Article }[];
  /** Whether others may name it, too. */
  more: boolean;
}

export interface CompanyPart extends Company {
  /** When the articles looked through were published, else first read, in ms since the epoch. */
  times: readonly number[];
}

/** Who and what is mentioned in the same articles. */
export interface Company {
  /** Articles looked through: of many those read last. */
  looked: number;
  /** In most of them first. */
  company: readonly { entity: Entity; articles: number }[];
  /** Those of `company`, by index, that are mentioned in the same articles. */
  links: readonly { from: number; to: number; articles: number }[];
}

/** Of a story. */
export interface AboutStoryPart {
  /** Notes on all its articles. */
  total: number;
  /** The latest of them. */
  notes: readonly { note: Note; article: Article }[];
  company: Company;
}

export interface AboutActions {
  showMoreArticles(): void;
  showMoreSaid(): void;
}

export const articleAddress = (id: string) => `#article/${encodeURIComponent(id)}`;
export const storyAddress = (id: string) => `#story/${encodeURIComponent(id)}`;
export const entityAddress = (id: string) => `#entity/${encodeURIComponent(id)}`;
