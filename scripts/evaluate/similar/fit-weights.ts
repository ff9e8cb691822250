/**
 * Fits `core/similarity/weights.ts` on labelled pairs: logistic regression with
 * a pull towards zero, no weight below zero (likeness never speaks against a
 * story), by plain gradient descent, so that the same pairs give the same
 * weights everywhere.
 */
import type { Likeness } from '@/core/similarity/measure-likeness';

const ROUNDS = 8_000;
const STEP = 1;
const RIDGE = 0.001;

export interface Example {
  likeness: Likeness;
  positive: boolean;
}

export interface Fitted {
  bias: number;
  weights: Likeness;
}

export function fitWeights(examples: readonly Example[]): Fitted {
  const names = Object.keys(examples[0]?.likeness ?? {}) as (keyof Likeness)[];
  const rows = examples.map(({ likeness }) => names.map((name) => likeness[name]));
  const weights = names.map(() => 0);
  const total = examples.length;
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = names.map(() => 0);
    let biasSlope = 0;
    for (const [at, row] of rows.entries()) {
      const { positive } = examples[at] as Example;
      const sum = row.reduce((all, value, k) => all + value * (weights[k] ?? 0), bias);
      const miss = 1 / (1 + Math.exp(-sum)) - Number(positive);
      biasSlope += miss;
      for (const [k, value] of row.entries()) slopes[k] = (slopes[k] ?? 0) + miss * value;
    }
    bias -= (STEP * biasSlope) / total;
    for (const [k, slope] of slopes.entries()) {
      const weight = weights[k] ?? 0;
      weights[k] = Math.max(0, weight - STEP * (slope / total + RIDGE * weight));
    }
  }
  return {
    bias,
    weights: Object.fromEntries(
      names.map((name, k) => [name, weights[k]]),
    ) as unknown as Likeness,
  };
}

/** The fitted score of one pair, 0–1. */
export function scoreOf(likeness: Likeness, bias: number, weights: Likeness): number {
  const names = Object.keys(weights) as (keyof Likeness)[];
  const sum = names.reduce((all, name) => all + weights[name] * likeness[name], bias);
  return 1 / (1 + Math.exp(-sum));
}
