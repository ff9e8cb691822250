import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnit } from '@/test/any-unit';
import { foldWith } from '../text/fold';
import { foldQuote, foldQuoteRule, sourceEnd } from './fold-quote';

const fold = (text: string) => String.fromCharCode(...foldQuote(text).codes);

describe('foldQuote', () => {
  it.each([
    ['white space of all kinds', 'a b\u00a0c\n\td\u2003e', 'abcde'],
    ['zero-width and bidi marks', 'a\u200bb\u200c\u200dc\u00ad\u200f\ufeffd', 'abcd'],
    ['tashkeel', 'مُحَمَّدٌ', 'محمد'],
    ['tatweel', 'محــــمد', 'محمد'],
    ['hamza on its seats', 'أحمد إلى آخر مؤمن شئون', 'احمد الي اخر مومن شيون'],
    ['alef maksura and ta marbuta', 'على مدرسة', 'علي مدرسه'],
    ['Persian letters', 'کتاب ایران', 'كتاب ايران'],
    ['digits', '١٢٣ ۴۵۶ 789', '123456789'],
    ['quotes', '«a» “b” ‘c’ "d" \'e\'', '"a""b""c""d""e"'],
    ['dashes', 'a-b–c—d‑e−f', 'a-b-c-d-e-f'],
    ['Arabic punctuation', '، ؛ ؟', ',;?'],
    ['accents, composed or not', 'é e\u0301 Ü ç', 'eeuc'],
    ['Latin case', 'BBC Straße', 'bbcstrasse'],
    ['ligatures', 'ﬁ ﷲ …', 'fiالله...'],
    ['full width', 'ＡＢ１', 'ab1'],
    ['presentation forms', 'ﻣﺤﻤﺪ', 'محمد'],
  ])('makes one of %s', (_, text, expected) => {
    expect(fold(text)).toBe(expected.replace(/ /g, ''));
  });

  it.each([
    ['ba', 'pa'],
    ['حسن', 'حسين'],
    ['عمان', 'عمار'],
    ['1.5', '15'],
    ['が', 'か'],
    ['कि', 'की'],
    ['Москва', 'Mocква'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });

  it('is the same composed and decomposed', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[أ-يa-zàéüñçÅ가-힣\u064e ]{0,20}$/u),
        (text) => fold(text.normalize('NFC')) === fold(text.normalize('NFD')),
      ),
    );
  });

  it('is foldWith under its rule, for any text', () => {
    const unit = fc.oneof(
      fc.string({ unit: anyUnit, maxLength: 4 }),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom('\ud800', '\udc00', 'ﷺ', '𝟙', '\u{e0101}', 'ﬁ'),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        const expected = foldWith(text, foldQuoteRule);
        const folded = foldQuote(text);
        expect(String.fromCharCode(...folded.codes)).toBe(expected.text);
        expect([...folded.starts]).toEqual([...expected.starts]);
        expect(Array.from(folded.codes, (_, at) => sourceEnd(folded, at))).toEqual([
          ...expected.ends,
        ]);
      }),
    );
  });
});
