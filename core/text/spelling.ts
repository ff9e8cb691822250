/**
 * The spelling fold: one word in its many spellings becomes one string, for
 * matching only. It is deliberately coarse (علي and على fold together): what
 * depends on the difference looks at the source.
 */
import { type Folded, foldWith } from './fold';

/** Arabic letters that are written for one another, and Persian and Urdu forms of the same letters. */
const LETTERS: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ۆ: 'و',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ۃ: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  گ: 'ك',
  ݣ: 'ك',
  پ: 'ب',
  چ: 'ج',
  ژ: 'ز',
  ڤ: 'ف',
  ڥ: 'ف',
};

/** Latin letters that have no decomposition. */
const LATIN: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
};

const MARK = /\p{M}/gu;
/** Tatweel, soft hyphen, zero-width and direction marks, and the apostrophes of transliteration. */
const DROPPED = /[\u0640\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff'’‘ʼʾʿ`´.]/u;

const known = new Map<number, string>();

/** What one code point becomes; `''` when it carries nothing for matching. */
export function spellChar(char: string, codePoint: number): string {
  if (codePoint >= 0x61 && codePoint <= 0x7a) return char;
  const found = known.get(codePoint);
  if (found !== undefined) return found;
  const folded = computeSpelling(char, codePoint);
  // Bounded: a text of every code point must not fill the memory for good.
  if (known.size < 4096) known.set(codePoint, folded);
  return folded;
}

function computeSpelling(char: string, codePoint: number): string {
  if (DROPPED.test(char)) return '';
  const letter = LETTERS[char];
  if (letter !== undefined) return letter;
  if (codePoint >= 0x0660 && codePoint <= 0x0669) return String(codePoint - 0x0660);
  if (codePoint >= 0x06f0 && codePoint <= 0x06f9) return String(codePoint - 0x06f0);
  if (codePoint >= 0x0621 && codePoint <= 0x064a) return char;
  // A ligature unfolds into letters that fold in their turn (ﷲ, ﻷ).
  const plain = char.normalize('NFKD').replace(MARK, '').toLowerCase();
  let out = '';
  for (const one of plain) {
    // What it unfolds into may be a mark to drop in its turn (⒈, ﹒).
    if (!DROPPED.test(one) && one !== ' ') out += LETTERS[one] ?? LATIN[one] ?? one;
  }
  return out;
}

/** Folds with the way back to the source: `starts` and `ends` are UTF-16 offsets. */
export function foldSpelling(source: string): Folded {
  return foldWith(source, spellChar);
}

/** The folded text alone; cheaper than {@link foldSpelling}. */
export function spell(source: string): string {
  if (source.length > written.length) return spellWhole(source);
  let length = 0;
  let changed = false;
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(at);
    const folded = unit < USUAL ? foldUnit(unit) : SEVERAL;
    if (folded === SEVERAL) return spellWhole(source);
    if (folded !== unit) changed = true;
    if (folded !== NOTHING) written[length++] = folded;
  }
  if (!changed) return source;
  return String.fromCharCode.apply(null, written.subarray(0, length) as never);
}

function spellWhole(source: string): string {
  let out = '';
  for (const char of source) out += spellChar(char, char.codePointAt(0) as number);
  return out;
}

/** Units below this are looked up: Latin, Greek, Cyrillic, Hebrew and Arabic. */
const USUAL = 0x700;
/** No unit that any of them folds to. */
const [NOTHING, SEVERAL, UNKNOWN] = [0xffff, 0xfffe, 0xfffd];
const units = new Uint16Array(USUAL).fill(UNKNOWN);
/** Where a word is put together. */
const written = new Uint16Array(128);

function foldUnit(unit: number): number {
  const found = units[unit] as number;
  if (found !== UNKNOWN) return found;
  const folded = spellChar(String.fromCharCode(unit), unit);
  const one =
    folded === '' ? NOTHING : folded.length === 1 ? folded.charCodeAt(0) : SEVERAL;
  units[unit] = one;
  return one;
}
