/**
 * Hypothesis: what its API gives (`{"total", "rows": […]}`) and what its client exports
 * (`{"annotations": […]}`). https://h.readthedocs.io/en/latest/api-reference/v1/
 */
import type { ForeignNote, ForeignQuote } from './foreign-note';
import type { Refusal } from './import-report';
import {
  fieldOf,
  isAmongFirst,
  isFields,
  listField,
  textField,
  textsOf,
} from './json-fields';
import { readTime } from './read-time';

export function isHypothesis(file: unknown): boolean {
  return isAmongFirst(
    rowsOf(file),
    (row) =>
      textField(row, 'uri') !== undefined && isFields(fieldOf(row, 'document') ?? {}),
  );
}

export function* readHypothesis(file: unknown): Generator<ForeignNote | Refusal> {
  for (const [at, annotation] of rowsOf(file).entries()) {
    const row = at + 1;
    if (!isFields(annotation)) yield { row, reason: 'not-a-record' };
    else yield readAnnotation(annotation, row);
  }
}

function rowsOf(file: unknown): readonly unknown[] {
  if (Array.isArray(file)) return file;
  // One annotation, as the API gives it by its id.
  if (textField(file, 'uri') !== undefined) return [file];
  const rows = listField(file, 'rows');
  return rows.length > 0 ? rows : listField(file, 'annotations');
}

function readAnnotation(annotation: unknown, row: number): ForeignNote {
  const target = listField(annotation, 'target')[0];
  return {
    row,
    sourceId: textField(annotation, 'id'),
    url: textField(annotation, 'uri') ?? textField(target, 'source'),
    title: textsOf(fieldOf(fieldOf(annotation, 'document'), 'title'))[0],
    quote: quoteOf(listField(target, 'selector')),
    body: textField(annotation, 'text') ?? '',
    tags: textsOf(fieldOf(annotation, 'tags')),
    createdAt: readTime(fieldOf(annotation, 'created')),
    updatedAt: readTime(fieldOf(annotation, 'updated')),
  };
}

/** Its positions count in the whole page, which is another text than the article's. */
function quoteOf(selectors: readonly unknown[]): ForeignQuote | undefined {
  const quote = selectors.find((one) => fieldOf(one, 'type') === 'TextQuoteSelector');
  const exact = textField(quote, 'exact');
  if (exact === undefined) return undefined;
  return {
    exact,
    prefix: textsOf(fieldOf(quote, 'prefix'))[0],
    suffix: textsOf(fieldOf(quote, 'suffix'))[0],
  };
}
