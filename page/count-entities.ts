import type { Recognition } from '@/core/model/mention';
import type { CountedEntity } from './reader-ports';

/** Each entity with the number of its mentions, in the order of first mention. */
export function countEntities(recognition: Recognition): CountedEntity[] {
  const counts = new Map<string, number>();
  const actors = new Set<string>();
  for (const { entityId, acts } of recognition.mentions) {
    counts.set(entityId, (counts.get(entityId) ?? 0) + 1);
    if (acts === true) actors.add(entityId);
  }
  return recognition.entities.flatMap((entity) => {
    const count = counts.get(entity.id);
    if (!count) return [];
    return [{ entity, count, ...(actors.has(entity.id) && { acts: true as const }) }];
  });
}
