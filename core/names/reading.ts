/** A text prepared once for all sources of names: tokens, keys, word classes, the rules of each token. */
import type { Language, WordReading } from '../language/language';
import { ABBREVIATIONS, rulesFor } from '../language/registry';
import { detectLanguage } from '../text/scripts';
import { sentenceStarts } from '../text/sentences';
import { foldSpelling } from '../text/spelling';
import { type Token, tokenise } from '../text/tokens';
import { keyOf, nextWord } from '../text/word-key';
import type { Lexicon } from './lexicon';
import { WORD } from './lexicon-format';

export interface Reading {
  text: string;
  lang: string;
  tokens: readonly Token[];
  /** For each token, whether a sentence begins there. */
  sentenceStart: readonly boolean[];
  lexicon: Lexicon;
  /** The key of the whole token. */
  key(index: number): string;
  /** Bits of `WORD` of the whole token. */
  classOf(index: number): number;
  /** Null where no rules apply: only whole names of the lexicon count there. */
  rules(index: number): Language | null;
  /** The readings of a token with its clitics taken off, the whole word first. */
  readings(index: number): readonly WordReading[];
  /** The word after `index` within one name, or -1. */
  next(index: number): number;
  /** A title-case or all-capitals line: capitals say nothing there. */
  headline(index: number): boolean;
  /**
   * The preposition على, which folds together with the name علي. Where the
   * text writes a final ya without dots (فى, التى), only the words around tell.
   */
  isPreposition(index: number): boolean;
  /** Written على, whatever it is there. */
  isSpeltAsPreposition(index: number): boolean;
}

/** Words that end in ya wherever it is written with its dots. */
const DOTLESS_YA = /(?<!\p{L})[وف]?(?:فى|التى|الذى|هى)(?!\p{L})/u;

export function readText(text: string, lexicon: Lexicon): Reading {
  const lang = detectLanguage(text);
  const tokens = tokenise(text);
  const starts = sentenceStarts(tokens, ABBREVIATIONS);
  const keys: (string | undefined)[] = new Array(tokens.length);
  const classes = new Int16Array(tokens.length).fill(-1);
  const headlines = findHeadlines(text, tokens, starts, lexicon);
  const readings: (readonly WordReading[] | undefined)[] = new Array(tokens.length);
  let dotless: boolean | undefined;
  const key = (index: number): string => {
    const token = tokens[index];
    if (token === undefined) return '';
    const known = keys[index];
    if (known !== undefined) return known;
    const found = keyOf(token);
    keys[index] = found;
    return found;
  };
  const isSpeltAsPreposition = (index: number): boolean => {
    const token = tokens[index];
    return token?.folded === 'علي' && text[token.end - 1] === 'ى';
  };
  return {
    text,
    lang,
    tokens,
    sentenceStart: starts,
    lexicon,
    key,
    classOf(index) {
      const known = classes[index];
      if (known === undefined) return 0;
      if (known >= 0) return known;
      const bits = lexicon.wordClass(key(index));
      classes[index] = bits;
      return bits;
    },
    rules: (index) => {
      const token = tokens[index];
      return token === undefined ? null : rulesFor(token, lang);
    },
    readings(index) {
      const known = readings[index];
      if (known !== undefined) return known;
      const token = tokens[index];
      if (token === undefined) return [];
      const own = rulesFor(token, lang)?.readings(token.folded) ?? [
        { skip: 0, key: key(index) },
      ];
      readings[index] = own;
      return own;
    },
    next: (index) => nextWord(tokens, index),
    headline: (index) => headlines[index] === true,
    isPreposition(index) {
      if (!isSpeltAsPreposition(index)) return false;
      dotless ??= DOTLESS_YA.test(text);
      return !dotless;
    },
    isSpeltAsPreposition,
  };
}

/** The offset in the source where folded unit `skip` of a token begins; later units include its marks. */
export function offsetInToken(text: string, token: Token, skip: number): number {
  if (skip === 0) return token.start;
  const folded = foldSpelling(text.slice(token.start, token.end));
  return token.start + (folded.starts[skip] ?? 0);
}

export function isCapital(text: string, token: Token): boolean {
  return /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
}

/** All its letters are capitals, and there are at least two. */
export function isAllCapitals(text: string, token: Token): boolean {
  const word = text.slice(token.start, token.end);
  return /\p{Lu}.*\p{Lu}/u.test(word) && word === word.toUpperCase();
}

/**
 * Lines or sentences in which most common words have capitals. Only Latin
 * words of more than three letters count: headlines leave the short ones small.
 */
function findHeadlines(
  text: string,
  tokens: readonly Token[],
  starts: readonly boolean[],
  lexicon: Lexicon,
): boolean[] {
  const headlines: boolean[] = new Array(tokens.length).fill(false);
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && starts[at] !== true) continue;
    let capital = 0;
    let small = 0;
    for (let index = from + 1; index < at; index++) {
      const token = tokens[index];
      if (token?.script !== 'latn' || token.kind !== 'word' || token.folded.length < 4)
        continue;
      if ((lexicon.wordClass(token.folded) & WORD.common) === 0) continue;
      if (isCapital(text, token)) capital++;
      else small++;
    }
    if (capital >= 2 && capital > small * 2) headlines.fill(true, from, at);
    from = at;
  }
  return headlines;
}
