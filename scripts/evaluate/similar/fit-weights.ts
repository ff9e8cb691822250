/**
 * Fits `core/similarity/weights.ts` on pairs that people graded: a cumulative
 * logistic regression (McCullagh: Regression models for ordinal data, 1980),
 * one weight for each likeness and a bias for each of three lines between the
 * grades, so that a related pair teaches more than "not one story". A pull
 * towards zero, no weight below zero (likeness never speaks against a story),
 * plain gradient descent: the same pairs give the same weights everywhere.
 */
import type { Model } from '@/core/similarity/weights';

const ROUNDS = 4_000;
const STEP = 1;
const RIDGE = 0.002;
/** Between grades: from 1, one story, to 4, nothing in common. The score is of the middle one. */
const LINES = [1.5, 2.5, 3.25];
const STORY = 1;

export interface Example<Name extends string> {
  likeness: Readonly<Record<Name, number>>;
  /** 1–4, as people judged. */
  grade: number;
}

export function fitWeights<Name extends string>(
  names: readonly Name[],
  examples: readonly Example<Name>[],
): Model<Name> {
  const rows = examples.map(({ likeness }) => names.map((name) => likeness[name]));
  const below = examples.map(({ grade }) => LINES.map((line) => Number(grade < line)));
  const share = STEP / (examples.length * LINES.length);
  const weights = names.map(() => 0);
  const biases = LINES.map(() => 0);
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = names.map(() => 0);
    const biasSlopes = LINES.map(() => 0);
    for (const [at, row] of rows.entries()) {
      const sum = row.reduce((all, value, k) => all + value * (weights[k] ?? 0), 0);
      let misses = 0;
      for (const [line, bias] of biases.entries()) {
        const miss = sigmoid(sum + bias) - (below[at]?.[line] ?? 0);
        biasSlopes[line] = (biasSlopes[line] ?? 0) + miss;
        misses += miss;
      }
      for (const [k, value] of row.entries())
        slopes[k] = (slopes[k] ?? 0) + misses * value;
    }
    for (const [line, slope] of biasSlopes.entries()) {
      biases[line] = (biases[line] ?? 0) - share * LINES.length * slope;
    }
    for (const [k, slope] of slopes.entries()) {
      const weight = weights[k] ?? 0;
      weights[k] = Math.max(0, weight - share * slope - STEP * RIDGE * weight);
    }
  }
  return {
    bias: biases[STORY] ?? 0,
    weights: Object.fromEntries(names.map((name, k) => [name, weights[k]])) as Record<
      Name,
      number
    >,
  };
}

/** The fitted score of one pair, 0–1. */
export function scoreOf<Name extends string>(
  { bias, weights }: Model<Name>,
  likeness: Readonly<Record<Name, number>>,
): number {
  const names = Object.keys(weights) as Name[];
  return sigmoid(names.reduce((all, name) => all + weights[name] * likeness[name], bias));
}

function sigmoid(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
