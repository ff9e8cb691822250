import type { Entity } from '@/core/model/entity';
import { namesOf } from './entity-names';

/** Both names, each in its own direction and language, Arabic first. */
export function EntityNames({ entity, id }: { entity: Entity; id?: string }) {
  const [first, second] = namesOf(entity);
  return (
    <span class="hw-names" {...(id ? { id } : {})}>
      <bdi class="hw-name-first" lang={first.lang} dir="auto">
        {first.words}
      </bdi>{' '}
      {second && (
        <bdi class="hw-name-second" lang={second.lang} dir="auto">
          {second.words}
        </bdi>
      )}
    </span>
  );
}
