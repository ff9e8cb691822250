import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue';
import { ar as libraryAr } from './library/ar';
import { en as libraryEn } from './library/en';
import { ar as marginAr } from './margin/ar';
import { en as marginEn } from './margin/en';
import { ar as notesAr } from './notes/ar';
import { en as notesEn } from './notes/en';
import { ar as panelAr } from './panel/ar';
import { en as panelEn } from './panel/en';
import { ar as reviewAr } from './review/ar';
import { en as reviewEn } from './review/en';
import { ar as storyAr } from './story/ar';
import { en as storyEn } from './story/en';
import {
  createMarginTranslator,
  createTranslator,
  directionOf,
  uiLanguageOf,
} from './translate';

const arabic = createTranslator('ar');
const english = createTranslator('en');

/** Every message with its path; a plural counts as one, with all its forms. */
function messagesOf(catalogue: Catalogue, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of Object.entries(catalogue)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(at, [value]);
    else if (typeof value.other === 'string')
      found.set(
        at,
        Object.values(value).filter((form) => typeof form === 'string'),
      );
    else for (const [inner, words] of messagesOf(value, at)) found.set(inner, words);
  }
  return found;
}

function placeholdersOf(words: readonly string[]): string[] {
  const names = words.flatMap((form) => form.match(/\{\{\w+\}\}/g) ?? []);
  return [...new Set(names)].sort();
}

describe.each([
  ['margin', marginEn, marginAr],
  ['review', reviewEn, reviewAr],
  ['story', storyEn, storyAr],
  ['library', libraryEn, libraryAr],
  ['side panel', panelEn, panelAr],
  ['notes', notesEn, notesAr],
])('the catalogues of the %s', (_, en, ar) => {
  const inEnglish = messagesOf(en);
  const inArabic = messagesOf(ar);

  it('have the same keys in both languages', () => {
    expect([...inArabic.keys()].sort()).toEqual([...inEnglish.keys()].sort());
  });

  it('fill in the same values', () => {
    for (const [key, words] of inEnglish) {
      const translated = inArabic.get(key) ?? [];
      expect([key, placeholdersOf(translated)]).toEqual([key, placeholdersOf(words)]);
    }
  });

  it('are in their own language, with nothing left empty', () => {
    // Names of formats, and the other language's own name, are the same everywhere.
    const international =
      /^(popup\.language|export\.formats\.\w+|tally\.separator|timeline\.(span|spanOneDay|column|columnSites|range))$/;
    for (const [key, words] of inArabic) {
      if (international.test(key)) continue;
      for (const form of words)
        expect([key, form]).toEqual([key, expect.stringMatching(/[\u0621-\u064a]/)]);
    }
    for (const [key, words] of inEnglish) {
      if (international.test(key)) continue;
      for (const form of words)
        expect([key, form]).toEqual([key, expect.not.stringMatching(/[\u0621-\u064a]/)]);
    }
  });
});

/** Any UTF-16 units, unpaired surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));

describe('createTranslator', () => {
  it.each([
    [0, 'لم يمرّ بك هذا الاسم من قبل'],
    [1, 'مرّ بك هذا الاسم في مقال واحد'],
    [2, 'مرّ بك هذا الاسم في مقالين'],
    [3, 'مرّ بك هذا الاسم في 3 مقالات'],
    [10, 'مرّ بك هذا الاسم في 10 مقالات'],
    [11, 'مرّ بك هذا الاسم في 11 مقالًا'],
    [99, 'مرّ بك هذا الاسم في 99 مقالًا'],
    [100, 'مرّ بك هذا الاسم في 100 مقال'],
    [103, 'مرّ بك هذا الاسم في 103 مقالات'],
    [1234, 'مرّ بك هذا الاسم في 1,234 مقالًا'],
  ])('counts %i in Arabic', (count, words) => {
    expect(arabic.t('card.metIn', { count })).toBe(words);
  });

  it.each([
    [1, '1 mention'],
    [2, '2 mentions'],
    [1234, '1,234 mentions'],
  ])('counts %i in English', (count, words) => {
    expect(english.t('count.mentions', { count })).toBe(words);
  });

  it('fills any value in as it is, once', () => {
    fc.assert(
      fc.property(anyText, (query) => {
        expect(english.t('popup.nothingFits', { query })).toBe(
          `Nothing here fits “${query}”.`,
        );
      }),
    );
    expect(english.t('popup.nothingFits', { query: '{{query}} $& $1' })).toContain(
      '“{{query}} $& $1”',
    );
  });

  it('looks up keys that come from elsewhere, and only its own', () => {
    expect(english.lookUp('failure.storage-full')).toContain('full');
    for (const key of [
      'failure',
      'failure.nonsense',
      'constructor',
      '',
      '__proto__.x',
      'failure.not-found.length',
      'card.metIn',
    ])
      expect([key, english.lookUp(key)]).toEqual([key, null]);
  });

  it('writes days, counts and countries in the language, with Latin digits', () => {
    expect(arabic.day('2020-01-03')).toBe('3 يناير 2020');
    expect(english.day('2020-01-03')).toBe('3 Jan 2020');
    expect(english.day(Date.UTC(2020, 0, 3, 12))).toBe('3 Jan 2020');
    expect(arabic.number(12345)).toBe('12,345');
    expect(arabic.country('IQ')).toBe('العراق');
    expect(english.country('IQ')).toBe('Iraq');
  });

  it.each([
    ['2024-05-15', 'today', 'اليوم'],
    ['2024-05-14', 'yesterday', 'أمس'],
    ['2024-05-13', 'on Monday', 'يوم الاثنين'],
    ['2024-05-09', 'on Thursday', 'يوم الخميس'],
    ['2024-05-08', 'on 8 May', 'في 8 مايو'],
    ['2023-12-31', 'on 31 December 2023', 'في 31 ديسمبر 2023'],
    ['2024-05-16', 'on 16 May', 'في 16 مايو'],
  ])('says the day %s as one would on 15 May 2024', (day, inEnglish, inArabic) => {
    const now = new Date(2024, 4, 15, 0, 30).getTime();
    expect(english.onDay(day, now)).toBe(inEnglish);
    expect(arabic.onDay(day, now)).toBe(inArabic);
  });

  it('says a day by the calendar, not by hours gone', () => {
    const now = new Date(2024, 4, 15, 0, 30).getTime();
    expect(english.onDay(new Date(2024, 4, 14, 23, 50).getTime(), now)).toBe('yesterday');
    expect(english.onDay('no date', now)).toBeNull();
  });

  it('gives nothing for what is no date and no country', () => {
    for (const when of ['', 'yesterday', '2020-13-45', Number.NaN]) {
      expect(english.day(when)).toBeNull();
    }
    for (const code of ['', 'iraq', '$$', 'QX']) expect(english.country(code)).toBeNull();
  });
});

it('no two catalogues have a room of the same name: the later would hide the earlier', () => {
  const rooms = [marginEn, storyEn, reviewEn, libraryEn, notesEn].flatMap(Object.keys);
  expect(rooms).toEqual([...new Set(rooms)]);
});

describe('createMarginTranslator', () => {
  it('has the words of the page and no others', () => {
    expect(createMarginTranslator('en').t('card.close')).toBe('Close');
    expect(createMarginTranslator('en').lookUp('popup.footer')).toBeNull();
  });
});

describe('the language of the interface', () => {
  it.each([
    ['auto', 'ar', 'ar'],
    ['auto', 'ar-EG', 'ar'],
    ['auto', 'AR-iq', 'ar'],
    ['auto', 'arn', 'en'],
    ['auto', 'en-US', 'en'],
    ['auto', 'fa', 'en'],
    ['auto', '', 'en'],
    ['en', 'ar', 'en'],
    ['ar', 'en', 'ar'],
  ] as const)('for the choice %s in a browser in %s is %s', (choice, browser, lang) => {
    expect(uiLanguageOf(choice, browser)).toBe(lang);
  });

  it('has a direction', () => {
    expect([directionOf('ar'), directionOf('en')]).toEqual(['rtl', 'ltr']);
  });
});
