/**
 * Is this page an article, and where is its text? Reads the page as it is,
 * changes nothing, keeps nothing: call it again whenever the page has changed.
 */
import { type ArticleEvidence, judgeArticle } from '@/core/article/judge-article';
import { tellLanguage } from '@/core/article/tell-language';
import type { ArticleFacts } from '@/core/model/article';
import type { ArticleBlock } from './article-block';
import { collectBlocks, type KeptRun } from './collect-blocks';
import { findHeadline, type Headline } from './find-headline';
import {
  elementInView,
  findParts,
  metadataOf,
  type Part,
  rateWithin,
} from './find-parts';
import { firstProse, type Rating, rateSurvey } from './find-root';
import { gatherEvidence } from './gather-evidence';
import { narrowRoot } from './narrow-root';
import { descriptionsOf, linkedArticleOf, readFacts, titlesOf } from './read-facts';
import { type PageMetadata, readMetadata } from './read-metadata';
import { type Survey, surveyPage } from './survey-page';
import { tellCompleteness } from './tell-completeness';

export interface Detection {
  isArticle: boolean;
  /** 0–1. */
  confidence: number;
  facts: ArticleFacts;
  /** The headline's block first, where the page shows one; then the body in reading order. */
  blocks: ArticleBlock[];
  /** Where several articles stand in the page: the element of each. */
  parts: readonly Element[];
}

export function detectArticle(document: Document, url: string): Detection {
  return examinePage(document, url).detection;
}

/** A detection with the evidence it rests on, for fitting and explaining. */
export function examinePage(
  document: Document,
  url: string,
): { detection: Detection; evidence: ArticleEvidence } {
  const page = readMetadata(document);
  const survey = surveyPage(document);
  const whole = rateSurvey(survey);
  const parts = findParts(survey, whole);
  const { metadata, rating, headline } =
    otherInView(parts, survey, whole, page, url) ?? ownArticle(survey, whole, page, url);
  const root = narrowRoot(survey, rating, headline);
  const body = collectBlocks(
    { ...rating, root },
    survey,
    headline,
    descriptionsOf(metadata),
  );
  const firstBody =
    body[0] === undefined ? survey.runs.length : survey.runs.indexOf(body[0].run);
  const text = body.map(({ run }) => run.text).join('\n\n');
  const facts = readFacts({
    metadata,
    survey,
    url,
    headline,
    firstBody,
    text,
    madeAt: madeAtOf(document),
  });
  const evidence = gatherEvidence({
    metadata: page,
    survey,
    rating,
    body,
    headline,
    facts,
    url,
  });
  const { isArticle, confidence } = judgeArticle(evidence);
  const completeness = tellCompleteness({
    survey,
    root,
    body,
    linked: linkedArticleOf(metadata, url, headline?.run.text ?? ''),
    types: metadata.linkedTypes,
    title: facts.title,
    url,
    wordCount: facts.wordCount,
  });
  const detection = {
    isArticle,
    confidence,
    facts: { ...facts, lang: tellLanguage(text), ...completeness },
    blocks: blocksOf(headline, body),
    parts: parts.map(({ frame }) => frame.element),
  };
  return { detection, evidence };
}

interface Chosen {
  metadata: PageMetadata;
  rating: Rating;
  headline: Headline | null;
}

function ownArticle(
  survey: Survey,
  rating: Rating,
  metadata: PageMetadata,
  url: string,
): Chosen {
  const headline = findHeadline(survey, titlesOf(metadata, url), firstProse(rating));
  return { metadata, rating, headline };
}

/** The article in view, where it is another than the one that the page's metadata are of. */
function otherInView(
  parts: readonly Part[],
  survey: Survey,
  rating: Rating,
  page: PageMetadata,
  url: string,
): Chosen | null {
  const seen = elementInView(parts.map(({ frame }) => frame.element));
  const part = parts.find(({ frame }) => frame.element === seen);
  if (part === undefined) return null;
  const own = ownArticle(survey, rating, page, url).headline;
  if (own === null || own.at === part.headline.at) return null;
  const metadata = metadataOf(part, page, url);
  if (metadata === null) return null;
  return { metadata, rating: rateWithin(rating, survey, part), headline: part.headline };
}

/** A parsed document has no such time, whatever its type says. */
function madeAtOf(document: Document): number | null {
  const time = Date.parse((document.lastModified as string | undefined) ?? '');
  return Number.isNaN(time) ? null : time;
}

function blocksOf(headline: Headline | null, body: readonly KeptRun[]): ArticleBlock[] {
  const blocks = body.map(({ block }) => block);
  if (headline === null || body.some(({ run }) => run === headline.run)) return blocks;
  const { run } = headline;
  return [{ element: run.frame.element, role: 'headline', skip: run.skip }, ...blocks];
}
