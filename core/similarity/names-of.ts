import type { EntityKind } from '../model/entity';
import type { Recognition } from '../model/mention';
import type { NameKind } from './fingerprint';

/** An actor or a place of an article. */
export interface NamedInText {
  /** The entity's id, the same in every article and language. */
  id: string;
  kind: NameKind;
  /** As the article writes it. */
  name: string;
  /** Mentions. */
  count: number;
  /** UTF-16 offset of the first. */
  first: number;
}

const ACTORS: ReadonlySet<EntityKind> = new Set(['person', 'organisation', 'group']);

/** The actors and places of an article out of what was recognised in its text. */
export function namesOf({ mentions }: Recognition): NamedInText[] {
  const names = new Map<string, NamedInText>();
  for (const { entityId, kind, surface, start } of mentions) {
    const seen = names.get(entityId);
    if (seen !== undefined) {
      seen.count++;
      if (surface.length > seen.name.length) seen.name = surface;
      continue;
    }
    names.set(entityId, {
      id: entityId,
      kind: ACTORS.has(kind) ? 'actor' : 'place',
      name: surface,
      count: 1,
      first: start,
    });
  }
  return [...names.values()];
}
