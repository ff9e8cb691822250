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

const BIAS = -3.25;

const WEIGHTS: ArticleWeights['weights'] = {
  linkedNews: 0.97,
  linkedArticle: 0.46,
  linkedOther: -1.84,
  ogArticle: 1.55,
  ogOther: -0.4,
  publishedNamed: 0.81,
  datePresent: 1.23,
  bylinePresent: 0.78,
  bodyNamed: 2.11,
  urlRoot: -2.11,
  urlListing: -1.62,
  urlSection: -1.07,
  urlDate: 0.92,
  urlSlug: 0.93,
  urlNews: 0.69,
  urlOther: -1.89,
  itemOther: -1.03,
  code: -1.28,
  headlineAgrees: 0.85,
  headlineBig: -0.18,
  concentration: -0.34,
  bodyShare: 1.35,
  linkShare: -0.41,
  length: 0.93,
  paragraphs: 0.46,
  teasers: -0.75,
  commerce: -0.89,
  forum: -0.54,
};

/** Prose below this is no article, whatever the markup says: `length` of about 250 units. */
const LEAST_LENGTH = 0.3;

/**
 * Above one half: between .5 and .65 stand guides, manuals and lists more than
 * news, and a page wrongly read is worse than one read on the second click.
 */
const LINE = 0.65;

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
