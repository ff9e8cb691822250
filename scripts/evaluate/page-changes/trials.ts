/** Pages, changed, with passages of which it is known where they stand now. */
import { describePassage } from '@/core/anchoring/describe-passage';
import type { PassageSelector, TextSpan } from '@/core/model/selector';
import type { Article } from './articles';
import { CHANGES, type Change } from './changes';
import { PASSAGE_KINDS, type PassageKind, pickPassage } from './passages';
import { createRandom, type Random } from './random';
import { textOfPage, traceText, type Whereabouts, whereIs } from './traced-text';

export interface Trial {
  change: string;
  script: Article['script'];
  passage: PassageKind;
  state: 'stands' | 'gone';
  /** Null when the passage is gone. */
  truth: TextSpan | null;
  selector: PassageSelector;
  text: string;
}

/** Of each kind, on each changed page. */
const PASSAGES = 3;
/** A passage stands when it has a place and this share of its letters is unchanged; it is gone below the other. */
const PLACED = 0.75;
const STANDS = 0.5;
const GONE = 0.02;
/** With more other text between its parts than this, in its lengths, there is no one place to find. */
const TORN = 1.2;

export function* makeTrials(
  articles: readonly Article[],
  { seed, pages }: { seed: number; pages: number },
): Generator<Trial> {
  const random = createRandom(seed);
  for (const script of ['Arabic', 'Latin'] as const) {
    const of = articles.filter((article) => article.script === script);
    for (let page = 0; page < pages && of.length > 1; page++) {
      const article = composed(of, random);
      for (const change of CHANGES) {
        if (change.script !== undefined && change.script !== script) continue;
        yield* tryChange(article, change, of, random);
      }
    }
  }
}

/** A page of one to four different articles: a longer page has more that looks alike. */
function composed(articles: readonly Article[], random: Random): Article {
  const first = random.pick(articles);
  const texts = new Set([first.text]);
  const most = Math.min(random.below(4), articles.length - 2);
  while (texts.size <= most) texts.add(random.pick(articles).text);
  return { ...first, text: [...texts].join('\n\n') };
}

function* tryChange(
  article: Article,
  change: Change,
  articles: readonly Article[],
  random: Random,
): Generator<Trial> {
  const others = articles.filter((each) => !article.text.includes(each.text));
  const strangers = Array.from({ length: 6 }, () => random.pick(others).text);
  const paragraphs = strangers.flatMap((text) => text.split('\n\n'));
  const words = strangers.flatMap((text) => text.match(/[\p{L}\p{M}]{2,}/gu) ?? []);
  const page = change.apply(traceText(article.text), { random, words, paragraphs });
  const text = textOfPage(page);
  for (const kind of PASSAGE_KINDS) {
    for (let count = 0; count < PASSAGES; count++) {
      const passage = pickPassage(article.text, kind, random);
      const place = whereIs(page, passage.start, passage.end);
      const state = stateOf(place);
      if (state === null) continue;
      yield {
        change: change.name,
        script: article.script,
        passage: kind,
        state,
        truth: state === 'stands' ? place.span : null,
        selector: describePassage(article.text, passage.start, passage.end),
        text,
      };
    }
  }
}

/** Null for what neither stands nor is gone. */
function stateOf(place: Whereabouts): 'stands' | 'gone' | null {
  if (place.placed <= GONE) return 'gone';
  if (place.placed < PLACED || place.kept < STANDS || place.parted > TORN) return null;
  return 'stands';
}
