import type { Article } from '@/core/model/article';
import type { StoryArticle } from '@/storage/stories';

/** An article of a story, for tests. */
export function makeStoryArticle(
  id: string,
  facts: Partial<Article> = {},
  row: Partial<StoryArticle> = {},
): StoryArticle {
  return {
    article: {
      id,
      urlKey: `paper.example/${id}`,
      url: `https://paper.example/${id}`,
      title: `Report ${id}`,
      siteName: 'The Paper',
      lang: 'en',
      wordCount: 400,
      createdAt: 1_600_000_000_000,
      updatedAt: 1_600_000_000_000,
      deletedAt: null,
      lastOpenedAt: 1_600_000_000_000,
      ...facts,
    },
    score: 0.87,
    by: 'found',
    notes: 0,
    said: null,
    ...row,
  };
}
