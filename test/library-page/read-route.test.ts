import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '@/components/library-page/note-address';
import { readRoute } from '@/entrypoints/library/read-route';

const NOTES = { type: 'notes', query: EVERYTHING };

describe('readRoute', () => {
  it.each([
    ['', NOTES],
    ['#', NOTES],
    ['#stories', { type: 'stories' }],
    ['#review', { type: 'review' }],
    ['#history', { type: 'history' }],
    ['#calendar', { type: 'calendar', month: null, day: null }],
    ['#calendar/2026-11', { type: 'calendar', month: '2026-11', day: null }],
    ['#calendar/2026-11-23', { type: 'calendar', month: '2026-11', day: '2026-11-23' }],
    ['#calendar/2026-02-30', { type: 'calendar', month: null, day: null }],
    ['#trash', { type: 'trash' }],
    ['#settings', { type: 'settings' }],
    ['#story/', NOTES],
    ['#story/abc', { type: 'story', storyId: 'abc' }],
    ['#story/seed%2Fspring', { type: 'story', storyId: 'seed/spring' }],
    ['#story/seed/spring', { type: 'story', storyId: 'seed/spring' }],
    ['#article/abc', { type: 'article', articleId: 'abc' }],
    ['#entity/per%2Fx', { type: 'entity', entityId: 'per/x' }],
    ['#entity/', NOTES],
    ['#story/%', { type: 'story', storyId: '%' }],
    ['#constructor', NOTES],
    ['#notes', NOTES],
    ['#notes?words=a%2Fb?c', { type: 'notes', query: { ...EVERYTHING, words: 'a/b?c' } }],
    ['#history?words=x', { type: 'history' }],
  ])('of %j', (hash, route) => {
    expect(readRoute(hash)).toEqual(route);
  });
});
