/** Is the whole article here? A text cut by a paywall, or one still being written, is no basis to say that it changed. */
import { decodePath } from '@/core/article/address';
import { foldDateText } from '@/core/article/month-names';
import { isCutOff, isPaywallPhrase } from '@/core/article/paywall-phrases';
import type { KeptRun } from './collect-blocks';
import type { LinkedArticle } from './read-json-ld';
import type { Frame, Survey } from './survey-page';
import { isHiddenByLayout } from './visibility';

export interface CompletenessSources {
  survey: Survey;
  root: Frame | null;
  body: readonly KeptRun[];
  linked: LinkedArticle | null;
  /** Every kind of item the page's JSON-LD names. */
  types: ReadonlySet<string>;
  title: string;
  url: string;
  wordCount: number;
}

export type Completeness = { partial?: true; live?: true };

export function tellCompleteness(sources: CompletenessSources): Completeness {
  if (isLive(sources)) return { partial: true, live: true };
  return isCut(sources) ? { partial: true } : {};
}

/** Of the words the publisher counts: less is a beginning. Counts are rough, and take in what we leave out. */
const WHOLE_SHARE = 0.5;
const LEAST_WORDS = 150;
/** A paywall stands under a beginning; more words than this are an article. */
const LONGEST_TEASER = 600;
/** Pieces after the text among which the call to pay stands. */
const REACH = 25;

function isCut({ survey, body, linked, wordCount }: CompletenessSources): boolean {
  const last = body[body.length - 1];
  if (last === undefined) return false;
  const stated = linked?.words ?? 0;
  if (stated >= LEAST_WORDS && wordCount < stated * WHOLE_SHARE)
    return !countsLetters(stated, body);
  if (wordCount > LONGEST_TEASER) return false;
  if (linked?.isRestricted === true && isCutOff(last.run.text)) return true;
  const after = survey.runs.indexOf(last.run);
  return survey.runs
    .slice(after, after + REACH)
    .some(({ text, frame }) => isPaywallPhrase(text) && !isHiddenByLayout(frame.element));
}

/** Some count letters, and call it words. */
function countsLetters(stated: number, body: readonly KeptRun[]): boolean {
  const length = body.reduce((sum, { run }) => sum + run.text.length, 0);
  return stated > length * 0.7 && stated < length * 1.4;
}

/** Entries at least, the hour over each. */
const LEAST_ENTRIES = 5;
const HOUR = /^\D{0,24}(?:\d{1,4}\D{1,12}){0,3}?\d{1,2}[:.h]\d{2}\D{0,24}$/u;
const SAYS_LIVE =
  /(?:^|[\s/._-])(?:live[\s-]?(?:blog|ticker|updates?|coverage)|en[\s-](?:direct|vivo))(?=$|[\s/.,:_-])|تغطية (?:مباشرة|حية|مستمرة)|لحظة بلحظة/iu;

function isLive({ survey, root, types, title, url }: CompletenessSources): boolean {
  if (types.has('LiveBlogPosting')) return true;
  if (root === null) return false;
  if (survey.frames.some(({ element }) => isLiveItem(element))) return true;
  return (
    (SAYS_LIVE.test(decodePath(url)) || SAYS_LIVE.test(title)) &&
    countEntries(survey, root) >= LEAST_ENTRIES
  );
}

function isLiveItem(element: Element): boolean {
  return /LiveBlogPosting$/.test(element.getAttribute('itemtype') ?? '');
}

/** Hours that stand alone, a text after each. */
function countEntries(survey: Survey, root: Frame): number {
  let entries = 0;
  let isOpen = false;
  for (const { text } of survey.runs.slice(root.first, root.end)) {
    if (text.length < 60 && HOUR.test(foldDateText(text))) isOpen = true;
    else if (isOpen && text.length > 60) {
      entries++;
      isOpen = false;
    }
  }
  return entries;
}
