import { beforeEach, expect, test } from 'vitest';
import type { ArticleFacts } from '@/core/model/article';
import { createCanonicalTrust } from './trust-canonical';

const SITE = 'https://paper.example';
let trust: ReturnType<typeof createCanonicalTrust>;
beforeEach(() => {
  trust = createCanonicalTrust();
});

function facts(url: string, title: string, canonical?: string): ArticleFacts {
  return {
    url: SITE + url,
    ...(canonical === undefined ? {} : { canonicalUrl: SITE + canonical }),
    ...{ title, siteName: 'Paper', lang: 'ar', wordCount: 300 },
  };
}

test('a page’s own canonical address is believed, whatever is changed on the page', () => {
  const first = facts('/?id=1', 'One', '/one');
  expect(trust(first)).toBe(first);
  const corrected = facts('/?id=1&utm_source=x', 'One, corrected', '/one');
  expect(trust(corrected)).toBe(corrected);
});

test('under another address the same story stays where it was filed', () => {
  trust(facts('/?id=1', 'One', '/one'));
  expect(trust(facts('/?id=2', 'One', '/one'))).toEqual(facts('/?id=1', 'One', '/one'));
});

test('the next story is not filed under the last one’s canonical address', () => {
  trust(facts('/?id=1', 'One', '/one'));
  expect(trust(facts('/?id=2', 'Two', '/one'))).toEqual(facts('/?id=2', 'Two'));
  const settled = facts('/?id=2', 'Two', '/two');
  expect(trust(settled)).toBe(settled);
});

test('going back is going back', () => {
  trust(facts('/?id=1', 'One', '/one'));
  trust(facts('/?id=2', 'Two', '/two'));
  const back = facts('/?id=1', 'One', '/one');
  expect(trust(back)).toBe(back);
});

test('a page without one is left as it is', () => {
  const plain = facts('/?id=1', 'One');
  expect(trust(plain)).toBe(plain);
});
