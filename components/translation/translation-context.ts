import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { MarginTranslator, Translator } from '@/locales/translate';

/** For whatever is also shown on a page. */
export const MarginWords = createContext<MarginTranslator | null>(null);
/** For the extension's own pages, which provide both. */
export const ReviewWords = createContext<Translator | null>(null);

export function useMarginWords(): MarginTranslator {
  return provided(useContext(MarginWords));
}

export function useReviewWords(): Translator {
  return provided(useContext(ReviewWords));
}

function provided<T>(words: T | null): T {
  if (words === null) throw new Error('A component stands outside of its words.');
  return words;
}
