/**
 * The article's blocks under its root, in reading order. Precision over
 * recall: a caption or a related link painted as the article's text is worse
 * than a line left out.
 */
import { lettersOf } from '@/core/article/collapse-space';
import {
  isCredit,
  isEdgePhrase,
  isFurniturePhrase,
} from '@/core/article/furniture-phrases';
import type { ArticleBlock } from './article-block';
import type { Headline } from './find-headline';
import type { RatedRun, Rating } from './find-root';
import { findStandfirst } from './find-standfirst';
import { findStrangers } from './find-strangers';
import { isPadding } from './node-kinds';
import type { Frame, Survey, TextRun } from './survey-page';
import { isHiddenByLayout } from './visibility';

export interface KeptRun extends RatedRun {
  block: ArticleBlock;
}

/** Shorter lines may be said twice: a name, a refrain. */
const REPEATABLE = 30;
/** A paragraph as long as this is not said again on purpose: the page holds a second copy. */
const UNREPEATABLE = 140;

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
  const body = trimEdges(keepRuns(inside, root, headline?.run.text ?? ''));
  const first = body[0] === undefined ? 0 : rating.rated.indexOf(body[0]);
  const standfirst = findStandfirst(survey, rating.rated, headline, first, descriptions);
  const said = new Set(body.map(({ run }) => lettersOf(run.text)));
  return [...standfirst.filter(({ run }) => !said.has(lettersOf(run.text))), ...body]
    .filter(({ run }) => !isHiddenByLayout(run.frame.element))
    .map((one) => ({ ...one, block: toBlock(one.run) }));
}

function keepRuns(
  inside: readonly RatedRun[],
  root: Frame,
  headline: string,
): RatedRun[] {
  const kept: RatedRun[] = [];
  // A passage pulled out is read twice; so is the headline, under a picture.
  const said = new Set<string>();
  const title = lettersOf(headline);
  const last = inside.findLastIndex((one) => !one.excluded && one.prose > 0);
  const first = inside.findIndex((one) => !one.excluded && one.prose > 0);
  const strangers = findStrangers(inside, root);
  let headings: RatedRun[] = [];
  for (let at = Math.max(first, 0); at <= last; at++) {
    const one = inside[at];
    if (one === undefined || one.excluded || strangers.has(one)) continue;
    const { run } = one;
    const linkShare = run.linkLength / Math.max(run.text.length, 1);
    if (isFurniturePhrase(run.text, linkShare) || isCredit(run.text)) continue;
    if (run.text.length >= REPEATABLE) {
      const letters = lettersOf(run.text);
      const again = run.frame.tag !== 'p' || run.text.length >= UNREPEATABLE;
      if (letters === title || (again && said.has(letters))) continue;
      said.add(letters);
    }
    if (HEADING.test(run.frame.tag)) {
      headings = [one];
      continue;
    }
    if (one.prose === 0 && !isMinorText(one, linkShare, root)) continue;
    // A heading belongs to the text only when text follows it.
    kept.push(...headings.filter((heading) => heads(heading, one)), one);
    headings = [];
  }
  return kept;
}

/** A heading that is a link is a teaser's, unless it stands among the very paragraphs. */
function heads({ run }: RatedRun, next: RatedRun): boolean {
  if (run.linkLength < run.text.length * 0.5) return true;
  return run.frame.parent === next.run.frame.parent && next.run.frame.tag === 'p';
}

/** Blocks at either edge at most that may be trimmed. */
const EDGE_BLOCKS = 8;

/** Bios, calls to subscribe and lists of links under the text; notes over it. */
function trimEdges(kept: readonly RatedRun[]): RatedRun[] {
  let start = 0;
  let end = kept.length;
  const isEdge = (one: RatedRun | undefined) =>
    one !== undefined && isEdgePhrase(one.run.text);
  while (start < Math.min(EDGE_BLOCKS, end - 2) && isEdge(kept[start])) start++;
  const least = Math.max(start + 2, kept.length - EDGE_BLOCKS);
  for (let at = kept.length - 1; at >= least; at--) {
    const one = kept[at];
    if (one === undefined) break;
    if (isEdge(one) || isAppended(one)) end = at;
    // A bio or a call may go on for one more short paragraph.
    else if (at !== end - 1 || one.run.text.length > 220 || !isEdge(kept[at - 1])) break;
  }
  return kept.slice(start, end);
}

/** Stands at the end only with something after it, or as one of a list of links. */
function isAppended({ run }: RatedRun): boolean {
  if (HEADING.test(run.frame.tag) || run.linkLength > run.text.length * 0.35) return true;
  return run.frame.tag === 'li' && run.linkLength > 0;
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
  // What it shows is not what it holds.
  if (element.shadowRoot) return false;
  const nodes = new Set(run.nodes);
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (!isPadding(child) && !nodes.has(child)) return false;
  }
  return true;
}
