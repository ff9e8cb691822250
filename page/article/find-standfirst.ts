/** The lines between headline and text that sum the story up: part of the article, though outside its container. */
import { lettersOf } from '@/core/article/collapse-space';
import { isFurniturePhrase } from '@/core/article/furniture-phrases';
import { parseDate } from '@/core/article/parse-date';
import type { Headline } from './find-headline';
import type { RatedRun } from './find-root';
import type { Frame, Survey } from './survey-page';

const NAMED =
  /(?:^|[\s_-])(?:standfirst|stand-first|deck|dek|sub-?titles?|sub-?head(?:line|ing)?|summary|lead(?:text|paragraph)?|lede|intro(?:text|duction)?|chapo|chapeau|sapo|vorspann|excerpt|entradilla|bajada|sottotitolo|occhiello|ingress|abstract|description)(?=$|[\s_-])/i;

const LONGEST = 700;
const SHORTEST = 25;
/** Runs after the headline among which it is looked for. */
const REACH = 14;

export function findStandfirst(
  survey: Survey,
  rated: readonly RatedRun[],
  headline: Headline | null,
  firstBody: number,
  descriptions: readonly string[],
): RatedRun[] {
  if (headline === null || headline.at >= firstBody) return [];
  const summaries = descriptions.map(lettersOf).filter((text) => text.length > SHORTEST);
  const found: RatedRun[] = [];
  const end = Math.min(firstBody, headline.at + REACH);
  for (let at = headline.at + 1; at < end; at++) {
    const one = rated[at];
    const run = survey.runs[at];
    if (one === undefined || run === undefined) continue;
    const { text, linkLength } = run;
    if (text.length < SHORTEST || text.length > LONGEST || linkLength > text.length * 0.3)
      continue;
    if (isFurniturePhrase(text, 0) || inForbiddenPart(run.frame, headline.run.frame))
      continue;
    if (text.length < 60 && parseDate(text) !== null) continue;
    if (isNamed(run.frame) || sumsUp(text, summaries)) found.push(one);
  }
  return found;
}

function isNamed(frame: Frame): boolean {
  for (
    let at: Frame | null = frame, up = 0;
    at !== null && up < 2;
    at = at.parent, up++
  ) {
    const { element } = at;
    if (
      NAMED.test(
        `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`,
      )
    ) {
      return true;
    }
  }
  return false;
}

function sumsUp(text: string, summaries: readonly string[]): boolean {
  const letters = lettersOf(text);
  return summaries.some((summary) => {
    const shared = Math.min(letters.length, summary.length, 60);
    return letters.slice(0, shared) === summary.slice(0, shared);
  });
}

/** A caption or a share bar stays one, wherever it stands. */
function inForbiddenPart(frame: Frame, beside: Frame): boolean {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    if (beside.first >= at.first && beside.first < at.end) return false;
    if (at.verdict === 'never' || at.verdict === 'comments' || at.verdict === 'hidden')
      return true;
    if (at.tag === 'figure') return true;
  }
  return false;
}
