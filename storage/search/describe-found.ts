/** Notes that were found, as rows: with their article, and where the words stand. */
import type { Article } from '../../core/model/article';
import type { Entity } from '../../core/model/entity';
import { type Note, quoteOf } from '../../core/model/note';
import type { ArticleOfNote, FoundNote, Hit } from '../../core/model/search';
import { findHits, type SoughtForms } from '../../core/search/find-hits';
import type { SoughtTerm } from '../../core/search/match-notes';
import type { HawashiDatabase } from '../database';
import type { Sighting } from '../schema';

/** Of an article that mentions many. */
const MOST_ENTITY_HITS = 8;

/** In the order of the ids; one that is gone meanwhile is left out. */
export async function describeFound(
  db: HawashiDatabase,
  noteIds: readonly string[],
  terms: readonly SoughtTerm[],
): Promise<FoundNote[]> {
  const notes = (await db.notes.bulkGet([...noteIds])).filter((one) => one !== undefined);
  const articleIds = [...new Set(notes.map(({ articleId }) => articleId))];
  const [articles, places, entities] = await Promise.all([
    db.articles.bulkGet(articleIds),
    db.places.bulkGet(notes.map(({ id }) => id)),
    entitiesSought(db, articleIds, terms),
  ]);
  const byId = new Map(articles.flatMap((one) => (one ? [[one.id, one]] : [])));
  const sought = terms.map(formsOf);
  return notes.map((note, at) => {
    const article = byId.get(note.articleId);
    const own = entities.get(note.articleId) ?? [];
    return {
      note,
      article: article === undefined ? null : toArticleOfNote(article),
      isOrphaned: places[at]?.status === 'orphan',
      hits: sought.length === 0 ? [] : hitsOf(note, article, own, sought),
    };
  });
}

function formsOf({ word, how, otherNames }: SoughtTerm): SoughtForms {
  const prefixes = [...word.prefixes, ...otherNames];
  return how === 'begin'
    ? { prefixes, inside: null }
    : { prefixes: [...prefixes, ...word.loose], inside: word.term };
}

/** By article, the actors and places it was found by; most mentioned first. */
async function entitiesSought(
  db: HawashiDatabase,
  articleIds: readonly string[],
  terms: readonly SoughtTerm[],
): Promise<Map<string, Entity[]>> {
  const wanted = new Set(terms.flatMap(({ entityIds }) => [...entityIds]));
  const found = new Map<string, Entity[]>();
  if (wanted.size === 0) return found;
  const sightings = await Promise.all(
    articleIds.map((articleId) => db.sightings.where({ articleId }).toArray()),
  );
  const chosen = sightings.map((own) =>
    own
      .filter(({ entityId, count }) => count > 0 && wanted.has(entityId))
      .sort((a: Sighting, b: Sighting) => b.count - a.count)
      .slice(0, MOST_ENTITY_HITS),
  );
  const ids = [...new Set(chosen.flat().map(({ entityId }) => entityId))];
  const known = new Map(
    (await db.entities.bulkGet(ids)).flatMap((one) => (one ? [[one.id, one]] : [])),
  );
  for (const [at, articleId] of articleIds.entries()) {
    const own = (chosen[at] ?? []).flatMap(({ entityId }) => known.get(entityId) ?? []);
    found.set(articleId, own);
  }
  return found;
}

function hitsOf(
  note: Note,
  article: Article | undefined,
  entities: readonly Entity[],
  sought: readonly SoughtForms[],
): Hit[] {
  const { body, tags } = note;
  const hits: Hit[] = [
    ...findHits(body, sought).map((span) => ({ field: 'body' as const, ...span })),
    ...findHits(quoteOf(note) ?? '', sought).map((span) => ({
      field: 'quote' as const,
      ...span,
    })),
    ...findHits(article?.title ?? '', sought).map((span) => ({
      field: 'title' as const,
      ...span,
    })),
  ];
  for (const { id, names } of entities) {
    for (const name of [names.ar, names.en]) {
      if (name === undefined) continue;
      const spans = findHits(name, sought);
      for (const span of spans) {
        hits.push({ field: 'entity', ...span, entity: { id, name } });
      }
    }
  }
  for (const [tag, text] of tags.entries()) {
    for (const span of findHits(text, sought)) hits.push({ field: 'tag', ...span, tag });
  }
  return hits;
}

function toArticleOfNote(article: Article): ArticleOfNote {
  const { id, url, title, siteName, lang, published, lastOpenedAt } = article;
  return {
    ...{ id, url, title, siteName, lang, lastOpenedAt },
    ...(published !== undefined && { published }),
  };
}
