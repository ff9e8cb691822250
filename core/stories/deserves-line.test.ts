import { describe, expect, it } from 'vitest';
import { makeKin, makeMeeting } from '@/test/make-encounter';
import type { Headline } from './choose-headline';
import { deservesLine } from './deserves-line';

const NOW = 1_578_009_600_000;
const MINUTE = 60_000;

describe('deservesLine', () => {
  it.each<[string, Headline, boolean]>([
    ['this article', { type: 'this-article', meeting: makeMeeting() }, true],
    ['a copy', { type: 'republished', first: makeKin(), more: 0, carried: 0 }, true],
    [
      'one left a moment ago',
      { type: 'read-before', at: NOW - 29 * MINUTE, changes: 0 },
      false,
    ],
    ['but changed since', { type: 'read-before', at: NOW - MINUTE, changes: 1 }, true],
    [
      'one left a while ago',
      { type: 'read-before', at: NOW - 31 * MINUTE, changes: 0 },
      true,
    ],
    [
      'what is only related',
      { type: 'related', likeliest: makeKin(), articles: 1 },
      false,
    ],
    [
      'a relative of a story',
      { type: 'related-to-story', meeting: makeMeeting() },
      false,
    ],
  ])('%s', (_, headline, deserves) => {
    expect(deservesLine(headline, NOW)).toBe(deserves);
  });
});
