import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExport, makeArticle, makeData } from '@/test/make-export';
import { makeNote, NOTE_ID } from '@/test/make-note';
import { HAS_W3C, w3cFailures } from '@/test/w3c-assertions';
import { writeJsonld } from './jsonld';

interface Annotation {
  '@context': string;
  id: string;
  body?: { type: string; purpose: string; value?: string; source?: string }[];
  target: { source: string; selector?: Record<string, unknown>[] };
}

function annotations(data = makeData()): Annotation[] {
  const text = [...writeJsonld(data).pieces].join('');
  return JSON.parse(text).items;
}

describe.skipIf(!HAS_W3C)('the W3C’s assertions', () => {
  it('hold, all 54, whatever is in the notes', () => {
    const failures = w3cFailures();
    fc.assert(
      fc.property(anyExport, (data) => {
        for (const one of annotations(data)) expect(failures(one)).toEqual([]);
      }),
    );
  });

  it('can fail', () => {
    const [one] = annotations();
    expect(w3cFailures()({ ...one, bodyValue: 'x' })).not.toEqual([]);
  });
});

describe('writeJsonld', () => {
  it('gives each annotation the exact context, an IRI, and an encoded source', () => {
    const url = 'https://أخبار.example/خبر?ق=١';
    const data = makeData({ articles: [makeArticle({ url })] });
    const [one] = annotations(data);
    expect(one?.['@context']).toBe('http://www.w3.org/ns/anno.jsonld');
    expect(one?.id).toBe(`urn:uuid:${NOTE_ID}`);
    expect(one?.target.source).toMatch(/^https:\/\/xn--[\x21-\x7E]+\?%D9%82=%D9%A1$/u);
    expect(decodeURI(one?.target.source ?? '')).toContain('/خبر?ق=١');
  });

  it('lets no code be a source', () => {
    const data = makeData({ articles: [makeArticle({ url: 'javascript:alert(1)' })] });
    expect(annotations(data)[0]?.target.source).toMatch(/^urn:uuid:/u);
  });

  it('counts positions in code points', () => {
    const selector = { exact: 'أ😀ب', prefix: '😀 ', suffix: '', start: 3, end: 7 };
    const data = makeData({
      notes: [makeNote({ target: { type: 'passage', selector } })],
    });
    expect(annotations(data)[0]?.target.selector?.[1]).toEqual({
      type: 'TextPositionSelector',
      start: 2,
      end: 5,
    });
  });

  it('gives no position where none is known', () => {
    const selector = { exact: 'بغداد', prefix: '😀 ', suffix: '', start: -1, end: -1 };
    const data = makeData({
      notes: [makeNote({ target: { type: 'passage', selector } })],
    });
    const selectors = annotations(data)[0]?.target.selector;
    expect(selectors?.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
  });

  it('identifies the actors and places that a note names, behind attached letters too', () => {
    const data = makeData({
      notes: [makeNote({ body: 'قال إن وللعراق رأيا' }), makeNote({ body: 'العراقيون' })],
      entities: [
        {
          id: 'state/iraq',
          kind: 'state',
          names: { ar: 'العراق', en: 'Iraq' },
          wikidata: 'Q796',
          source: 'lexicon',
        },
      ],
      sightings: [
        {
          entityId: 'state/iraq',
          articleId: makeArticle().id,
          count: 1,
          firstSeenAt: 1,
          lastSeenAt: 1,
        },
      ],
    });
    const bodies = annotations(data).map((one) =>
      (one.body ?? []).filter(({ purpose }) => purpose === 'identifying'),
    );
    const iraq = {
      type: 'SpecificResource',
      source: 'http://www.wikidata.org/entity/Q796',
      purpose: 'identifying',
    };
    expect(bodies).toEqual([[iraq], []]);
  });

  it('leaves the trash out, and a highlight without a body', () => {
    const notes = [makeNote({ deletedAt: 5 }), makeNote({ body: '' })];
    const found = annotations(makeData({ notes }));
    expect(found).toHaveLength(1);
    expect(found[0]).not.toHaveProperty('body');
  });
});
