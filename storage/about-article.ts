/** All that is kept of one article. */
import type { Article } from '../core/model/article';
import type { Note } from '../core/model/note';
import type { Story } from '../core/model/story';
import { inTextOrder } from '../core/notes/text-order';
import type { HawashiDatabase } from './database';
import type { KnownEntity } from './schema';

export interface AboutArticle {
  article: Article;
  /** As they follow in the text, those on the article as a whole first; the trash left out. */
  notes: Note[];
  /** Most mentioned first. `acts`: a place that acts there. */
  entities: { entity: KnownEntity; count: number; acts?: true }[];
  /** Of which it is a part. */
  stories: Story[];
}

/** Null when the article is not kept. */
export async function readAboutArticle(
  db: HawashiDatabase,
  articleId: string,
): Promise<AboutArticle | null> {
  const article = await db.articles.get(articleId);
  if (article === undefined) return null;
  const notes = await db.notes.where({ articleId }).toArray();
  const sightings = await db.sightings.where({ articleId }).toArray();
  const met = sightings
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  const known = await db.entities.bulkGet(met.map(({ entityId }) => entityId));
  const memberships = await db.memberships.where({ articleId }).toArray();
  const stories = await db.stories.bulkGet(memberships.map(({ storyId }) => storyId));
  return {
    article,
    notes: notes.filter(({ deletedAt }) => deletedAt === null).sort(inTextOrder),
    entities: met.flatMap(({ count, acts }, index) => {
      const entity = known[index];
      return entity === undefined ? [] : [{ entity, count, ...(acts && { acts }) }];
    }),
    stories: stories.filter((story) => story !== undefined),
  };
}
