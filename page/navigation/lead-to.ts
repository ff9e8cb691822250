import type { Reading } from '../reading';
import type { Span } from '../text/text-model';
import { wordsOnPage } from '../words-on-page';
import { bringIntoView } from './jump-to-mention';

interface ReadPage {
  reading(): Reading | null;
  flash(start: number, end: number): void;
}

/** Scrolls to words of the text that is read, and flashes them. False when they are not shown. */
export function leadTo(document: Document, page: ReadPage, span: Span): boolean {
  const reading = page.reading();
  if (!reading) return false;
  const words = wordsOnPage(document, reading.model, span);
  const found = bringIntoView(reading, span, words);
  if (found) page.flash(span.start, span.end);
  return found;
}
