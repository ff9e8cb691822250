/**
 * Fitted by `npm run evaluate -- similar --fit` on the tuning half of the
 * development pairs (docs/similarity.md); change them by that command only.
 */
import type { Likeness } from './measure-likeness';

export const BIAS = -3.61;
export const WEIGHTS: Readonly<Record<keyof Likeness, number>> = {
  body: 2.57,
  title: 0,
  lead: 1.46,
  titleInOther: 4.19,
  capitals: 0.43,
  actors: 1.25,
  places: 0.15,
  figures: 2.3,
  passages: 0.71,
};
/** From this score two articles tell one story, and from the other they are related. */
export const STORY_LINE = 0.36;
export const RELATED_LINE = 0.11;
