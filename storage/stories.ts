/** The stories that the reader follows, for the page that shows them. */
import type { Article } from '../core/model/article';
import type { Correction, Story } from '../core/model/story';
import { correctionsOfStory } from './corrections';
import type { HawashiDatabase } from './database';
import { NoSuchRecordError } from './failure';
import { membersOf } from './followed-stories';
import { notesByArticle } from './kin';
import type { Membership } from './schema';

export interface StoryOverview {
  story: Story;
  /** Articles of it that were read. */
  articles: number;
  /** On them, the trash left out. */
  notes: number;
  /** When the last of them came in, in ms since the epoch; null without any. */
  latestAt: number | null;
}

export interface StoryArticle {
  article: Article;
  /** 0–1 */
  score: number;
  /** How it came in; of one that the reader took out, how it had. */
  by: Membership['by'];
  notes: number;
  said: Correction['says'] | null;
}

/** All stories, followed or ended, the one with the latest article first. */
export async function readStories(db: HawashiDatabase): Promise<StoryOverview[]> {
  const stories = await db.stories.toArray();
  const overviews = await Promise.all(
    stories.map(async (story): Promise<StoryOverview> => {
      const members = await membersOf(db, story.id);
      const ids = members.map(({ articleId }) => articleId);
      const notes = await notesByArticle(db, ids);
      return {
        story,
        articles: ids.length,
        notes: [...notes.values()].reduce((sum, { length }) => sum + length, 0),
        latestAt: members.reduce<number | null>(
          (latest, { at }) => Math.max(latest ?? at, at),
          null,
        ),
      };
    }),
  );
  return overviews.sort(
    (a, b) => (b.latestAt ?? b.story.createdAt) - (a.latestAt ?? a.story.createdAt),
  );
}

/** The articles of a story by time, with those that the reader took out of it (`said: 'different'`). */
export async function readStoryArticles(
  db: HawashiDatabase,
  storyId: string,
): Promise<StoryArticle[]> {
  const members = await membersOf(db, storyId);
  const corrections = await correctionsOfStory(db, storyId);
  const said = new Map(corrections.map((one) => [one.articleId, one.says]));
  const inside = new Set(members.map(({ articleId }) => articleId));
  const outside = corrections
    .filter(({ articleId, says }) => says === 'different' && !inside.has(articleId))
    .map(({ articleId, score }) => ({ articleId, score, by: 'found' as const }));
  const all = [...members, ...outside];
  const ids = all.map(({ articleId }) => articleId);
  const articles = await db.articles.bulkGet(ids);
  const notes = await notesByArticle(db, ids);
  return all
    .flatMap(({ articleId, score, by }, index): StoryArticle[] => {
      const article = articles[index];
      if (article === undefined) return [];
      return [
        {
          article,
          score,
          by,
          notes: notes.get(articleId)?.length ?? 0,
          said: said.get(articleId) ?? null,
        },
      ];
    })
    .sort((a, b) => timeOf(a.article) - timeOf(b.article));
}

/** When it was published, else when the reader first opened it; ms since the epoch. */
function timeOf({ published, createdAt }: Article): number {
  const time = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(time) ? createdAt : time;
}

/**
 * Follows the story of an article: it and those that tell the same (`kin`) are
 * its first members. A story that is known already is given back as it is.
 * Throws {@link NoSuchRecordError} when there is no such article.
 */
export function followStory(
  db: HawashiDatabase,
  wish: { storyId: string; articleId: string; name: string; at: number },
  kin: readonly { articleId: string; score: number }[],
): Promise<Story> {
  const { storyId, articleId, name, at } = wish;
  return db.transaction('rw', db.stories, db.memberships, db.articles, async () => {
    const known = await db.stories.get(storyId);
    if (known !== undefined) return known;
    if ((await db.articles.get(articleId)) === undefined) {
      throw new NoSuchRecordError(`no article ${articleId}`);
    }
    const story: Story = {
      id: storyId,
      name,
      followed: true,
      createdAt: at,
      updatedAt: at,
    };
    await db.stories.add(story);
    await db.memberships.bulkPut([
      { storyId, articleId, score: 1, by: 'reader', visitId: null, at },
      ...kin.map((one) => ({
        storyId,
        articleId: one.articleId,
        score: one.score,
        by: 'found' as const,
        visitId: null,
        at,
      })),
    ]);
    return story;
  });
}

/** Renames a story, ends following it, or follows it again; an older wish than its last change does nothing. */
export function changeStory(
  db: HawashiDatabase,
  wish: {
    storyId: string;
    name?: string | undefined;
    followed?: boolean | undefined;
    at: number;
  },
): Promise<Story> {
  const { storyId, name, followed, at } = wish;
  return db.transaction('rw', db.stories, async () => {
    const known = await db.stories.get(storyId);
    if (known === undefined) throw new NoSuchRecordError(`no story ${storyId}`);
    if (at < known.updatedAt) return known;
    const story: Story = {
      ...known,
      name: name ?? known.name,
      followed: followed ?? known.followed,
      updatedAt: at,
    };
    await db.stories.put(story);
    return story;
  });
}
