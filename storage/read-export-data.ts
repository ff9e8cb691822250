import type { ExportData } from '../core/export/export-data';
import type { Entity } from '../core/model/entity';
import type { NoteReview } from '../core/review/review-state';
import type { HawashiDatabase } from './database';
import { readReviewsOf } from './review/export-reviews';
import type { KnownEntity } from './schema';

/**
 * Everything, or one article with what belongs to it, as it stood at one
 * moment. `now` in ms since the epoch.
 */
export function readExportData(
  db: HawashiDatabase,
  { articleId, now }: { articleId?: string; now: number },
): Promise<ExportData> {
  const { articles, notes, versions, entities, sightings, meta } = db;
  const tables = [articles, notes, versions, entities, sightings, meta];
  return db.transaction('r', tables, async (): Promise<ExportData> => {
    if (articleId === undefined) {
      return {
        exportedAt: now,
        scope: 'everything',
        articles: await articles.toArray(),
        notes: await notes.toArray(),
        versions: await versions.toArray(),
        entities: (await entities.toArray()).map(toEntity),
        sightings: await sightings.toArray(),
        ...(await ifAny(readReviewsOf(db, 'all'))),
      };
    }
    const [article] = await articles.where({ id: articleId }).toArray();
    const itsNotes = await notes.where({ articleId }).toArray();
    const itsSightings = await sightings.where({ articleId }).toArray();
    const noteIds = itsNotes.map(({ id }) => id);
    const known = await entities.bulkGet(itsSightings.map(({ entityId }) => entityId));
    return {
      exportedAt: now,
      scope: 'article',
      articles: article === undefined ? [] : [article],
      notes: itsNotes,
      versions: await versions.where('noteId').anyOf(noteIds).toArray(),
      entities: known.filter((entity) => entity !== undefined).map(toEntity),
      sightings: itsSightings,
      ...(await ifAny(readReviewsOf(db, noteIds))),
    };
  });
}

/** These notes, with their articles and what belongs to those, as they stood at one moment. `now` in ms since the epoch. */
export function readExportOfNotes(
  db: HawashiDatabase,
  { noteIds, now }: { noteIds: readonly string[]; now: number },
): Promise<ExportData> {
  const { articles, notes, versions, entities, sightings, meta } = db;
  const tables = [articles, notes, versions, entities, sightings, meta];
  return db.transaction('r', tables, async (): Promise<ExportData> => {
    const theirs = (await notes.bulkGet([...noteIds])).filter(
      (note) => note !== undefined,
    );
    const articleIds = [...new Set(theirs.map(({ articleId }) => articleId))];
    const seen = await sightings.where('articleId').anyOf(articleIds).toArray();
    const entityIds = [...new Set(seen.map(({ entityId }) => entityId))];
    const [itsArticles, known] = await Promise.all([
      articles.bulkGet(articleIds),
      entities.bulkGet(entityIds),
    ]);
    return {
      exportedAt: now,
      scope: 'notes',
      articles: itsArticles.filter((article) => article !== undefined),
      notes: theirs,
      versions: await versions
        .where('noteId')
        .anyOf(theirs.map(({ id }) => id))
        .toArray(),
      entities: known.filter((entity) => entity !== undefined).map(toEntity),
      sightings: seen,
      ...(await ifAny(readReviewsOf(db, noteIds))),
    };
  });
}

/** Most exports have none, and the files of those are as they always were. */
async function ifAny(read: Promise<NoteReview[]>): Promise<Pick<ExportData, 'reviews'>> {
  const reviews = await read;
  return reviews.length === 0 ? {} : { reviews };
}

/** Without what can be made again from the sightings. */
function toEntity({ updatedAt: _, totals: __, ...entity }: KnownEntity): Entity {
  return entity;
}
