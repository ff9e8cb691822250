/**
 * Fits the weights of `core/article/judge-article.ts` on labelled pages:
 * logistic regression with a pull towards zero, by plain gradient descent, so
 * that the same pages give the same weights everywhere.
 */
import type { ArticleEvidence } from '@/core/article/judge-article';
import { examinePage } from '@/page/article/detect-article';
import { parsePage } from '../../predict/article-page';
import { type LabelledPage, readPage } from './page-set';

const ROUNDS = 6_000;
const STEP = 0.5;
const RIDGE = 0.001;

interface Example {
  evidence: ArticleEvidence;
  isArticle: boolean;
}

export function fitWeights(pages: readonly LabelledPage[], folder: string): string {
  const examples = pages.flatMap((page): Example[] => {
    const isArticle = page.truth.isArticle;
    if (isArticle === null || isArticle === undefined) return [];
    const document = parsePage(readPage(folder, page));
    return [{ evidence: examinePage(document, page.url).evidence, isArticle }];
  });
  const names = Object.keys(examples[0]?.evidence ?? {}) as (keyof ArticleEvidence)[];
  const weights = new Map(names.map((name) => [name, 0]));
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = new Map(names.map((name) => [name, 0]));
    let biasSlope = 0;
    for (const { evidence, isArticle } of examples) {
      let sum = bias;
      for (const name of names) sum += (weights.get(name) ?? 0) * evidence[name];
      const miss = 1 / (1 + Math.exp(-sum)) - Number(isArticle);
      biasSlope += miss;
      for (const name of names) {
        slopes.set(name, (slopes.get(name) ?? 0) + miss * evidence[name]);
      }
    }
    bias -= (STEP * biasSlope) / examples.length;
    for (const name of names) {
      const weight = weights.get(name) ?? 0;
      const slope = (slopes.get(name) ?? 0) / examples.length + RIDGE * weight;
      weights.set(name, weight - STEP * slope);
    }
  }
  const lines = names.map((name) => `  ${name}: ${(weights.get(name) ?? 0).toFixed(2)},`);
  return [`BIAS = ${bias.toFixed(2)}`, ...lines].join('\n');
}
