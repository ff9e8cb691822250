/**
 * Fits the weights of `core/article/judge-article.ts` on labelled pages:
 * logistic regression with a pull towards zero, by plain gradient descent, so
 * that the same pages give the same weights everywhere.
 */
import {
  type ArticleEvidence,
  type ArticleWeights,
  judgeArticle,
} from '@/core/article/judge-article';
import { examinePage } from '@/page/article/detect-article';
import { parsePage } from '../../predict/article-page';
import { foldOf, type LabelledPage, readPage } from './page-set';

const ROUNDS = 6_000;
const STEP = 0.5;
const RIDGE = 0.001;
const LINES = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8];

interface Example {
  page: LabelledPage;
  evidence: ArticleEvidence;
  isArticle: boolean;
}

/** The weights that all pages give, and with `folds` how weights do on sites that they have not seen. */
export function fitWeights(
  pages: readonly LabelledPage[],
  folder: string,
  folds: number,
): string {
  const examples = pages.flatMap((page): Example[] => {
    const { isArticle } = page.truth;
    if (isArticle === null || isArticle === undefined) return [];
    const document = parsePage(readPage(folder, page));
    return [{ page, evidence: examinePage(document, page.url).evidence, isArticle }];
  });
  const { bias, weights } = fitted(examples);
  return [
    `BIAS = ${bias.toFixed(2)}`,
    ...Object.entries(weights).map(
      ([name, weight]) => `  ${name}: ${weight.toFixed(2)},`,
    ),
    ...(folds > 1 ? crossValidate(examples, folds) : []),
  ].join('\n');
}

function fitted(examples: readonly Example[]): ArticleWeights {
  const names = Object.keys(examples[0]?.evidence ?? {}) as (keyof ArticleEvidence)[];
  const rows = examples.map(({ evidence }) => names.map((name) => evidence[name]));
  const weights = names.map(() => 0);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const slopes = names.map(() => 0);
    let biasSlope = 0;
    for (const [at, row] of rows.entries()) {
      const sum = row.reduce((all, sign, of) => all + sign * (weights[of] ?? 0), bias);
      const miss = 1 / (1 + Math.exp(-sum)) - Number(examples[at]?.isArticle);
      biasSlope += miss;
      for (const [of, sign] of row.entries())
        slopes[of] = (slopes[of] ?? 0) + miss * sign;
    }
    bias -= (STEP * biasSlope) / rows.length;
    for (const [of, weight] of weights.entries()) {
      const slope = (slopes[of] ?? 0) / rows.length + RIDGE * weight;
      weights[of] = weight - STEP * slope;
    }
  }
  return {
    bias,
    weights: Object.fromEntries(
      names.map((name, of) => [name, weights[of] ?? 0]),
    ) as ArticleWeights['weights'],
  };
}

/** Each page judged by weights from other sites' pages. */
function crossValidate(examples: readonly Example[], folds: number): string[] {
  const judged = Array.from({ length: folds }, (_, fold) => {
    const isHere = ({ page }: Example) => foldOf(page.domain, folds) === fold;
    const by = fitted(examples.filter((one) => !isHere(one)));
    return examples
      .filter(isHere)
      .map((one) => ({ ...one, confidence: judgeArticle(one.evidence, by).confidence }));
  }).flat();
  const share = (list: typeof judged, line: number) =>
    (list.filter(({ confidence }) => confidence >= line).length / list.length).toFixed(3);
  const yes = judged.filter(({ isArticle }) => isArticle);
  const no = judged.filter(({ isArticle }) => !isArticle);
  const news = yes.filter(({ page }) => page.benchmark !== 'wcxb');
  const fronts = no.filter(({ page }) => page.pageType === 'news-front');
  return [
    '',
    `| ${folds} folds by domain: line | true yes | without wcxb | false yes | fronts |`,
    '|---|---|---|---|---|',
    ...LINES.map(
      (line) =>
        `| ${line} | ${share(yes, line)} | ${share(news, line)} | ${share(no, line)} | ${share(fronts, line)} |`,
    ),
  ];
}
