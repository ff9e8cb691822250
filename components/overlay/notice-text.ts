import type { MarginTranslator } from '@/locales/translate';
import { failureText } from '../translation/failure-text';
import type { Notice } from './overlay-view';

/** A notice in the reader's words: its key is of `notice`, or a `FailureCode`. */
export function noticeText(words: MarginTranslator, { key }: Notice): string {
  return words.lookUp(`notice.${key}`) ?? failureText(words, key);
}

/** What its button says. */
export function noticeActionText({ lookUp }: MarginTranslator, key: string): string {
  return lookUp(`action.${key}`) ?? key;
}
