/**
 * Article or not: weighted evidence, vetoes, and the demand for a body. The
 * weights were fitted on pages of known kind (docs/articles.md says which);
 * the vetoes and demands are rules that no weight may outvote.
 */

/** Each 0–1; what each means is told where it is gathered (`page/article/gather-evidence.ts`). */
export interface ArticleEvidence {
  linkedNews: number;
  linkedArticle: number;
  linkedOther: number;
  ogArticle: number;
  ogOther: number;
  publishedNamed: number;
  datePresent: number;
  bylinePresent: number;
  bodyNamed: number;
  urlRoot: number;
  urlListing: number;
  urlSection: number;
  urlDate: number;
  urlSlug: number;
  urlNews: number;
  urlOther: number;
  itemOther: number;
  /** Share of the page's pieces that are computer code. */
  code: number;
  headlineAgrees: number;
  headlineBig: number;
  /** Share of the page's prose that is the body. */
  concentration: number;
  /** Share of the page's text that is the body's prose. */
  bodyShare: number;
  /** Share of the page's text inside links. */
  linkShare: number;
  length: number;
  paragraphs: number;
  teasers: number;
  commerce: number;
  forum: number;
}

export interface ArticleWeights {
  bias: number;
  weights: Readonly<Record<keyof ArticleEvidence, number>>;
}

const BIAS = -3.8;

const WEIGHTS: ArticleWeights['weights'] = {
  linkedNews: 0.81,
  linkedArticle: 0.9,
  linkedOther: -1.34,
  ogArticle: 1.52,
  ogOther: -0.46,
  publishedNamed: 0.3,
  datePresent: 0.76,
  bylinePresent: 1.17,
  bodyNamed: 1.84,
  urlRoot: -2.07,
  urlListing: -1.61,
  urlSection: -1.46,
  urlDate: 0.69,
  urlSlug: 0.67,
  urlNews: 0.82,
  urlOther: -2.29,
  itemOther: -0.86,
  code: -0.55,
  headlineAgrees: 0.8,
  headlineBig: 0.33,
  concentration: -0.17,
  bodyShare: 1.44,
  linkShare: -0.13,
  length: 0.93,
  paragraphs: 0.23,
  teasers: -0.27,
  commerce: -0.63,
  forum: -0.76,
};

/** Prose below this is no article, whatever the markup says: `length` of about 50 units, a sentence. */
const LEAST_LENGTH = 0.1;

/**
 * Above one half: between .5 and .6 stand guides, manuals and lists more than
 * news, and a page wrongly read is worse than one read on the second click.
 */
const LINE = 0.6;

export interface Judgement {
  isArticle: boolean;
  /** 0–1. */
  confidence: number;
}

export function judgeArticle(
  evidence: ArticleEvidence,
  by: ArticleWeights = { bias: BIAS, weights: WEIGHTS },
): Judgement {
  const confidence = logistic(evidence, by);
  if (evidence.length < LEAST_LENGTH) return capped(confidence);
  if (evidence.urlRoot === 1 && evidence.linkedNews === 0) return capped(confidence);
  if (evidence.urlListing === 1 && evidence.linkedArticle === 0)
    return capped(confidence);
  return { isArticle: confidence >= LINE, confidence };
}

function logistic(evidence: ArticleEvidence, { bias, weights }: ArticleWeights): number {
  let sum = bias;
  for (const name of Object.keys(weights) as (keyof ArticleEvidence)[]) {
    sum += weights[name] * evidence[name];
  }
  return 1 / (1 + Math.exp(-sum));
}

/** A veto: below the line, however strong the rest. */
function capped(confidence: number): Judgement {
  return { isArticle: false, confidence: Math.min(confidence, 0.2) };
}
