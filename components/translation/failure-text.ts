import type { MarginTranslator } from '@/locales/translate';

/** What happened, what is safe and what to do, from a `FailureCode` of the protocol; never empty. */
export function failureText(translator: MarginTranslator, code: string): string {
  return translator.lookUp(`failure.${code}`) ?? translator.t('failure.unexpected');
}
