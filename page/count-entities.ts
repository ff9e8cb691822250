import type { Recognition } from '@/core/model/mention';
import type { CountedEntity } from './reader-ports';

/** Each entity with the number of its mentions, in the order of first mention. */
export function countEntities(recognition: Recognition): CountedEntity[] {
  const counts = new Map<string, number>();
  for (const { entityId } of recognition.mentions)
    counts.set(entityId, (counts.get(entityId) ?? 0) + 1);
  return recognition.entities.flatMap((entity) => {
    const count = counts.get(entity.id);
    return count ? [{ entity, count }] : [];
  });
}
