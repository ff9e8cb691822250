/**
 * The fold under which a quote is looked for: what editors, keyboards, fonts
 * and page designs change without changing the words is one under it. White
 * space goes entirely: a page may re-wrap, split or join its paragraphs.
 */
import type { FoldRule } from '../text/fold';

/**
 * A folded text. `codes` are UTF-16 units; `starts` leads from each of them to
 * the offset of the code point of the source from which it came.
 */
export interface FoldedQuote {
  source: string;
  codes: Uint16Array;
  starts: Uint32Array;
}

/** The offset of the source just after the code point from which a unit came. */
export function sourceEnd(folded: FoldedQuote, unit: number): number {
  const start = folded.starts[unit] ?? folded.source.length;
  return start + ((folded.source.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
}

/** Letters that are one for the reader and two for the computer, after decomposition and lower-casing. */
const MERGED: Record<string, string> = {
  // Arabic: alef without its seat's hamza, final forms, Persian and Urdu shapes.
  ٱ: 'ا',
  ء: '',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ة: 'ه',
  ۀ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
  // Latin letters without a decomposition, and the final sigma.
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  // Punctuation of one meaning.
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
  '٫': '.',
  '٬': ',',
  '−': '-',
  '⁄': '/',
};

/** Marks over and under letters, tatweel, and what shows nothing. */
const DROPPED = new RegExp(
  [
    String.raw`[\p{Cf}\p{Cc}\p{Z}\s\u0640]`,
    // Marks of Latin, Greek, Cyrillic, Hebrew and Arabic; vowel signs of other scripts are letters.
    String.raw`[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]`,
    String.raw`[\u06d6-\u06ed\u08d3-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]`,
    // Variation selectors.
    String.raw`[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]`,
  ].join('|'),
  'gu',
);
const QUOTES = /["'`´\u2018-\u201f\u2039\u203a«»\u2032\u2033\u02bc\uff02\uff07]/gu;
const DASHES = /\p{Pd}/gu;
const DIGIT = /\p{Nd}/gu;

/** The fold of one code point; marks are dropped wherever they stand, composed or not. */
export const foldQuoteRule: FoldRule = (char) => {
  if (/^[\ud800-\udfff]$/.test(char)) return char;
  const plain = char
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(DROPPED, '')
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .replace(DIGIT, asciiDigit);
  return Array.from(plain, (each) => MERGED[each] ?? each).join('');
};

/** Digits stand in rows of ten that begin at a code point whose digit is zero. */
function asciiDigit(digit: string): string {
  let value = 0;
  for (let at = (digit.codePointAt(0) ?? 0) - 1; value < 9; at--, value++) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(at))) break;
  }
  return String(value);
}

/** In the table: not asked yet, dropped, or more than one unit. Else the unit itself. */
const UNKNOWN = -1;
const NOTHING = -2;
const SEVERAL = -3;

const table = new Int32Array(0x10000).fill(UNKNOWN);
const expansions = new Map<number, string>();

function foldUnit(code: number): number {
  const folded = foldQuoteRule(String.fromCharCode(code), code);
  let entry = SEVERAL;
  if (folded === '') entry = NOTHING;
  else if (folded.length === 1) entry = folded.charCodeAt(0);
  else expansions.set(code, folded);
  table[code] = entry;
  return entry;
}

/** The fold of a code point of two units. */
function foldPoint(point: number): string {
  let folded = expansions.get(point);
  if (folded === undefined) {
    folded = foldQuoteRule(String.fromCodePoint(point), point);
    expansions.set(point, folded);
  }
  return folded;
}

/**
 * Folds a text. The same as `foldWith(source, foldQuoteRule)`, by a table of
 * units filled as they come: a page of 500 kB is folded in milliseconds.
 */
export function foldQuote(source: string): FoldedQuote {
  const length = source.length;
  let codes = new Uint16Array(length);
  let starts = new Uint32Array(length);
  let size = 0;
  for (let at = 0; at < length; at++) {
    const code = source.charCodeAt(at);
    let entry = table[code] as number;
    if (entry === UNKNOWN) entry = foldUnit(code);
    if (entry === NOTHING) continue;
    if (entry >= 0 && (code < 0xd800 || code > 0xdbff) && size < codes.length) {
      codes[size] = entry;
      starts[size] = at;
      size++;
      continue;
    }
    let width = 1;
    let several = '';
    if (entry === SEVERAL) several = expansions.get(code) ?? '';
    else if (code >= 0xd800 && code <= 0xdbff) {
      const point = source.codePointAt(at) as number;
      if (point > 0xffff) {
        width = 2;
        several = foldPoint(point);
        if (several === '') {
          at++;
          continue;
        }
      }
    }
    const count = several === '' ? 1 : several.length;
    if (size + count > codes.length) {
      const room = Math.max(size + count, codes.length * 2, 16);
      codes = grown(codes, new Uint16Array(room));
      starts = grown(starts, new Uint32Array(room));
    }
    for (let unit = 0; unit < count; unit++) {
      codes[size] = several === '' ? entry : several.charCodeAt(unit);
      starts[size] = at;
      size++;
    }
    at += width - 1;
  }
  return {
    source,
    codes: codes.subarray(0, size),
    starts: starts.subarray(0, size),
  };
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
