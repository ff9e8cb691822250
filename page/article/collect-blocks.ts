/**
 * The article's blocks under its root, in reading order. Precision over
 * recall: a caption or a related link painted as the article's text is worse
 * than a line left out.
 */
import { isFurniturePhrase } from '@/core/article/furniture-phrases';
import type { ArticleBlock } from './article-block';
import type { Headline } from './find-headline';
import type { RatedRun, Rating } from './find-root';
import { findStandfirst } from './find-standfirst';
import { type Frame, isPadding, type Survey, type TextRun } from './survey-page';
import { isHiddenByLayout } from './visibility';

export interface KeptRun extends RatedRun {
  block: ArticleBlock;
}

const HEADING = /^h[1-6]$/;

export function collectBlocks(
  rating: Rating,
  survey: Survey,
  headline: Headline | null,
  descriptions: readonly string[],
): KeptRun[] {
  const root = rating.root;
  if (root === null) return [];
  const inside = rating.rated.slice(root.first, root.end);
  const body = keepRuns(inside, root);
  const first = body[0] === undefined ? 0 : rating.rated.indexOf(body[0]);
  const standfirst = findStandfirst(survey, rating.rated, headline, first, descriptions);
  return [...standfirst, ...body]
    .filter(({ run }) => !isHiddenByLayout(run.frame.element))
    .map((one) => ({ ...one, block: toBlock(one.run) }));
}

function keepRuns(inside: readonly RatedRun[], root: Frame): RatedRun[] {
  const kept: RatedRun[] = [];
  const last = inside.findLastIndex((one) => !one.excluded && one.prose > 0);
  const first = inside.findIndex((one) => !one.excluded && one.prose > 0);
  let headings: RatedRun[] = [];
  for (let at = Math.max(first, 0); at <= last; at++) {
    const one = inside[at];
    if (one === undefined || one.excluded) continue;
    const { run } = one;
    const linkShare = run.linkLength / Math.max(run.text.length, 1);
    if (isFurniturePhrase(run.text, linkShare)) continue;
    if (HEADING.test(run.frame.tag)) {
      // A heading belongs to the text only when text follows it.
      if (linkShare < 0.5) headings = [one];
      continue;
    }
    if (one.prose === 0 && !isMinorText(one, linkShare, root)) continue;
    kept.push(...headings, one);
    headings = [];
  }
  return kept;
}

/** Short lines that stand as paragraphs or list items among the prose. */
function isMinorText(one: RatedRun, linkShare: number, root: Frame): boolean {
  const { frame } = one.run;
  if (linkShare > 0.5) return false;
  if (frame.tag === 'p' || frame.tag === 'blockquote') return true;
  if (frame.tag === 'li' || frame.tag === 'dd' || frame.tag === 'dt') return true;
  return frame === root || frame.parent === root;
}

function toBlock(run: TextRun): ArticleBlock {
  const { element } = run.frame;
  const block: ArticleBlock = { element, role: 'body', skip: run.skip };
  return isWhole(element, run) ? block : { ...block, nodes: run.nodes };
}

/** True when the run is all that its element holds. */
function isWhole(element: Element, run: TextRun): boolean {
  const nodes = new Set(run.nodes);
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (!isPadding(child) && !nodes.has(child)) return false;
  }
  return true;
}
