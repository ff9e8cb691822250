/** On which day a week begins where the reader is. */
import type { UiLanguage } from '@/locales/translate';

/** As in browsers from 130 (`getWeekInfo`) and before (`weekInfo`); Firefox got neither for long. */
interface WithWeek {
  getWeekInfo?(): { firstDay: number };
  weekInfo?: { firstDay: number };
}

/** Of Unicode's CLDR 48, by region; elsewhere a week begins on Monday. */
const FIRST_DAYS: readonly [weekday: number, regions: string][] = [
  [5, 'MV'],
  [6, 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'],
  [
    7,
    'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO ' +
      'MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW',
  ],
];

/**
 * 1 is Monday, 7 Sunday. By the first of the browser's languages that is that of the interface,
 * for it says the country too (`ar-IQ`); without one by the interface's own.
 */
export function weekStartOf(lang: UiLanguage, languages: readonly string[]): number {
  const own = languages.find((one) => one.split('-')[0] === lang);
  const locale = new Intl.Locale(own ?? (lang === 'en' ? 'en-GB' : lang));
  return weekOf(locale)?.firstDay ?? firstDayIn(locale.maximize().region ?? '');
}

function weekOf(locale: Intl.Locale & WithWeek): { firstDay: number } | undefined {
  return locale.getWeekInfo?.() ?? locale.weekInfo;
}

/** For browsers that do not tell. */
export function firstDayIn(region: string): number {
  const found = FIRST_DAYS.find(([, regions]) => regions.split(' ').includes(region));
  return found?.[0] ?? 1;
}
