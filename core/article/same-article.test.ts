import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { traceText } from '../similarity/trace-text';
import { runToEnd } from '../text/steps';
import { isTwin, likenessAtAddress } from './same-article';

/** A text of its own words, `count` of them. */
const textOf = (seed: string, count = 300) =>
  Array.from({ length: count }, (_, at) => `${seed}${(at * 31) % 257}`).join(' ');
const read = (text: string, others: object = {}) => ({
  url: 'https://paper.example/world/strike-55',
  title: 'Strike in the harbour',
  trace: runToEnd(traceText(text)),
  ...others,
});
const A = textOf('a');
const B = textOf('b');
const MONDAY = { published: '2020-01-06T08:00:00Z' };
const TUESDAY = { published: '2020-01-07T08:00:00+03:00' };

describe('at one address', () => {
  it.each([
    ['the same text under another title', read(A), read(A, { title: 'x' })],
    ['nine tenths rewritten', read(A), read(`${A.slice(0, 300)} ${B.slice(300)}`)],
    [
      'a text of which no trace is kept',
      read(A),
      read(B, { title: 'x', trace: undefined }),
    ],
    ['a paywall’s few words', read(A), read('Subscribe to read on.')],
    ['a flash with another title', read(A), read('Strike begins.', { title: 'x' })],
    ['other words under the same title', read(A), read(B)],
    ['a live blog', read(A), read(B, { title: 'x', live: true })],
  ])('%s is the same article', (_, one, other) => {
    expect(likenessAtAddress(one, other)).toBeGreaterThan(0);
  });

  it.each([
    ['other words under another title', read(A), read(B, { title: 'x' })],
    ['the next day’s, called the same', read(A, MONDAY), read(B, TUESDAY)],
    [
      'a flash of another day and title',
      read(A, MONDAY),
      read('Talks fail.', { ...TUESDAY, title: 'x' }),
    ],
    ['nothing of a title', read(A, { title: '' }), read(B, { title: '…' })],
  ])('%s is another', (_, one, other) => {
    expect(likenessAtAddress(one, other)).toBe(0);
  });

  it('is surest of the text that has most of it', () => {
    const edited = `${A} ${textOf('c', 60)}`;
    expect(likenessAtAddress(read(A), read(A))).toBe(2);
    expect(likenessAtAddress(read(A), read(edited))).toBeGreaterThan(
      likenessAtAddress(read(A), read(B)),
    );
  });
});

describe('at two addresses', () => {
  const amp = { url: 'https://lite.paper.example/x/9' };

  it('the text and the title make one of a site’s pages', () => {
    expect(isTwin(read(A), read(`${A} Share this`, amp))).toBe(true);
  });

  it.each([
    ['another title', { ...amp, title: 'Another strike' }],
    ['another site', { url: 'https://other.example/world/strike-55' }],
    ['no trace', { ...amp, trace: undefined }],
  ])('%s keeps them apart', (_, others) => {
    expect(isTwin(read(A), read(A, others))).toBe(false);
  });

  it.each([
    ['half of it', read(A), read(A.slice(0, A.length / 2), amp)],
    [
      'a flash',
      read('Strike in the harbour begins today.'),
      read('Strike in the harbour begins today.', amp),
    ],
    ['another day', read(A, MONDAY), read(A, { ...amp, ...TUESDAY })],
  ])('%s does, too', (_, one, other) => {
    expect(isTwin(one, other)).toBe(false);
  });
});

it('does not depend on which was read first', () => {
  const reading = fc
    .record({
      text: fc.constantFrom(A, B, `${A} ${B}`, A.slice(0, 90), ''),
      title: fc.constantFrom('x', 'y', ''),
      published: fc.constantFrom(undefined, '2020-01-06', '2020-01-07', 'soon'),
      live: fc.constantFrom(undefined, true as const),
      url: fc.constantFrom('https://a.example/1', 'https://b.a.example/2', 'none'),
    })
    .map(({ text, ...others }) => read(text, others));
  fc.assert(
    fc.property(reading, reading, (one, other) => {
      expect(likenessAtAddress(one, other)).toBe(likenessAtAddress(other, one));
      expect(isTwin(one, other)).toBe(isTwin(other, one));
      expect(likenessAtAddress(one, one)).toBeGreaterThan(0);
    }),
  );
});
