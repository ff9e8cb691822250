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
  ampCopy: number;
  bodyNamed: number;
  urlRoot: number;
  urlListing: number;
  urlSection: number;
  urlDate: number;
  urlSlug: number;
  urlId: number;
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

const BIAS = -4;

const WEIGHTS: Readonly<Record<keyof ArticleEvidence, number>> = {
  linkedNews: 2,
  linkedArticle: 1,
  linkedOther: -1,
  ogArticle: 1.5,
  ogOther: -0.5,
  publishedNamed: 1.5,
  datePresent: 1,
  bylinePresent: 0.5,
  ampCopy: 0.5,
  bodyNamed: 0.8,
  urlRoot: -3,
  urlListing: -2,
  urlSection: -1.5,
  urlDate: 1,
  urlSlug: 1,
  urlId: 0.5,
  headlineAgrees: 1,
  headlineBig: 0.5,
  concentration: 1.5,
  bodyShare: 2,
  linkShare: -1.5,
  length: 1.5,
  paragraphs: 0.5,
  teasers: -2,
  commerce: -2,
  forum: -2,
};

/** Prose below this is no article, whatever the markup says: `length` of about 250 units. */
const LEAST_LENGTH = 0.3;

export interface Judgement {
  isArticle: boolean;
  /** 0–1. */
  confidence: number;
}

export function judgeArticle(evidence: ArticleEvidence): Judgement {
  const confidence = logistic(evidence);
  if (evidence.length < LEAST_LENGTH) return capped(confidence);
  if (evidence.urlRoot === 1 && evidence.linkedNews === 0) return capped(confidence);
  if (evidence.urlListing === 1 && evidence.linkedArticle === 0)
    return capped(confidence);
  return { isArticle: confidence >= 0.5, confidence };
}

function logistic(evidence: ArticleEvidence): number {
  let sum = BIAS;
  for (const name of Object.keys(WEIGHTS) as (keyof ArticleEvidence)[]) {
    sum += WEIGHTS[name] * evidence[name];
  }
  return 1 / (1 + Math.exp(-sum));
}

/** A veto: below the line, however strong the rest. */
function capped(confidence: number): Judgement {
  return { isArticle: false, confidence: Math.min(confidence, 0.2) };
}
