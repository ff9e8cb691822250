/**
 * Obsidian Web Clipper's highlights: `[{"url", "highlights": [{"text", "timestamp", "notes"?}]}]`, and
 * as it keeps them, with `content`, an `id` that is the time, and `notes`. Older ones are HTML.
 */
import { colourOf, type ForeignNote } from './foreign-note';
import type { Refusal } from './import-report';
import {
  fieldOf,
  isAmongFirst,
  isFields,
  listField,
  textField,
  textsOf,
} from './json-fields';
import { plainText } from './plain-text';
import { readTime } from './read-time';

export function isClipper(file: unknown): boolean {
  return isAmongFirst(pagesOf(file), (page) =>
    Array.isArray(fieldOf(page, 'highlights')),
  );
}

export function* readClipper(file: unknown): Generator<ForeignNote | Refusal> {
  let row = 0;
  for (const page of pagesOf(file)) {
    if (!isFields(page) || !Array.isArray(fieldOf(page, 'highlights'))) {
      yield { row: ++row, reason: 'not-a-record' };
      continue;
    }
    for (const highlight of listField(page, 'highlights')) {
      row++;
      if (isFields(highlight)) yield* readHighlight(highlight, page, row);
      else yield { row, reason: 'not-a-record' };
    }
  }
}

/** A list of pages, one page, or the clipper's own store: pages by their address. */
function pagesOf(file: unknown): readonly unknown[] {
  if (Array.isArray(file)) return file;
  const store = fieldOf(file, 'highlights');
  if (Array.isArray(store)) return [file];
  return Object.values(isFields(store) ? store : isFields(file) ? file : {});
}

/** Highlights made in one go come as one, with blank lines between them: each has a place of its own. */
function* readHighlight(
  highlight: unknown,
  page: unknown,
  row: number,
): Generator<ForeignNote | Refusal> {
  const words = plainText(textField(highlight, 'text', 'content') ?? '');
  const createdAt = readTime(fieldOf(highlight, 'timestamp') ?? fieldOf(highlight, 'id'));
  const parts = words.split(/\n{2,}/).filter((part) => part.trim() !== '');
  if (parts.length === 0) yield { row, reason: 'no-words' };
  for (const [at, exact] of parts.entries()) {
    yield {
      row,
      url: textField(page, 'url'),
      title: textField(page, 'title'),
      quote: { exact: exact.trim() },
      body: at === 0 ? textsOf(fieldOf(highlight, 'notes')).join('\n\n') : '',
      tags: [],
      colour: colourOf(textField(highlight, 'color')),
      createdAt,
    };
  }
}
