/** What every readable format asks of the records: notes by article, names by article. */
import type { Article } from '../model/article';
import { type Entity, mentionTypeOf, type ShownKind, shownKindOf } from '../model/entity';
import type { Note } from '../model/note';
import { inTextOrder } from '../notes/text-order';
import type { ExportData } from './export-data';

export interface CountedName {
  entity: Entity;
  kind: ShownKind;
  count: number;
}

export interface DataIndex {
  /**
   * The articles that a readable file has: the one that was asked for, else
   * those with notes, the last opened first.
   */
  articles: readonly Article[];
  /** The notes that are not in the trash, in the order of the text. */
  notesOf(article: Article): readonly Note[];
  /** What the last reading found, most mentioned first. */
  namesOf(article: Article): readonly CountedName[];
  /** Notes of {@link articles}. */
  noteCount: number;
}

export function indexData(data: ExportData): DataIndex {
  const notes = groupBy(
    data.notes.filter((note) => note.deletedAt === null).sort(inTextOrder),
    (note) => note.articleId,
  );
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
  const sightings = groupBy(
    data.sightings.filter(({ count }) => count > 0),
    (sighting) => sighting.articleId,
  );
  const articles =
    data.scope === 'article'
      ? data.articles.slice(0, 1)
      : data.articles
          .filter((article) => notes.has(article.id))
          .sort((a, b) => b.lastOpenedAt - a.lastOpenedAt);
  return {
    articles,
    notesOf: (article) => notes.get(article.id) ?? [],
    namesOf(article) {
      const names: CountedName[] = [];
      for (const { entityId, acts, count } of sightings.get(article.id) ?? []) {
        const entity = entities.get(entityId);
        if (entity === undefined) continue;
        names.push({ entity, kind: shownKindOf(entity.kind, acts), count });
      }
      return names.sort((a, b) => b.count - a.count);
    },
    noteCount: articles.reduce((sum, { id }) => sum + (notes.get(id)?.length ?? 0), 0),
  };
}

/** Whether it is shown among the actors, and not among the places. */
export function isActor(kind: ShownKind): boolean {
  return kind === 'power' || mentionTypeOf(kind) !== 'LOC';
}

/** The entity's name in a language, in the other where it has none, plain. */
export function nameOf(entity: Entity, lang: 'ar' | 'en'): string {
  const { ar, en } = entity.names;
  return (lang === 'ar' ? ar || en : en || ar) || entity.id;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
