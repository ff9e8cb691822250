/**
 * Whether two readings are of one article. An address alone does not say: a
 * front page shows another article each day, a wrong canonical address is
 * shared by many, and one article stands at several addresses.
 */
import type { ArticleFacts } from '../model/article';
import { compareSketches } from '../similarity/sketch';
import { readTrace } from '../similarity/text-trace';
import { spell } from '../text/spelling';
import { parseAddress } from './address';
import { registrableHost } from './site-host';

type Facts = Pick<ArticleFacts, 'url' | 'title' | 'published' | 'live' | 'trace'>;

/** Of four-word shingles: strangers share next to none, edits of one article leave far more. */
const EDITED_SHARE = 0.1;
/** With fewer hashes in common reach, a share says nothing. */
const FEWEST_SAMPLED = 8;
/** At another address it must be nearly the whole text, each way, and not a flash. */
const TWIN_SHARE = 0.7;
const FEWEST_OF_TWIN = 24;
/** Days of publication this far apart are two days in every time zone, in ms. */
const ANOTHER_DAY = 20 * 3_600_000;

/**
 * Of two readings at one address: 0 when they are two articles, else the more
 * the surer, up to 2. In doubt it is one: notes that have lost their place are
 * shown as such, while notes of another article would not be shown at all.
 */
export function likenessAtAddress(one: Facts, other: Facts): number {
  const [a, b] = [readTrace(one.trace), readTrace(other.trace)];
  if (a === null || b === null) return 1;
  const { shorterInLonger, sample } = compareSketches(a, b);
  if (sample >= FEWEST_SAMPLED && shorterInLonger >= EDITED_SHARE) {
    return 1 + shorterInLonger;
  }
  const titled = isTitledAlike(one, other);
  const dated = !isOfAnotherDay(one, other);
  // Of a live blog's first words none may be left.
  const saysNothing = sample < FEWEST_SAMPLED || one.live === true || other.live === true;
  return (saysNothing ? titled || dated : titled && dated) ? 1 : 0;
}

/** Of two readings at two addresses: they are one article of one site. */
export function isTwin(one: Facts, other: Facts): boolean {
  const [a, b] = [readTrace(one.trace), readTrace(other.trace)];
  if (a === null || b === null || siteOf(one) !== siteOf(other)) return false;
  const { firstInSecond, secondInFirst, sample } = compareSketches(a, b);
  return (
    sample >= FEWEST_OF_TWIN &&
    Math.min(firstInSecond, secondInFirst) >= TWIN_SHARE &&
    isTitledAlike(one, other) &&
    !isOfAnotherDay(one, other)
  );
}

function isTitledAlike({ title: one }: Facts, { title: other }: Facts): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a !== '' && a === b;
}

function wordsOf(title: string): string {
  return spell(title).replace(/[^\p{L}\p{N}]+/gu, '');
}

function isOfAnotherDay({ published: one }: Facts, { published: other }: Facts): boolean {
  const apart = Math.abs(Date.parse(one ?? '') - Date.parse(other ?? ''));
  return apart >= ANOTHER_DAY;
}

function siteOf({ url }: Facts): string {
  const address = parseAddress(url);
  return address === null ? url : registrableHost(address.hostname);
}
