/**
 * Fitted by `npm run evaluate -- similar --fit` on the tuning half of the
 * development pairs (docs/similarity.md); change them by that command only.
 */
import type { Likeness } from './measure-likeness';

export const BIAS = -3.91;
export const WEIGHTS: Readonly<Record<keyof Likeness, number>> = {
  body: 3.61,
  lead: 1.31,
  titleInOther: 4.28,
  capitals: 0.05,
  actors: 1.01,
  places: 0.11,
  figures: 1.73,
  passages: 0.13,
};
/** From this score two articles tell one story, and from the other they are related. */
export const STORY_LINE = 0.34;
export const RELATED_LINE = 0.14;
