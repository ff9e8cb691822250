/** What was written on a story's articles, and who and where is in them. */
import type { Article } from '../core/model/article';
import type { Note } from '../core/model/note';
import { LOOKED_THROUGH } from './about-entity';
import { countCompany, type KeptCompany } from './count-company';
import type { HawashiDatabase } from './database';
import { membersOf } from './followed-stories';
import { findSomeIds } from './search/find-notes';

export interface AboutStory {
  /** On all its articles. */
  total: number;
  /** The latest of them. */
  notes: { note: Note; article: Article }[];
  /** Of its articles; of very many those that came in last. */
  company: KeptCompany;
}

const LATEST_NOTES = 3;

export async function readAboutStory(
  db: HawashiDatabase,
  storyId: string,
): Promise<AboutStory> {
  const members = await membersOf(db, storyId);
  const latest = members.toSorted((a, b) => b.at - a.at).slice(0, LOOKED_THROUGH);
  const [company, { ids, total }] = await Promise.all([
    countCompany(
      db,
      latest.map(({ articleId }) => articleId),
    ),
    findSomeIds(db, { words: '', filters: { storyId }, sort: 'newest' }, LATEST_NOTES),
  ]);
  const read = await db.notes.bulkGet(ids);
  const notes = read.filter((note) => note !== undefined);
  const articles = await db.articles.bulkGet(notes.map(({ articleId }) => articleId));
  return {
    total,
    notes: notes.flatMap((note, index) => {
      const article = articles[index];
      return article === undefined ? [] : [{ note, article }];
    }),
    company,
  };
}
