/**
 * What the network learnt from, in the order of `STYLES` in training/train.py.
 * Corpora differ in what a name covers; a text can be read in the manner of
 * one. `news` has the product's own convention.
 */
export const STYLES = [
  'generic',
  'anercorp',
  'wikifane',
  'aqmar',
  'politics',
  'wnut',
  'wikigold',
  'worldwide',
  'news',
] as const;
export type Style = (typeof STYLES)[number];
