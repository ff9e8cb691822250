/**
 * Fitted by `npm run evaluate -- similar --fit` on pairs that people judged, of
 * the tuning half alone (docs/similarity.md); change them by that command only.
 */
import type { Likeness, LikenessAcross } from './measure-likeness';

export interface Model<Name extends string> {
  bias: number;
  weights: Readonly<Record<Name, number>>;
}

/** Articles of one language. */
export const WITHIN: Model<keyof Likeness> = {
  bias: -3.82,
  weights: {
    terms: 1.47,
    titles: 1.84,
    leads: 1.83,
    heaviest: 2.97,
    names: 0.28,
    figures: 1.16,
  },
};

/** Articles of two: terms have no say. */
export const ACROSS: Model<keyof LikenessAcross> = {
  bias: -2.32,
  weights: { names: 3.82, figures: 3.23 },
};

/** From this score two articles tell one story, and from the other they are related. */
export const STORY_LINE = 0.34;
export const RELATED_LINE = 0.13;
