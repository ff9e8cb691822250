/** Date and author as the page shows them between headline and text. */
import { cleanByline, joinAuthors } from '@/core/article/clean-byline';
import { collapseSpace } from '@/core/article/collapse-space';
import { type DateReading, parseDate } from '@/core/article/parse-date';
import type { Headline } from './find-headline';
import type { Survey, TextRun } from './survey-page';

/** Runs looked at before the headline and after the text's beginning. */
const BEFORE_HEADLINE = 6;
const AFTER_START = 3;
const LENGTH_LIMIT = 160;

function nearby(survey: Survey, headline: Headline | null, firstBody: number): TextRun[] {
  const from = headline === null ? Math.max(0, firstBody - 12) : headline.at + 1;
  const to = Math.min(survey.runs.length, Math.max(firstBody, from) + AFTER_START);
  const after = survey.runs.slice(from, Math.min(to, from + 60));
  const before =
    headline === null
      ? []
      : survey.runs
          .slice(Math.max(0, headline.at - BEFORE_HEADLINE), headline.at)
          .reverse();
  return [...after, ...before].filter((run) => run.text.length <= LENGTH_LIMIT);
}

export function findVisibleDate(
  survey: Survey,
  headline: Headline | null,
  firstBody: number,
  reading: DateReading = {},
): string | null {
  const runs = nearby(survey, headline, firstBody);
  for (const run of runs) {
    const stamp = timeElement(run);
    const date =
      (stamp === null ? null : parseDate(stamp)) ?? parseDate(run.text, reading);
    if (date !== null) return date;
  }
  return null;
}

/** The machine's form of a time shown: `<time datetime>` in the run or around it. */
function timeElement(run: TextRun): string | null {
  const inside = run.frame.element.getElementsByTagName('time')[0];
  const element = inside ?? (run.frame.tag === 'time' ? run.frame.element : null);
  return element?.getAttribute('datetime') ?? run.frame.element.getAttribute('datetime');
}

const BYLINE_NAME =
  /(?:^|[\s_-])(?:byline|by-line|author|authors|writer|reporter|autor|auteur|creator|contributor)(?=$|[\s_-])|author-?name|articleauthor|postauthor/i;
const BY =
  /^(?:by|بقلم|كتب(?:ت)?|تحرير|von|par|por|written by|posted by|автор)(?:\s*[:：]\s*|\s*[-–]?\s+)\p{L}/iu;
/** A label alone: the name is the next piece. */
const BY_ALONE =
  /^(?:(?:written |posted |published |words )?by|بقلم|كتبت?|الكاتب|الكاتبة|نویسنده|von|автор)\s*[:：]?$/iu;
/** «Posted on 5 May by Nora Quist»: the name ends the line, a date stands in it. */
const ENDING_BY =
  /[\s|·•](?:by|بقلم|von|par|por)\s+((?:\p{Lu}[\p{L}.’'-]*\s+){1,3}\p{Lu}[\p{L}’'-]+|[\p{Script=Arabic} ]{5,40})$/u;
/** Before the names of those who did something else than write. */
const OTHERS =
  /(?:reviewed|edited|fact[- ]checked|checked|approved|photographs?|photos|illustrat(?:ed|ions?)|contributions?|translated)(?: by| from)?\W*(?:\p{L}[\p{L}.'’-]*,? ){0,3}$/iu;
/** Where sites keep their writers' pages. */
const AUTHOR_PATH =
  /\/(?:authors?|autor(?:es)?|auteurs?|autori?|staff|people|profiles?|contributors?|columnists?|writers?|journalists?|reporters?|redakteur|team|by|كاتب)\/[^/?#]+\/?(?:[?#]|$)/i;

export function findVisibleByline(
  survey: Survey,
  headline: Headline | null,
  firstBody: number,
): string {
  const runs = nearby(survey, headline, firstBody);
  for (const run of runs) {
    const named = namedByline(run);
    const line = named === null ? '' : cleanByline(named);
    if (line !== '' && line.split(' ').length <= 8) return line;
  }
  for (const [at, run] of runs.entries()) {
    const line =
      BY.test(run.text) && run.text.length < 90
        ? cleanByline(run.text)
        : BY_ALONE.test(run.text)
          ? cleanByline(runs[at + 1]?.text.slice(0, 90) ?? '')
          : '';
    if (line !== '' && line.split(' ').length <= 8) return line;
    const ending = ENDING_BY.exec(run.text)?.[1];
    if (ending !== undefined && parseDate(run.text) !== null) return cleanByline(ending);
  }
  return '';
}

/** The text of the part that is an author's by name or by where it leads: a link, a piece of the line, or all of it. */
function namedByline(run: TextRun): string | null {
  const { element } = run.frame;
  const linked = authorLinks(run);
  if (linked !== '') return linked;
  for (const node of run.nodes) {
    if (node.nodeType === 1 && bearsBylineName(node as Element)) return node.textContent;
  }
  const parent = run.frame.parent?.element;
  return bearsBylineName(element) || (parent !== undefined && bearsBylineName(parent))
    ? run.text
    : null;
}

/** Names that link to their writers' pages, as one line; a longer link is a teaser. */
function authorLinks(run: TextRun): string {
  if (run.linkLength === 0) return '';
  const { element } = run.frame;
  const links =
    run.frame.tag === 'a' ? [element] : Array.from(element.getElementsByTagName('a'));
  const names = links
    .slice(0, 12)
    .filter(
      (link) =>
        link.getAttribute('rel') === 'author' ||
        AUTHOR_PATH.test(link.getAttribute('href') ?? ''),
    )
    .map((link) => collapseSpace(link.textContent ?? ''))
    .filter((name) => /^\P{N}{4,40}$/u.test(name) && /^\S+(?: \S+){1,4}$/.test(name))
    .filter((name) => !OTHERS.test(run.text.slice(0, run.text.indexOf(name))));
  return joinAuthors(names);
}

function bearsBylineName(element: Element): boolean {
  return ['class', 'id', 'itemprop', 'rel', 'data-testid'].some((name) =>
    BYLINE_NAME.test(
      (element.getAttribute(name) ?? '').replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2'),
    ),
  );
}
