import { rectsOf } from './highlight/hit-test';
import type { WordsOnPage } from './reader-ports';
import type { Span, TextModel } from './text/text-model';

/** Follows the words of a span as the page scrolls; no boxes once the page has removed them. */
export function wordsOnPage(
  document: Document,
  model: TextModel,
  span: Span,
): WordsOnPage {
  const node = model.toRanges(span.start, span.end)[0]?.startContainer;
  const element = node instanceof Element ? node : node?.parentElement;
  return {
    getClientRects: () => rectsOf(document, model, span),
    direction: element && getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr',
  };
}
