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
import { firstProse, rateSurvey } from './find-root';
import { gatherEvidence } from './gather-evidence';
import { narrowRoot } from './narrow-root';
import { descriptionsOf, linkedArticleOf, readFacts, titlesOf } from './read-facts';
import { readMetadata } from './read-metadata';
import { surveyPage } from './survey-page';
import { tellCompleteness } from './tell-completeness';

export interface Detection {
  isArticle: boolean;
  /** 0–1. */
  confidence: number;
  facts: ArticleFacts;
  /** The headline's block first, where the page shows one; then the body in reading order. */
  blocks: ArticleBlock[];
}

export function detectArticle(document: Document, url: string): Detection {
  return examinePage(document, url).detection;
}

/** A detection with the evidence it rests on, for fitting and explaining. */
export function examinePage(
  document: Document,
  url: string,
): { detection: Detection; evidence: ArticleEvidence } {
  const metadata = readMetadata(document);
  const survey = surveyPage(document);
  const rating = rateSurvey(survey);
  const headline = findHeadline(survey, titlesOf(metadata, url), firstProse(rating));
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
    metadata,
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
  };
  return { detection, evidence };
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
