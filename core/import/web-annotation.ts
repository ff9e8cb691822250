/**
 * W3C Web Annotations as JSON-LD: one annotation, a page of them, a collection with its pages
 * inside, a list of any of these, or a graph. https://www.w3.org/TR/annotation-model/
 */
import { pairsIn } from '../text/surrogate-pairs';
import { colourOf, type ForeignNote, type ForeignQuote } from './foreign-note';
import type { Refusal } from './import-report';
import {
  fieldOf,
  isAmongFirst,
  isFields,
  listField,
  listOf,
  textField,
  textsOf,
} from './json-fields';
import { plainText } from './plain-text';
import { readTime } from './read-time';

/** Pages in collections, selectors in selectors, bodies in bodies: nobody nests deeper. */
const DEEPEST = 8;

export function isWebAnnotation(file: unknown): boolean {
  return isAmongFirst(
    listOf(file),
    (one) =>
      /anno(?:\.jsonld)?|oa#/.test(textsOf(fieldOf(one, '@context')).join(' ')) ||
      hasType(one, 'Annotation') ||
      hasType(one, 'AnnotationPage') ||
      hasType(one, 'AnnotationCollection'),
  );
}

export function* readWebAnnotations(file: unknown): Generator<ForeignNote | Refusal> {
  let row = 0;
  for (const item of annotationsOf(file, 0)) {
    row++;
    if (typeof item === 'string') yield { row, reason: 'elsewhere' };
    else if (!isFields(item)) yield { row, reason: 'not-a-record' };
    else yield* readAnnotation(item, row);
  }
}

/** Annotations, and where one is only named, or is no record, that. */
function* annotationsOf(value: unknown, depth: number): Generator<unknown> {
  for (const item of listOf(value)) {
    const lists = ['items', 'first', 'next', '@graph', 'as:items'].filter(
      (name) => fieldOf(item, name) !== undefined,
    );
    if (lists.length === 0 || hasType(item, 'Annotation') || depth >= DEEPEST) {
      yield item;
      continue;
    }
    for (const name of lists) {
      // The page after the last one that is here stands in another file.
      const inner = fieldOf(item, name);
      if (name !== 'next' || typeof inner !== 'string') {
        yield* annotationsOf(inner, depth + 1);
      }
    }
  }
}

function* readAnnotation(
  annotation: unknown,
  row: number,
): Generator<ForeignNote | Refusal> {
  const said = readBodies(annotation);
  const targets = listField(annotation, 'target');
  if (targets.length === 0) yield { row, reason: 'no-address' };
  const id = textField(annotation, 'id', '@id');
  for (const [at, target] of targets.entries()) {
    const source = typeof target === 'string' ? target : fieldOf(target, 'source');
    yield {
      row,
      sourceId: id === undefined || at === 0 ? id : `${id}#${at}`,
      url: typeof source === 'string' ? source : textField(source ?? target, 'id', '@id'),
      title: textField(source, 'title', 'name', 'label') ?? textField(target, 'title'),
      quote: quoteOf(fieldOf(target, 'selector'), 0),
      ...said,
      // Ours is `hawashi-yellow`.
      colour: colourOf(textField(target, 'styleClass')?.replace(/^.*-/, '')),
      createdAt: readTime(fieldOf(annotation, 'created')),
      updatedAt: readTime(fieldOf(annotation, 'modified')),
    };
  }
}

/** The narrowest quotation that selectors give; a position alone has no words to find again. */
function quoteOf(selector: unknown, depth: number): ForeignQuote | undefined {
  let found: ForeignQuote | undefined;
  let start: number | undefined;
  for (const one of depth < DEEPEST ? listOf(selector) : []) {
    const exact = textField(one, 'exact');
    if (hasType(one, 'TextQuoteSelector') && exact !== undefined) {
      found ??= {
        exact,
        prefix: textsOf(fieldOf(one, 'prefix'))[0],
        suffix: textsOf(fieldOf(one, 'suffix'))[0],
      };
    }
    if (hasType(one, 'TextPositionSelector')) start ??= numberField(one, 'start');
    const inner = quoteOf(fieldOf(one, 'refinedBy'), depth + 1);
    if (inner !== undefined) return inner;
  }
  if (found === undefined || start === undefined) return found;
  // A position counts code points of a text that is not here. Of what is before it only the
  // prefix is known: so it is where to look first, and no more than that.
  return { ...found, start: start + pairsIn(found.prefix ?? '') };
}

interface Said {
  body: string;
  tags: string[];
}

function readBodies(annotation: unknown): Said {
  const said: Said = { body: '', tags: [] };
  const words = [...textsOf(fieldOf(annotation, 'bodyValue'))];
  for (const body of bodiesOf(fieldOf(annotation, 'body'), 0)) {
    const value = textField(body, 'value', 'chars');
    if (value === undefined) continue;
    const purposes = textsOf(fieldOf(body, 'purpose'));
    if (purposes.includes('tagging') || purposes.includes('classifying')) {
      said.tags.push(value);
    } else {
      const isHtml = textsOf(fieldOf(body, 'format')).includes('text/html');
      words.push(isHtml ? plainText(value) : value);
    }
  }
  said.body = words.join('\n\n');
  return said;
}

/** Those of a choice or a list, too. A body that is only an address says nothing of its own. */
function* bodiesOf(value: unknown, depth: number): Generator<unknown> {
  for (const body of depth < DEEPEST ? listOf(value) : []) {
    yield body;
    yield* bodiesOf(fieldOf(body, 'items'), depth + 1);
  }
}

function hasType(value: unknown, type: string): boolean {
  const types = [...textsOf(fieldOf(value, 'type')), ...textsOf(fieldOf(value, '@type'))];
  return types.some((one) => one === type || one === `oa:${type}`);
}

function numberField(value: unknown, name: string): number | undefined {
  const number = fieldOf(value, name);
  return typeof number === 'number' ? number : undefined;
}
