/**
 * One article among several: a page that goes on with the next story, or lists
 * others under the text. The part whose headline is the page's is the article.
 */

import type { Headline } from './find-headline';
import { firstProse, type Rating } from './find-root';
import type { Frame, Survey } from './survey-page';

/** Prose a part must hold to be an article of its own, in UTF-16 units. */
const LEAST_PROSE = 300;

/** Of the root's prose: the one named part that is the article, and the one the text begins in. */
const MAIN_SHARE = 0.5;
const LEADING_SHARE = 0.3;

export function narrowRoot(
  survey: Survey,
  rating: Rating,
  headline: Headline | null,
): Frame | null {
  const { root } = rating;
  if (root === null) return null;
  const articles = outermost(survey, rating, root, (frame) => frame.tag === 'article');
  const own = articles.find((frame) => headline !== null && holds(frame, headline.at));
  if (own !== undefined) return own;
  const byHeadline =
    headline === null ? null : aloneWithHeadline(survey, rating, root, headline);
  if (byHeadline !== null) return byHeadline;
  const bodies = outermost(survey, rating, root, isNamedPart);
  for (const parts of [articles, bodies]) {
    const only = parts[0];
    if (parts.length !== 1 || only === undefined) continue;
    const share = rating.proseOf(only) / Math.max(rating.proseOf(root), 1);
    const leads = holds(only, firstProse(rating));
    if (share >= (leads ? LEADING_SHARE : MAIN_SHARE)) return only;
  }
  return root;
}

/** A single paragraph may bear the name too, and is not the whole. */
function isNamedPart(frame: Frame): boolean {
  return frame.verdict === 'body' && frame.tag !== 'p';
}

function outermost(
  survey: Survey,
  rating: Rating,
  root: Frame,
  fits: (frame: Frame) => boolean,
): Frame[] {
  const found: Frame[] = [];
  for (const frame of survey.frames) {
    if (frame === root || !isInside(frame, root) || !fits(frame)) continue;
    if (rating.proseOf(frame) < LEAST_PROSE) continue;
    const before = found[found.length - 1];
    if (before === undefined || frame.first >= before.end) found.push(frame);
  }
  return found;
}

/** The largest part with this headline and no other main headline, if there are others. */
function aloneWithHeadline(
  survey: Survey,
  rating: Rating,
  root: Frame,
  headline: Headline,
): Frame | null {
  if (!holds(root, headline.at)) return null;
  const others = survey.runs
    .map((run, at) => ({ run, at }))
    .filter(
      ({ run, at }) => run.frame.tag === 'h1' && at !== headline.at && holds(root, at),
    );
  if (others.length === 0) return null;
  let best: Frame | null = null;
  for (
    let frame: Frame | null = headline.run.frame;
    frame !== null && frame !== root;
    frame = frame.parent
  ) {
    const here = frame;
    if (others.some(({ at }) => holds(here, at))) break;
    best = frame;
  }
  return best !== null && rating.proseOf(best) >= LEAST_PROSE ? best : null;
}

function isInside(frame: Frame, root: Frame): boolean {
  return frame.first >= root.first && frame.end <= root.end && frame.depth > root.depth;
}

function holds(frame: Frame, at: number): boolean {
  return at >= frame.first && at < frame.end;
}
