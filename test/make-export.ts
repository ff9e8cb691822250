/** Exports for tests: a small one, and any at all. */
import fc from 'fast-check';
import type { ExportData } from '@/core/export/export-data';
import type { Article } from '@/core/model/article';
import type { Entity } from '@/core/model/entity';
import { NOTE_COLOURS, type Note } from '@/core/model/note';
import { ARTICLE_ID, makeFacts, makeNote, THEN } from './make-note';

const DAY = 86_400_000;

export function makeArticle(changes: Partial<Article> = {}): Article {
  return {
    ...makeFacts(),
    id: ARTICLE_ID,
    urlKey: 'example.com/story',
    createdAt: THEN,
    updatedAt: THEN,
    deletedAt: null,
    lastOpenedAt: THEN,
    ...changes,
  };
}

const sighting = (entityId: string, count: number) => ({
  entityId,
  articleId: ARTICLE_ID,
  count,
  firstSeenAt: 1,
  lastSeenAt: 1,
});

export function makeData(changes: Partial<ExportData> = {}): ExportData {
  return {
    exportedAt: THEN + DAY,
    scope: 'article',
    articles: [makeArticle()],
    notes: [makeNote()],
    versions: [],
    entities: [
      {
        id: 'per/one',
        kind: 'person',
        names: { ar: 'سامر الكاتب', en: 'Samer' },
        source: 'lexicon',
      },
      { id: 'loc/iraq', kind: 'state', names: { ar: 'العراق' }, source: 'lexicon' },
    ],
    sightings: [sighting('per/one', 2), sighting('loc/iraq', 5)],
    ...changes,
  };
}

/** Marks that mean something to one format or another, among letters, line ends and broken units. */
const MARKS = [
  '"',
  "'",
  '`',
  '\\',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\u0000',
  '\u001B',
  '\u0085',
  '\u2028',
  '\uD800',
  '\uDC00',
  '😀',
  '<script>',
  '</p>',
  '<!--',
  ']]>',
  '&amp;',
  '&#60;',
  '=1+1',
  '+',
  '-',
  '@',
  '＝',
  '[[',
  ']]',
  '{{c1::',
  '}}',
  '#',
  '# ',
  '---\n',
  '> ',
  '* ',
  '|',
  '$',
  'ER  - ',
  'TY  - X',
  '\nN1  - ',
  '::',
  '://',
  'https://a.example/؟q=1',
  '\uFEFF',
  '\u200F',
  '\u202E',
  'بغداد',
  'لَا',
  'a',
  ' ',
  '  ',
  '0',
]; // prettier-ignore

/** Any text at all, rich in what breaks formats. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
      fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const anyTime = fc.oneof(fc.constant(THEN), fc.maxSafeNat());

function anyNote(articleId: string): fc.Arbitrary<Note> {
  return fc
    .record({
      id: fc.uuid(),
      body: hostileText,
      colour: fc.constantFrom(...NOTE_COLOURS),
      tags: fc.array(hostileText, { maxLength: 3 }),
      target: fc.oneof(
        fc.constant({ type: 'article' } as const),
        fc
          .record({
            exact: hostileText,
            prefix: hostileText,
            suffix: hostileText,
            // -1: not known, as in files of other programs.
            start: fc.integer({ min: -1, max: 5000 }),
          })
          .map(({ start, ...words }) => ({
            type: 'passage' as const,
            selector: {
              ...words,
              start,
              end: start < 0 ? -1 : start + words.exact.length,
            },
          })),
      ),
      createdAt: anyTime,
      updatedAt: anyTime,
    })
    .map((changes) => makeNote({ ...changes, articleId }));
}

function anyEntity(id: string): fc.Arbitrary<Entity> {
  return fc
    .record({
      kind: fc.constantFrom('person', 'state', 'place', 'group'),
      ar: hostileText,
      wikidata: fc.option(fc.constantFrom('Q796', 'Q1">'), { nil: undefined }),
    })
    .map(({ kind, ar, wikidata }) => ({
      id,
      kind: kind as Entity['kind'],
      names: { ar },
      source: 'text',
      ...(wikidata && { wikidata }),
    }));
}

const SECOND_ID = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';

/** Two articles with any notes, names and facts. */
export const anyExport: fc.Arbitrary<ExportData> = fc
  .record({
    facts: fc.record({
      url: fc.oneof(fc.webUrl(), hostileText, fc.constant('https://a.example/خبر?q=١')),
      title: hostileText,
      siteName: hostileText,
      byline: hostileText,
      published: fc.oneof(hostileText, fc.constant('2020-01-03T10:00:00+03:00')),
    }),
    first: fc.array(anyNote(ARTICLE_ID), { maxLength: 4 }),
    second: fc.array(anyNote(SECOND_ID), { minLength: 1, maxLength: 2 }),
    entities: fc.tuple(anyEntity('per/one'), anyEntity('text/place/\uD800 ')),
    scope: fc.constantFrom('everything' as const, 'notes' as const),
  })
  .map(({ facts, first, second, entities, scope }) =>
    makeData({
      scope,
      articles: [makeArticle(facts), makeArticle({ id: SECOND_ID })],
      notes: [...first, ...second],
      entities,
      sightings: entities.map(({ id }) => sighting(id, 2)),
    }),
  );
