/**
 * Passages looked for beside peers' ways, in one process on the same changed pages; then
 * the time on a page of 5,000 words, and that of a quote that a page of 500,000 letters
 * does not have. `TEXTS` names files of articles (as `evaluate -- anchors` takes them,
 * parted by commas), `PAGES` how many pages. Times are worth comparing with one another only.
 */
import { describePassage } from '@/core/anchoring/describe-passage';
import { createPassageFinder } from '@/core/anchoring/find-passage';
import type { PassageSelector, TextSpan } from '@/core/model/selector';
import { mean, quantile } from '../evaluate/article/measures';
import { type Article, readArticles } from '../evaluate/page-changes/articles';
import { editWords } from '../evaluate/page-changes/changes';
import { PASSAGE_KINDS, pickPassage } from '../evaluate/page-changes/passages';
import { createRandom } from '../evaluate/page-changes/random';
import { isPlacedRight } from '../evaluate/page-changes/report';
import { textOfPage, traceText } from '../evaluate/page-changes/traced-text';
import { makeTrials } from '../evaluate/page-changes/trials';
import { hypothesis, hypothesisStrict, textQuote } from './anchors/peers';

type Finder = (text: string, selector: PassageSelector) => TextSpan | null;

const hawashi: Finder = (text, selector) => {
  const anchor = createPassageFinder(text).find(selector);
  return anchor.start === null ? null : anchor;
};
/** As a peer's selector would be: quote, context and offsets alone. */
const bare: Finder = (text, { block: _, ...selector }) => hawashi(text, selector);

const FINDERS: Record<string, Finder> = {
  hawashi,
  'hawashi, without the block': bare,
  'Hypothesis (approx-string-match)': hypothesis,
  '… with a score of 0.75': hypothesisStrict,
  'dom-anchor-text-quote': textQuote,
};

export async function bench(): Promise<void> {
  const files = (process.env.TEXTS ?? '').split(',').filter((file) => file !== '');
  const articles = readArticles(files);
  console.log('\n## Anchors\n');
  console.log(
    '| | Arabic found / wrong % | Latin found / wrong % | placed where gone, Arabic / Latin % | ms median / p95 | 5,000 words, 20 % edited: ms median / p95 | 500,000 letters, absent: ms |',
  );
  console.log('|---|---|---|---|---|---|---|');
  const trials = [
    ...makeTrials(articles, { seed: 2, pages: Number(process.env.PAGES ?? 6) }),
  ];
  for (const [name, find] of Object.entries(FINDERS)) {
    const placed = trials.map((trial) => {
      const began = performance.now();
      const found = find(trial.text, trial.selector);
      const isRight = isPlacedRight(trial.truth, found);
      return { trial, found, isRight, ms: performance.now() - began };
    });
    const share = (script: Article['script'], state: 'stands' | 'gone') => {
      const some = placed.filter(
        ({ trial }) => trial.script === script && trial.state === state,
      );
      const percent = (count: number) => ((100 * count) / some.length).toFixed(1);
      const right = some.filter(({ isRight }) => isRight).length;
      const all = some.filter(({ found }) => found !== null).length;
      return state === 'gone'
        ? percent(all)
        : `${percent(right)} / ${percent(all - right)}`;
    };
    const times = placed.map(({ ms }) => ms);
    const cells = [
      share('Arabic', 'stands'),
      share('Latin', 'stands'),
      `${share('Arabic', 'gone')} / ${share('Latin', 'gone')}`,
      milliseconds(times),
      milliseconds(onLongPage(find, articles)),
      mean(absent(find, articles)).toFixed(1),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
  console.log(`\n${trials.length} passages`);
}

function milliseconds(times: readonly number[]): string {
  return `${quantile(times, 0.5).toFixed(2)} / ${quantile(times, 0.95).toFixed(2)}`;
}

/** Paragraphs of the articles' words, put together anew: no two are alike. */
function makePage(articles: readonly Article[], isLongEnough: (text: string) => boolean) {
  const random = createRandom(5);
  const words = articles.flatMap(({ text }) => text.split(/\s+/));
  let page = '';
  while (!isLongEnough(page)) {
    const paragraph = Array.from({ length: 60 }, () => random.pick(words)).join(' ');
    page += `${page === '' ? '' : '\n\n'}${paragraph}`;
  }
  return page;
}

function onLongPage(find: Finder, articles: readonly Article[]): number[] {
  const random = createRandom(7);
  const text = makePage(articles, (page) => page.split(' ').length >= 5000);
  const words = text.split(/\s+/);
  const change = editWords(0.2);
  const now = textOfPage(change(traceText(text), { random, words, paragraphs: [] }));
  return Array.from({ length: 60 }, (_, at) => {
    const kind = PASSAGE_KINDS[at % PASSAGE_KINDS.length] ?? 'word';
    const { start, end } = pickPassage(text, kind, random);
    return timed(find, now, describePassage(text, start, end));
  });
}

function absent(find: Finder, articles: readonly Article[]): number[] {
  const text = makePage(articles, (page) => page.length >= 500_000);
  const quote =
    'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich, und zwar ohne Hut und Mantel.';
  const other = `${'Vorher stand hier etwas anderes. '.repeat(3)}${quote}${' Danach kam noch etwas.'.repeat(4)}`;
  const start = other.indexOf(quote);
  const selector = describePassage(other, start, start + quote.length);
  timed(find, text, selector);
  return Array.from({ length: 5 }, () => timed(find, text, selector));
}

function timed(find: Finder, text: string, selector: PassageSelector): number {
  const began = performance.now();
  find(text, selector);
  return performance.now() - began;
}
