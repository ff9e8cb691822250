import type { ComponentChildren } from 'preact';
import type { Translator } from '@/locales/translate';
import { MarginWords, ReviewWords } from './translation-context';

/** Gives all words to a page of the extension. */
export function ReviewTranslation(props: {
  translator: Translator;
  children: ComponentChildren;
}) {
  return (
    <MarginWords.Provider value={props.translator}>
      <ReviewWords.Provider value={props.translator}>
        {props.children}
      </ReviewWords.Provider>
    </MarginWords.Provider>
  );
}
