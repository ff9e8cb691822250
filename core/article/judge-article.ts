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
  urlNews: number;
  urlOther: number;
  itemArticle: number;
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

const BIAS = -3.3;

const WEIGHTS: Readonly<Record<keyof ArticleEvidence, number>> = {
  linkedNews: 1.16,
  linkedArticle: 0.4,
  linkedOther: -1.81,
  ogArticle: 1.72,
  ogOther: -0.41,
  publishedNamed: 0.45,
  datePresent: 1.36,
  bylinePresent: 0.74,
  ampCopy: 0.01,
  bodyNamed: 2.07,
  urlRoot: -2.02,
  urlListing: -1.13,
  urlSection: -0.9,
  urlDate: 1.08,
  urlSlug: 1.15,
  urlId: -0.09,
  urlNews: 0.87,
  urlOther: -1.51,
  itemArticle: -0.07,
  itemOther: -1.08,
  code: -1.37,
  headlineAgrees: 0.84,
  headlineBig: -0.19,
  concentration: -0.83,
  bodyShare: 1.4,
  linkShare: 0.06,
  length: 0.98,
  paragraphs: 0.39,
  teasers: -0.96,
  commerce: -0.61,
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

export function judgeArticle(evidence: ArticleEvidence): Judgement {
  const confidence = logistic(evidence);
  if (evidence.length < LEAST_LENGTH) return capped(confidence);
  if (evidence.urlRoot === 1 && evidence.linkedNews === 0) return capped(confidence);
  if (evidence.urlListing === 1 && evidence.linkedArticle === 0)
    return capped(confidence);
  return { isArticle: confidence >= LINE, confidence };
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
