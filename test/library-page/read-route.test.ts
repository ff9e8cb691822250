import { describe, expect, it } from 'vitest';
import { readRoute } from '@/entrypoints/library/read-route';

describe('readRoute', () => {
  it.each([
    ['', { type: 'stories' }],
    ['#', { type: 'stories' }],
    ['#stories', { type: 'stories' }],
    ['#history', { type: 'history' }],
    ['#trash', { type: 'trash' }],
    ['#settings', { type: 'settings' }],
    ['#story/', { type: 'stories' }],
    ['#story/abc', { type: 'story', storyId: 'abc' }],
    ['#story/seed%2Fspring', { type: 'story', storyId: 'seed/spring' }],
    ['#story/seed/spring', { type: 'story', storyId: 'seed/spring' }],
    ['#story/%', { type: 'story', storyId: '%' }],
    ['#constructor', { type: 'stories' }],
  ])('of %j', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });
});
