/**
 * W3C Web Annotations (https://www.w3.org/TR/annotation-model/): an
 * AnnotationPage of annotations, each complete in itself. Notes in the trash
 * stay out. `docs/export.md` says what of the model is used.
 */
import type { Article } from '../model/article';
import type { Entity } from '../model/entity';
import { isHighlight, type Note } from '../model/note';
import type { PassageSelector } from '../model/selector';
import { pairsIn } from '../text/surrogate-pairs';
import { indexData } from './data-index';
import type { ExportData } from './export-data';
import { inPieces, type Writing } from './export-format';
import { createNameFinder } from './named-in';
import { isoTime } from './times';
import { encodedAddress } from './web-address';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const GENERATOR = { id: 'urn:hawashi:software', type: 'Software', name: 'Hawashi' };
const RTL =
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

export function writeJsonld(data: ExportData): Writing {
  const index = indexData(data);
  return inPieces(index.noteCount, function* () {
    const page = `urn:hawashi:export:${Math.trunc(data.exportedAt)}`;
    const head = {
      '@context': CONTEXT,
      id: page,
      type: 'AnnotationPage',
      partOf: {
        id: `${page}:all`,
        type: 'AnnotationCollection',
        label: 'Hawashi',
        total: index.noteCount,
        first: page,
      },
      startIndex: 0,
    };
    yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "items": [`;
    const namedIn = createNameFinder();
    let mark = '\n';
    for (const article of index.articles) {
      const entities = index.namesOf(article).map(({ entity }) => entity);
      for (const note of index.notesOf(article)) {
        const annotation = annotationOf(note, article, namedIn(note, entities));
        yield `${mark}    ${JSON.stringify(annotation)}`;
        mark = ',\n';
      }
    }
    yield `${index.noteCount === 0 ? '' : '\n  '}]\n}\n`;
  });
}

function annotationOf(note: Note, article: Article, named: readonly Entity[]): object {
  const body = bodiesOf(note, named);
  return {
    '@context': CONTEXT,
    id: noteIri(note.id),
    type: 'Annotation',
    motivation: isHighlight(note) ? 'highlighting' : 'commenting',
    created: isoTime(note.createdAt),
    modified: isoTime(note.updatedAt),
    generator: GENERATOR,
    ...(body.length > 0 && { body }),
    target: targetOf(note, article),
    stylesheet: {
      type: 'CssStylesheet',
      value: `.hawashi-${note.colour} { background: ${PAINTS[note.colour]} }`,
    },
  };
}

const PAINTS: Readonly<Record<Note['colour'], string>> = {
  yellow: '#fff3a3',
  green: '#c9f2c7',
  blue: '#c7e4ff',
  pink: '#ffd1e3',
};

function bodiesOf(note: Note, named: readonly Entity[]): object[] {
  const words = isHighlight(note)
    ? []
    : [
        {
          type: 'TextualBody',
          value: note.body,
          format: 'text/plain',
          textDirection: RTL.test(note.body) ? 'rtl' : 'ltr',
          purpose: 'commenting',
        },
      ];
  const tags = note.tags.map((tag) => ({
    type: 'TextualBody',
    value: tag,
    format: 'text/plain',
    purpose: 'tagging',
  }));
  const entities = named.map((entity) => ({
    type: 'SpecificResource',
    source: entityIri(entity),
    purpose: 'identifying',
  }));
  return [...words, ...tags, ...entities];
}

function targetOf(note: Note, article: Article): object {
  const source = encodedAddress(article.url) ?? articleIri(article.id);
  const styleClass = `hawashi-${note.colour}`;
  if (note.target.type !== 'passage') {
    return { type: 'SpecificResource', source, styleClass };
  }
  const { selector } = note.target;
  return {
    type: 'SpecificResource',
    source,
    styleClass,
    selector: [
      {
        type: 'TextQuoteSelector',
        exact: selector.exact,
        ...(selector.prefix !== '' && { prefix: selector.prefix }),
        ...(selector.suffix !== '' && { suffix: selector.suffix }),
      },
      // Of a note from another program's file nobody knows where its passage stood.
      ...(selector.start < 0
        ? []
        : [{ type: 'TextPositionSelector', ...codePointsOf(selector) }]),
    ],
  };
}

/**
 * The place in code points, as the model counts. What is known of the text are
 * the passage and the 64 units before it: pairs of surrogates (emoji) further up
 * are not known, so `start` may be too large by their number; the length is right.
 */
function codePointsOf({ exact, prefix, start }: PassageSelector): {
  start: number;
  end: number;
} {
  const first = Math.max(0, start - pairsIn(prefix.slice(-start || prefix.length)));
  return { start: first, end: first + exact.length - pairsIn(exact) };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

function noteIri(id: string): string {
  return UUID.test(id) ? `urn:uuid:${id}` : `urn:hawashi:note:${urnPart(id)}`;
}

function articleIri(id: string): string {
  return UUID.test(id) ? `urn:uuid:${id}` : `urn:hawashi:article:${urnPart(id)}`;
}

/** Wikidata's IRI of it, else one of our own. */
function entityIri({ id, wikidata }: Entity): string {
  return /^Q\d+$/u.test(wikidata ?? '')
    ? `http://www.wikidata.org/entity/${wikidata}`
    : `urn:hawashi:entity:${urnPart(id)}`;
}

function urnPart(id: string): string {
  return encodeURIComponent(id.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /['*]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
