/**
 * `npm run evaluate -- anchors [--seed N] [--pages N] [--bare] [--list] [FILE…]`: passages
 * marked on a page, the page changed, the passages looked for.
 *
 * `--bare` leaves the block out of what is kept: quote, context and offsets alone.
 * A FILE is text (paragraphs parted by blank lines) or JSON lines with `text`, or
 * `a.text`; without one, the project's own texts. Seed 1 is for development, seed
 * 2 for checking: nothing is tuned on it.
 */

import { describePassage } from '@/core/anchoring/describe-passage';
import { createPassageFinder } from '@/core/anchoring/find-passage';
import { type Article, readArticles } from './page-changes/articles';
import { CHANGES, type Change } from './page-changes/changes';
import { PASSAGE_KINDS, pickPassage } from './page-changes/passages';
import { createRandom, type Random } from './page-changes/random';
import { type Outcome, printReport } from './page-changes/report';
import {
  textOfPage,
  traceText,
  type Whereabouts,
  whereIs,
} from './page-changes/traced-text';

/** Of each kind, on each changed page. */
const PASSAGES = 3;
/** A passage stands when it has a place and this share of its letters is unchanged; it is gone below the other. */
const PLACED = 0.75;
const STANDS = 0.5;
const GONE = 0.02;
/** With more other text between its parts than this, in its lengths, there is no one place to find. */
const TORN = 1.2;

export async function evaluate(args: string[]): Promise<void> {
  const option = (name: string, otherwise: number) => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? otherwise : Number(args.splice(at, 2)[1]);
  };
  const seed = option('seed', 1);
  const pages = option('pages', 40);
  const flag = (name: string) => {
    const at = args.indexOf(`--${name}`);
    if (at >= 0) args.splice(at, 1);
    return at >= 0;
  };
  const listFailures = flag('list');
  const isBare = flag('bare');
  const random = createRandom(seed);
  const articles = readArticles(args);
  const outcomes: Outcome[] = [];
  for (const script of ['Arabic', 'Latin'] as const) {
    const of = articles.filter((article) => article.script === script);
    for (let page = 0; page < pages && of.length > 1; page++) {
      const article = composed(of, random);
      for (const change of CHANGES) {
        if (change.script !== undefined && change.script !== script) continue;
        outcomes.push(...tryChange(article, change, of, { random, isBare }));
      }
    }
  }
  printReport(outcomes, { seed, listFailures });
}

/** A page of one to four different articles: a longer page has more that looks alike. */
function composed(articles: readonly Article[], random: Random): Article {
  const first = random.pick(articles);
  const texts = new Set([first.text]);
  const most = Math.min(random.below(4), articles.length - 2);
  while (texts.size <= most) texts.add(random.pick(articles).text);
  return { ...first, text: [...texts].join('\n\n') };
}

function tryChange(
  article: Article,
  change: Change,
  articles: readonly Article[],
  { random, isBare }: { random: Random; isBare: boolean },
): Outcome[] {
  const others = articles.filter((each) => !article.text.includes(each.text));
  const strangers = Array.from({ length: 6 }, () => random.pick(others).text);
  const paragraphs = strangers.flatMap((text) => text.split('\n\n'));
  const words = strangers.flatMap((text) => text.match(/[\p{L}\p{M}]{2,}/gu) ?? []);
  const page = change.apply(traceText(article.text), { random, words, paragraphs });
  const text = textOfPage(page);
  const outcomes: Outcome[] = [];
  for (const kind of PASSAGE_KINDS) {
    for (let count = 0; count < PASSAGES; count++) {
      const passage = pickPassage(article.text, kind, random);
      const place = whereIs(page, passage.start, passage.end);
      const state = stateOf(place);
      if (state === null) continue;
      const { block, ...bare } = describePassage(
        article.text,
        passage.start,
        passage.end,
      );
      const selector = isBare || block === undefined ? bare : { ...bare, block };
      const began = performance.now();
      const anchor = createPassageFinder(text).find(selector);
      outcomes.push({
        change: change.name,
        script: article.script,
        passage: kind,
        state,
        truth: state === 'stands' ? place.span : null,
        anchor,
        selector,
        text,
        ms: performance.now() - began,
      });
    }
  }
  return outcomes;
}

/** Null for what neither stands nor is gone. */
function stateOf(place: Whereabouts): 'stands' | 'gone' | null {
  if (place.placed <= GONE) return 'gone';
  if (place.placed < PLACED || place.kept < STANDS || place.parted > TORN) return null;
  return 'stands';
}
