import type { Headline } from './choose-headline';

/** Milliseconds: who was here a moment ago knows that they were. */
const MOMENT = 30 * 60_000;

/** Whether a headline is worth a word in the page itself. `now` in milliseconds since the epoch. */
export function deservesLine(headline: Headline, now: number): boolean {
  switch (headline.type) {
    case 'read-before':
      return headline.changes > 0 || now - headline.at > MOMENT;
    case 'related':
    case 'related-to-story':
      return false;
    default:
      return true;
  }
}
