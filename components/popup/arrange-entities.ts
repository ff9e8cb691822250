/** Which entities the popup lists, and in which order. */
import {
  type Entity,
  SHOWN_KINDS,
  type ShownKind,
  shownKindOf,
} from '@/core/model/entity';
import { spell } from '@/core/text/spelling';
import type { EntityRow } from './popup-view';

export interface EntityGroup {
  kind: ShownKind;
  rows: EntityRow[];
}

/**
 * By kind; within a kind the most mentioned first, and those alike in the order
 * of the article. `query` is matched against all names, as folded: spelling
 * variants of Arabic, diacritics and case make no difference.
 */
export function arrangeEntities(
  entities: readonly EntityRow[],
  query: string,
): EntityGroup[] {
  const wanted = foldedWords(query);
  const fitting = entities.filter(({ entity }) => fits(entity, wanted));
  return SHOWN_KINDS.map((kind) => ({
    kind,
    rows: fitting
      .filter(({ entity, acts }) => shownKindOf(entity.kind, acts) === kind)
      .sort((one, other) => other.count - one.count),
  })).filter(({ rows }) => rows.length > 0);
}

/** Every word of the query must be somewhere in the names. */
function fits(entity: Entity, wanted: readonly string[]): boolean {
  const names = foldedWords(`${entity.names.ar ?? ''} ${entity.names.en ?? ''}`).join(
    ' ',
  );
  return wanted.every((word) => names.includes(word));
}

function foldedWords(text: string): string[] {
  return text
    .split(/\s+/)
    .map((word) => spell(word))
    .filter((word) => word !== '');
}
