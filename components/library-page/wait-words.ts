import type { Translator } from '@/locales/translate';

/** From here on nobody counts days. */
const MONTHS_FROM = 60;
const DAYS_OF_MONTH = 30.44;

/** After so many days: "tomorrow", "in 4 days", "in 3 months". */
export function waitWords({ t }: Pick<Translator, 't'>, days: number): string {
  if (days < MONTHS_FROM) return t('daily.inDays', { count: days });
  return t('daily.inMonths', { count: Math.round(days / DAYS_OF_MONTH) });
}
