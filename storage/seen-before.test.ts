import { expect, it } from 'vitest';
import { THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';
import type { Entity } from '../core/model/entity';
import { seenBefore } from './seen-before';
import { recordSightings } from './sightings';

const entity = (id: string): Entity => ({
  ...{ id, kind: 'place', names: { en: id }, source: 'lexicon' },
});
const entityIds = ['often', 'once', 'never'];

it('counts the other articles, whether or not this one has been recorded', async () => {
  const db = openTestDatabase();
  const read = (articleId: string, ids: string[]) =>
    recordSightings(
      db,
      articleId,
      ids.map((id) => ({ entity: entity(id), count: 2 })),
      THEN,
    );
  await read('one', ['often', 'once']);
  await read('two', ['often']);
  const before = await seenBefore(db, { entityIds, articleId: null });
  expect(Object.fromEntries(before)).toEqual({ often: 2, once: 1, never: 0 });
  await read('here', entityIds);
  expect(await seenBefore(db, { entityIds, articleId: 'here' })).toEqual(before);
  // Read again, it no longer mentions it: nothing is taken away for that.
  await read('here', ['once']);
  expect(await seenBefore(db, { entityIds, articleId: 'here' })).toEqual(before);
});
