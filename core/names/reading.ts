/** A text prepared once for all sources of names: tokens, keys, word classes, the rules of each token. */
import type { Language, WordReading } from '../language/language';
import { ABBREVIATIONS, rulesFor } from '../language/registry';
import { detectLanguage } from '../text/scripts';
import { sentenceStartsInSteps } from '../text/sentences';
import { foldSpelling } from '../text/spelling';
import { LONG_STRIDE, STRIDE, type Steps } from '../text/steps';
import { type Token, tokeniseInSteps } from '../text/tokens';
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
  /** Whether `sign` stands anywhere in the text. */
  contains(sign: string): boolean;
}

/** Words that end in ya wherever it is written with its dots. */
const DOTLESS_YA = /(?<!\p{L})[وف]?(?:فى|التى|الذى|هى)(?!\p{L})/u;

/** What is the same for every token that is written alike; the rest is found when it is first asked for. */
interface Form {
  key: string;
  rules: Language | null;
  readings: readonly WordReading[] | null;
  /** -1 while nobody has asked. */
  bits: number;
}

export function* readText(text: string, lexicon: Lexicon): Steps<Reading> {
  const lang = detectLanguage(text);
  const tokens = yield* tokeniseInSteps(text);
  const starts = yield* sentenceStartsInSteps(tokens, ABBREVIATIONS);
  const forms = yield* collectForms(tokens, lang);
  const classOf = (index: number): number => {
    const form = forms[index];
    if (form === undefined) return 0;
    if (form.bits < 0) form.bits = lexicon.wordClass(form.key);
    return form.bits;
  };
  const headlines = yield* findHeadlines(text, tokens, starts, classOf);
  const signs = new Map<string, boolean>();
  let dotless: boolean | undefined;
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
    key: (index) => forms[index]?.key ?? '',
    classOf,
    rules: (index) => forms[index]?.rules ?? null,
    readings(index) {
      const form = forms[index];
      if (form === undefined) return [];
      form.readings ??= form.rules?.readings(tokens[index]?.folded ?? '') ?? [
        { skip: 0, key: form.key },
      ];
      return form.readings;
    },
    next: (index) => nextWord(tokens, index),
    headline: (index) => headlines[index] === 1,
    isPreposition(index) {
      if (!isSpeltAsPreposition(index)) return false;
      dotless ??= DOTLESS_YA.test(text);
      return !dotless;
    },
    isSpeltAsPreposition,
    contains(sign) {
      const known = signs.get(sign);
      if (known !== undefined) return known;
      const found = text.includes(sign);
      signs.set(sign, found);
      return found;
    },
  };
}

/** The form of each token. */
function* collectForms(tokens: readonly Token[], lang: string): Steps<Form[]> {
  const known = new Map<Token['script'], Map<string, Form>>();
  const forms: Form[] = [];
  for (const [index, token] of tokens.entries()) {
    if (index % STRIDE === STRIDE - 1) yield;
    let ofScript = known.get(token.script);
    if (ofScript === undefined) {
      ofScript = new Map();
      known.set(token.script, ofScript);
    }
    let form = ofScript.get(token.folded);
    if (form === undefined) {
      form = {
        key: keyOf(token),
        rules: rulesFor(token, lang),
        readings: null,
        bits: -1,
      };
      ofScript.set(token.folded, form);
    }
    forms.push(form);
  }
  return forms;
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
function* findHeadlines(
  text: string,
  tokens: readonly Token[],
  starts: readonly boolean[],
  classOf: (index: number) => number,
): Steps<Uint8Array> {
  const headlines = new Uint8Array(tokens.length);
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at % LONG_STRIDE === 0) yield;
    if (at < tokens.length && starts[at] !== true) continue;
    let capital = 0;
    let small = 0;
    for (let index = from + 1; index < at; index++) {
      const token = tokens[index];
      if (token?.script !== 'latn' || token.kind !== 'word' || token.folded.length < 4)
        continue;
      if ((classOf(index) & WORD.common) === 0) continue;
      if (isCapital(text, token)) capital++;
      else small++;
    }
    if (capital >= 2 && capital > small * 2) headlines.fill(1, from, at);
    from = at;
  }
  return headlines;
}
