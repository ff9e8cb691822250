/**
 * Words, numbers and marks with their UTF-16 offsets. White space is no token;
 * a line break is remembered on the token that follows it, since no name
 * crosses one.
 */
import { type Script, scriptOf } from './scripts';
import { spell } from './spelling';
import { runToEnd, STRIDE, type Steps } from './steps';

export interface Token {
  /** UTF-16 offset into the text. */
  start: number;
  /** Exclusive. */
  end: number;
  kind: 'word' | 'number' | 'mark';
  script: Script;
  /** The spelling fold of the token (`spell`); of a mark, the mark itself. */
  folded: string;
  /** White space stands before it (or it is the first). */
  spaced: boolean;
  /** A line break stands before it (or it is the first). */
  lineStart: boolean;
}

/** Longer than any word of a language: matched against nothing, so it need not be folded whole. */
const MAX_FOLDED = 64;

const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff';
/** The groups of the pattern. */
const [NUMBER, SPACE, MARK] = [3, 5, 6];
const PATTERN = new RegExp(
  [
    // U.S. · U.N. · initials in a row
    '((?<![\\p{L}\\p{N}])(?:\\p{Lu}\\.){2,}(?!\\p{L}))',
    // Arabic letters; marks, tatweel and invisible joiners belong to the word they stand in
    `([\\u0620-\\u064a\\u066e-\\u06d3\\u06d5\\u06ee-\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f\\u08a0-\\u08c9\\ufb50-\\ufdfb\\ufe70-\\ufefc](?:[\\u0610-\\u061a\\u0620-\\u065f\\u066e-\\u06d3\\u06d5-\\u06dc\\u06df-\\u06e8\\u06ea-\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f\\u08a0-\\u08ff\\ufb50-\\ufdfb\\ufe70-\\ufefc${INVISIBLE}])*)`,
    '(\\p{Nd}+(?:[.,٫٬]\\p{Nd}+)*)',
    // Other letters, with inner apostrophes (Sana’a) and digits after the first letter (G20)
    `((?:(?!\\p{Script=Arabic})\\p{L})(?:(?!\\p{Script=Arabic})[\\p{L}\\p{M}\\p{Nd}${INVISIBLE}])*(?:['’ʼʾʿ](?:(?!\\p{Script=Arabic})\\p{L})[\\p{M}]*(?:(?!\\p{Script=Arabic})[\\p{L}\\p{M}${INVISIBLE}])*)*)`,
    '(\\s+)',
    '([^\\s])',
  ].join('|'),
  'gu',
);

const POSSESSIVE = /['’]s$/i;

export function tokenise(text: string): Token[] {
  return runToEnd(tokeniseInSteps(text));
}

/** The same with pauses, for a long text. */
export function* tokeniseInSteps(text: string): Steps<Token[]> {
  const tokens: Token[] = [];
  // Words come again and again: each is folded once, and kept once.
  const folds = new Map<string, string>();
  const fold = (word: string): string => {
    const known = folds.get(word);
    if (known !== undefined) return known;
    const folded = spell(word);
    folds.set(word, folded);
    return folded;
  };
  const pattern = new RegExp(PATTERN);
  let spaced = true;
  let lineStart = true;
  for (let matches = 1; ; matches++) {
    if (matches % (2 * STRIDE) === 0) yield;
    const match = pattern.exec(text);
    if (match === null) return tokens;
    const raw = match[0];
    if (match[SPACE] !== undefined) {
      spaced = true;
      if (raw !== ' ' && /[\n\r\u2028\u2029]/.test(raw)) lineStart = true;
      continue;
    }
    const start = match.index;
    const kind =
      match[NUMBER] !== undefined
        ? 'number'
        : match[MARK] !== undefined
          ? 'mark'
          : 'word';
    if (kind === 'mark' && isInvisible(raw)) continue;
    const owned = kind === 'word' && POSSESSIVE.test(raw) ? raw.length - 2 : raw.length;
    const end = start + owned;
    tokens.push({
      start,
      end,
      kind,
      script: scriptOf(raw.codePointAt(0) as number),
      folded:
        kind === 'mark'
          ? raw
          : fold(text.slice(start, Math.min(end, start + MAX_FOLDED))),
      spaced,
      lineStart,
    });
    spaced = false;
    lineStart = false;
    if (owned < raw.length) {
      tokens.push({
        start: end,
        end: start + raw.length,
        kind: 'mark',
        script: 'latn',
        folded: "'s",
        spaced,
        lineStart,
      });
    }
  }
}

function isInvisible(char: string): boolean {
  return (
    char > '\u007f' &&
    /^[\p{M}\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/u.test(char)
  );
}
