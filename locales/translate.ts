/** The words of the interface in the reader's language. */
import { createInstance, type FormatterModule } from 'i18next';
import { ar } from './ar';
import {
  type Catalogue,
  type MessageArguments,
  type MessageKey,
  PLURAL_FORMS,
} from './catalogue';
import { en } from './en';

export type UiLanguage = 'ar' | 'en';
export type UiDirection = 'rtl' | 'ltr';

export interface Translator {
  readonly lang: UiLanguage;
  readonly direction: UiDirection;
  t<Key extends MessageKey>(key: Key, ...values: MessageArguments<Key>): string;
  /** For a key known only at run time (a failure's code, a notice's key): null when there are no such words. */
  lookUp(key: string): string | null;
  /** A count with the digits and separators of the language. */
  number(value: number): string;
  /** A day, from milliseconds since the epoch or ISO 8601; null when that is no date. */
  day(when: number | string): string | null;
  /** A country's name, from ISO 3166-1 alpha-2; null when the code is unknown. */
  country(code: string): string | null;
}

/**
 * Latin digits in Arabic too: most Arabic news sites print them, so a count
 * here looks like the figures of the article beside it. Gregorian for the same reason.
 */
const FORMAT_LOCALE: Record<UiLanguage, string> = {
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

/** One translator per context and language: making one costs about a millisecond. */
export function createTranslator(lang: UiLanguage): Translator {
  const locale = FORMAT_LOCALE[lang];
  const numbers = new Intl.NumberFormat(locale);
  const i18n = createInstance();
  void i18n.use(formatterOf(numbers)).init({
    lng: lang,
    fallbackLng: false,
    initAsync: false,
    returnNull: false,
    // Escaping is Preact's part: every word is rendered as text.
    interpolation: { escapeValue: false, alwaysFormat: true },
    resources: { [lang]: { translation: withSuffixes(lang === 'ar' ? ar : en) } },
  });
  // Without a fallback a code that ICU does not know gives nothing, not itself.
  const countries = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });

  return {
    lang,
    direction: directionOf(lang),
    t: (key, ...values) => i18n.t(key, { ...values[0] }),
    lookUp: (key) => {
      const words: unknown = i18n.getResource(lang, 'translation', key);
      return typeof words === 'string' ? words : null;
    },
    number: (value) => numbers.format(value),
    day: (when) => formatDay(when, locale),
    country(code) {
      try {
        return countries.of(code) ?? null;
      } catch {
        return null;
      }
    },
  };
}

/** i18next wants plural forms as `key_one`; the catalogues nest them, which reads and types better. */
function withSuffixes(catalogue: Catalogue): Catalogue {
  const flat: Record<string, string | Catalogue> = {};
  for (const [key, value] of Object.entries(catalogue)) {
    if (typeof value === 'string') flat[key] = value;
    else if (typeof value.other !== 'string') flat[key] = withSuffixes(value);
    else
      for (const form of PLURAL_FORMS) {
        const words = value[form];
        if (typeof words === 'string') flat[`${key}_${form}`] = words;
      }
  }
  return flat;
}

/** Every number that is filled in gets the language's digits and separators. */
function formatterOf(numbers: Intl.NumberFormat): FormatterModule {
  return {
    type: 'formatter',
    init() {},
    add() {},
    addCached() {},
    format: (value: unknown) =>
      typeof value === 'number' ? numbers.format(value) : String(value),
  };
}

function formatDay(when: number | string, locale: string): string | null {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return null;
  // A bare date is a calendar day, not an instant: west of Greenwich it must not become the day before.
  const isBareDate = typeof when === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(when);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(isBareDate ? { timeZone: 'UTC' } : {}),
  }).format(date);
}
