import { afterEach, expect, test, vi } from 'vitest';
import { newUuid } from './new-uuid';

afterEach(() => vi.restoreAllMocks());

test('is a version 4 UUID, each time another', () => {
  const made = new Set(Array.from({ length: 500 }, newUuid));
  expect(made.size).toBe(500);
  for (const uuid of made)
    expect(uuid).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
});

test('does without what plain http pages do not have', () => {
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    throw new TypeError('not a secure context');
  });
  expect(newUuid()).toHaveLength(36);
});
