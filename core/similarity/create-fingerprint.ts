/** Makes the fingerprint of an article. */
import { hashText } from '../text/hash-text';
import { detectLanguage } from '../text/scripts';
import { spell } from '../text/spelling';
import type { Steps } from '../text/steps';
import { collectDates, dayOf } from './collect-dates';
import { collectFigures } from './collect-figures';
import { collectTerms } from './collect-terms';
import {
  FINGERPRINT_VERSION,
  type Fingerprint,
  type FingerprintName,
} from './fingerprint';
import { hashPair } from './hash-pair';
import type { NamedInText } from './names-of';
import { MOST_UNITS, type ReadWord, readWords, scriptOfWord } from './read-words';
import { sketchWords } from './sketch';
import { stemWord } from './stem-word';
import type { TermFrequencies } from './term-frequencies';

export interface ArticleText {
  title: string;
  /** The body, paragraphs parted by line breaks. */
  text: string;
  /** ISO 8601; anything else is as good as absent. */
  published?: string | undefined;
  /** Known to be cut short (a paywall); a text that ends in dots is taken for one anyway. */
  partial?: boolean | undefined;
  names?: readonly NamedInText[] | undefined;
}

const MOST_NAMES = 10;
/** UTF-16 units of a name that are kept for showing. */
const LABEL_UNITS = 24;

const CUT_SHORT =
  /(?:…|\.{3}|\[\+?\d* ?chars\]|(?:اقر[أا] المزيد|للمزيد|تابع القراءة|read more|continue reading|subscribe to (?:read|continue)[^.]*|seguir leyendo|leer más|lire la suite|devamını oku)\s*[.…»>]*)\s*$/iu;

/** Pauses now and then in a long text. */
export function* createFingerprint(
  article: ArticleText,
  frequencies: TermFrequencies,
): Steps<Fingerprint> {
  const { title, text } = article;
  const body = yield* readWords(text);
  const heading = yield* readWords(title);
  const sketch = sketchWords(body);
  yield;
  const terms = yield* collectTerms(
    { text: title, words: heading },
    { text, words: body },
    frequencies,
  );
  const dates = collectDates(`${title}\n${text.slice(0, MOST_UNITS)}`);
  yield;
  return {
    version: FINGERPRINT_VERSION,
    lang: detectLanguage(text),
    words: body.length,
    partial:
      article.partial === true ||
      text.length > MOST_UNITS ||
      CUT_SHORT.test(text.slice(-80)),
    textHash: hashOfWords(body),
    titleHash: hashOfWords(heading),
    sketch,
    terms,
    names: weighNames(article.names ?? [], text.length, frequencies),
    figures: collectFigures([...heading, ...body]),
    dates,
    published: article.published === undefined ? null : dayOf(article.published),
  };
}

function weighNames(
  names: readonly NamedInText[],
  length: number,
  frequencies: TermFrequencies,
): FingerprintName[] {
  const weighed = names.map(({ id, kind, name, count, first }) => {
    // A name is as rare as its rarest word; one near the beginning is what the report is about.
    const rarity = Math.max(
      1,
      ...spell(name)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1)
        .map((word) => {
          const script = scriptOfWord(word);
          return frequencies.rarity(stemWord(word, script), script);
        }),
    );
    const early = first < Math.min(400, length / 2) ? 1.4 : 1;
    const weight = Math.round(5 * (1 + Math.log(Math.max(1, count))) * early * rarity);
    return {
      hash: hashText(id),
      kind,
      weight: Math.min(255, Math.max(1, weight)),
      label: shorten(name),
    };
  });
  weighed.sort((a, b) => b.weight - a.weight || a.hash - b.hash);
  return weighed.slice(0, MOST_NAMES);
}

/** Long names end at a word. */
function shorten(name: string): string {
  if (name.length <= LABEL_UNITS) return name;
  const cut = name.slice(0, LABEL_UNITS);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 0 ? space : LABEL_UNITS - 1)}…`;
}

function hashOfWords(words: readonly ReadWord[]): number {
  return words.reduce((hash, { word }) => hashPair(hash, word), 0);
}
