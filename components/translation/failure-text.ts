import type { Translator } from '@/locales/translate';

/** What happened, what is safe and what to do, from a `FailureCode` of the protocol; never empty. */
export function failureText(translator: Translator, code: string): string {
  return translator.lookUp(`failure.${code}`) ?? translator.t('failure.unexpected');
}
