/** What is found of some articles, read from the tables that say it. */
import type { Note } from '../../core/model/note';
import type { ShelvedArticle } from '../../core/search/pack-segment';
import type { HawashiDatabase } from '../database';
import { siteOf } from '../site-switch';

/** The tables to join in a transaction. */
export function shelvedTables(db: HawashiDatabase) {
  return [db.articles, db.notes, db.sightings, db.memberships, db.places, db.stale];
}

/** Those with notes, in no order. Joins the caller's transaction over {@link shelvedTables}. */
export async function shelveArticles(
  db: HawashiDatabase,
  articleIds: readonly string[],
): Promise<ShelvedArticle[]> {
  const byArticle = new Map<string, Note[]>();
  const notes = await Promise.all(
    articleIds.map((articleId) => db.notes.where({ articleId }).toArray()),
  );
  for (const [at, articleId] of articleIds.entries()) {
    const own = notes[at] ?? [];
    if (own.length > 0) byArticle.set(articleId, own);
  }
  const ids = [...byArticle.keys()];
  const [articles, sightings, memberships, places] = await Promise.all([
    db.articles.bulkGet(ids),
    Promise.all(ids.map((articleId) => db.sightings.where({ articleId }).toArray())),
    Promise.all(
      ids.map((articleId) => db.memberships.where({ articleId }).primaryKeys()),
    ),
    Promise.all(ids.map((articleId) => db.places.where({ articleId }).toArray())),
  ]);
  return ids.map((id, at): ShelvedArticle => {
    const article = articles[at];
    return {
      id,
      title: article?.title ?? '',
      site: article === undefined ? '' : siteOf(article.url),
      storyIds: (memberships[at] ?? []).map(([storyId]) => storyId),
      entityIds: (sightings[at] ?? [])
        .filter(({ count }) => count > 0)
        .map(({ entityId }) => entityId),
      notes: byArticle.get(id) ?? [],
      orphaned: new Set(
        (places[at] ?? [])
          .filter(({ status }) => status === 'orphan')
          .map(({ noteId }) => noteId),
      ),
    };
  });
}
