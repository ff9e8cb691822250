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
  /** The latest first. */
  articles: readonly { article: Article; count: number; notes: number }[];
  said: readonly { note: Note; article: Article }[];
  company: readonly { entity: Entity; articles: number }[];
}

export const articleAddress = (id: string) => `#article/${encodeURIComponent(id)}`;
export const storyAddress = (id: string) => `#story/${encodeURIComponent(id)}`;
export const entityAddress = (id: string) => `#entity/${encodeURIComponent(id)}`;
