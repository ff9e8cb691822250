/** The headline as it stands in the page, and what the page calls itself elsewhere. */
import { lettersOf } from '@/core/article/collapse-space';
import type { Frame, Survey, TextRun } from './survey-page';

export interface Headline {
  run: TextRun;
  /** Index among the survey's runs. */
  at: number;
  /** It says what the page's metadata say. */
  agrees: boolean;
}

const HEADING = /^h[1-3]$/;
/** Runs before the text among which a headline is looked for. */
const REACH = 400;
/** Runs into the text where it may still stand. */
const INTO = 3;
/** Below the beginning of the text only a heading as like the page's title as this is its headline. */
const SURE = 0.8;

/**
 * The heading that agrees best with the titles of the metadata, the last one
 * before the text winning among equals. With several articles on the page, the
 * one that the page's title names may be further down.
 */
export function findHeadline(
  survey: Survey,
  titles: readonly string[],
  firstBody: number,
): Headline | null {
  let best: Headline | null = null;
  let bestScore = 0.2;
  const start = Math.max(0, firstBody - REACH);
  for (let at = start; at < survey.runs.length; at++) {
    const run = survey.runs[at];
    if (run === undefined) continue;
    const level = headingLevel(run.frame);
    if (level === 0 || run.text.length < 4 || run.text.length > 400) continue;
    const likeness = Math.max(0, ...titles.map((title) => likenessOf(title, run.text)));
    if (at >= firstBody + INTO && likeness < SURE) continue;
    const score = likeness * 2 + (level === 1 ? 0.6 : level === 2 ? 0.2 : 0);
    if (score >= bestScore) {
      best = { run, at, agrees: likeness > 0.5 };
      bestScore = score;
    }
  }
  return best;
}

/** 1–3; 0 for what is no heading. */
export function headingLevel(frame: Frame): number {
  for (
    let at: Frame | null = frame, up = 0;
    at !== null && up < 3;
    at = at.parent, up++
  ) {
    if (HEADING.test(at.tag)) return Number(at.tag.slice(1));
    if (/headline/i.test(at.element.getAttribute('itemprop') ?? '')) return 1;
  }
  return 0;
}

/** Shared words as a share of all words of both (Jaccard). */
export function likenessOf(title: string, text: string): number {
  const words = new Set(lettersOf(title).split(' '));
  const others = new Set(lettersOf(text).split(' '));
  let shared = 0;
  for (const word of others) if (words.has(word)) shared++;
  return shared / Math.max(words.size + others.size - shared, 1);
}
