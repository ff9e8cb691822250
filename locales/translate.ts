/**
 * The words of the interface in the reader's language. All that it takes is
 * look-up, plural forms and filling in, and the browser has the hard part
 * (`Intl`): a library for it weighed a quarter of the content script.
 */
import type { Catalogue, MarginKey, MessageArguments, MessageKey } from './catalogue';
import { dateFormat } from './date-format';
import { ar as libraryAr } from './library/ar';
import { en as libraryEn } from './library/en';
import { ar as marginAr } from './margin/ar';
import { en as marginEn } from './margin/en';
import { nearDay } from './near-day';
import { ar as notesAr } from './notes/ar';
import { en as notesEn } from './notes/en';
import { ar as panelAr } from './panel/ar';
import { en as panelEn } from './panel/en';
import { ar as reviewAr } from './review/ar';
import { en as reviewEn } from './review/en';
import { ar as storyAr } from './story/ar';
import { en as storyEn } from './story/en';

export type UiLanguage = 'ar' | 'en';
export type UiDirection = 'rtl' | 'ltr';

/** What is shown on a page takes a {@link MarginTranslator}; the extension's own pages have all words. */
export interface Translator<Keys extends MessageKey = MessageKey> {
  readonly lang: UiLanguage;
  readonly direction: UiDirection;
  t<Key extends Keys>(key: Key, ...values: MessageArguments<Key>): string;
  /** For a key known only at run time (a failure's code, a notice's key): null when there are no such words. */
  lookUp(key: string): string | null;
  /** A count with the digits and separators of the language. */
  number(value: number): string;
  /** A day, from milliseconds since the epoch or ISO 8601; null when that is no date. */
  day(when: number | string): string | null;
  /**
   * A day as a part of a sentence, said from `now` (ms): "yesterday", "on Tuesday",
   * "on 4 April"; null when it is no date.
   */
  onDay(when: number | string, now: number): string | null;
  /** The time of day, from milliseconds since the epoch. */
  time(when: number): string;
  /** A moment, said from `now` (ms): "today, 9:12". */
  moment(when: number, now: number): string;
  /** So many bytes: "3.1 MB". */
  size(bytes: number): string;
  /** A country's name, from ISO 3166-1 alpha-2; null when the code is unknown. */
  country(code: string): string | null;
}

export type MarginTranslator = Translator<MarginKey>;

/**
 * Latin digits in Arabic too: most Arabic news sites print them, so a count
 * here looks like the figures of the article beside it. Gregorian for the same reason.
 */
export const FORMAT_LOCALE: Record<UiLanguage, string> = {
  ar: 'ar-u-ca-gregory-nu-latn',
  en: 'en-GB',
};

export function directionOf(lang: UiLanguage): UiDirection {
  return lang === 'ar' ? 'rtl' : 'ltr';
}

/** What the reader chose, or else the browser's language: Arabic for any `ar-*`, English for the rest. */
export function uiLanguageOf(
  preference: 'auto' | UiLanguage,
  browserLanguage: string,
): UiLanguage {
  if (preference !== 'auto') return preference;
  return /^ar\b/i.test(browserLanguage) ? 'ar' : 'en';
}

/** One translator per context and language. */
export function createTranslator(lang: UiLanguage): Translator {
  return translatorOf<MessageKey>(
    lang,
    lang === 'ar'
      ? { ...marginAr, ...storyAr, ...reviewAr, ...libraryAr, ...notesAr, ...panelAr }
      : { ...marginEn, ...storyEn, ...reviewEn, ...libraryEn, ...notesEn, ...panelEn },
  );
}

/** Without the words that no page shows: the content script must stay small. */
export function createMarginTranslator(lang: UiLanguage): MarginTranslator {
  return translatorOf<MarginKey>(
    lang,
    lang === 'ar' ? { ...marginAr, ...storyAr } : { ...marginEn, ...storyEn },
  );
}

function translatorOf<Keys extends MessageKey>(
  lang: UiLanguage,
  catalogue: Catalogue,
): Translator<Keys> {
  const locale = FORMAT_LOCALE[lang];
  const plurals = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(locale);
  // Without a fallback a code that ICU does not know gives nothing, not itself.
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });

  function lookUp(key: string, count = 0): string | null {
    const found = entryAt(catalogue, key);
    if (typeof found === 'string' || found === null) return found;
    return entryAt(found, plurals.select(count)) as string | null;
  }

  const time = (when: number) =>
    dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(when);

  return {
    lang,
    direction: directionOf(lang),
    t(key, ...[values]) {
      const count = values && 'count' in values ? Number(values.count) : 0;
      // The key's type says that it is there, in every language.
      return fillIn(lookUp(key, count) ?? key, values ?? {}, numbers);
    },
    lookUp: (key) => {
      const found = entryAt(catalogue, key);
      return typeof found === 'string' ? found : null;
    },
    number: (value) => numbers.format(value),
    day: (when) => formatDay(when, locale),
    onDay(when, now) {
      const near = nearDay(when, now, locale);
      if (near === null || near.form === 'relative') return near?.words ?? null;
      return fillIn(
        lookUp(`when.${near.form}`) ?? '{{day}}',
        { day: near.words },
        numbers,
      );
    },
    time,
    moment(when, now) {
      const day = nearDay(when, now, locale)?.words ?? '';
      return `${day}${lang === 'ar' ? '،' : ','} ${time(when)}`;
    },
    size(bytes) {
      const isSmall = bytes < 1_000_000;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit: isSmall ? 'kilobyte' : 'megabyte',
        // The short ones of Arabic are few, and no reader knows "م.ب".
        unitDisplay: lang === 'ar' ? 'long' : 'short',
        maximumFractionDigits: isSmall ? 0 : 1,
      }).format(bytes / (isSmall ? 1_000 : 1_000_000));
    },
    country(code) {
      try {
        return countries.of(code) ?? null;
      } catch {
        return null;
      }
    },
  };
}

/** By own keys only: a key from outside may be called `constructor`. */
function entryAt(catalogue: Catalogue, path: string): string | Catalogue | null {
  let found: string | Catalogue = catalogue;
  for (const key of path.split('.')) {
    if (typeof found === 'string' || !Object.hasOwn(found, key)) return null;
    found = found[key] ?? '';
  }
  return found;
}

/** Once, from left to right: what was filled in is never looked at again. Every number gets the language's digits. */
function fillIn(
  words: string,
  values: Readonly<Record<string, string | number>>,
  numbers: Intl.NumberFormat,
): string {
  return words.replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? numbers.format(value) : value;
  });
}

function formatDay(when: number | string, locale: string): string | null {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return null;
  // A bare date is a calendar day, not an instant: west of Greenwich it must not become the day before.
  const isBareDate = typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when);
  return dateFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(isBareDate ? { timeZone: 'UTC' } : {}),
  }).format(date);
}
