import { check } from '@placemarkio/check-geojson';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { anyExport, makeArticle, makeData } from '@/test/make-export';
import { ARTICLE_ID, makeNote, THEN } from '@/test/make-note';
import { citeCsl, citeRis } from '@/test/read-citations';
import { cleanText, singleLine } from './clean-text';
import { CSV_COLUMNS, undefuse } from './csv';
import type { ExportData } from './export-data';
import type { ExportOptions } from './export-format';
import type { FormatId } from './format-ids';
import { EXPORT_FORMATS } from './formats';
import { writeMarkdownFiles } from './markdown';
import { noteText } from './ris';
import { writeZip } from './write-zip';

type OneFile = Exclude<FormatId, 'markdown-zip'>;

function write(id: OneFile, data: ExportData, options: ExportOptions = { lang: 'ar' }) {
  return [...EXPORT_FORMATS[id].write(data, options).pieces].join('');
}

/** As the bytes of a file, read again. */
const asFile = (text: string) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    new TextEncoder().encode(text),
  );

const holds = (check: (data: ExportData) => void) =>
  fc.assert(fc.property(anyExport, check), { numRuns: 200 });

describe('every format', () => {
  it('can be held by a text file, and written twice', () => {
    holds((data) => {
      for (const [id, format] of Object.entries(EXPORT_FORMATS)) {
        if (!('write' in format) || id === 'json' || id === 'jsonld') continue;
        const writing = format.write(data, { lang: 'en' });
        const text = [...writing.pieces].join('');
        if (id !== 'csl' && id !== 'geojson') expect(asFile(text)).toBe(text);
        expect([...writing.pieces].join('')).toBe(text);
      }
    });
  });

  it('is written when there is nothing to write', () => {
    const nothing = makeData({
      scope: 'everything',
      articles: [],
      notes: [],
      sightings: [],
    });
    for (const id of ['json', 'jsonld', 'csl', 'geojson'] as const) {
      expect(() => JSON.parse(write(id, nothing))).not.toThrow();
    }
    expect(write('html', nothing)).toContain('لا ملاحظات.');
    expect(write('csv', nothing).split('\r\n')).toHaveLength(2);
  });
});

describe('CSV', () => {
  it('gives an independent reader every word, and a spreadsheet no formula', () => {
    holds((data) => {
      const text = write('csv', data);
      expect(text.startsWith('\uFEFF')).toBe(true);
      const rows: Record<string, string>[] = parseCsv(asFile(text), {
        bom: true,
        columns: true,
        relax_column_count: false,
        record_delimiter: '\r\n',
      });
      expect(rows).toHaveLength(data.notes.length);
      const byId = new Map(data.notes.map((note) => [note.id, note]));
      for (const row of rows) {
        expect(Object.keys(row)).toEqual([...CSV_COLUMNS]);
        for (const cell of Object.values(row))
          expect(cell).not.toMatch(/^[\s\p{Cf}]*[=+\-@＝＋－＠]/u);
        const note = byId.get(row.note_id ?? '');
        expect(undefuse(row.note ?? '')).toBe(cleanText(note?.body ?? '?'));
        if (note?.target.type === 'passage') {
          expect(undefuse(row.quote ?? '')).toBe(cleanText(note.target.selector.exact));
        }
      }
    });
  });
});

describe('HTML', () => {
  it('shows what was written, and no element that was not meant', () => {
    const ours = new Set(
      'html head meta title style body main header h1 h2 p article dl dt dd bdi section blockquote a footer time span'.split(
        ' ',
      ),
    );
    holds((data) => {
      const { document } = parseHTML(asFile(write('html', data)));
      for (const element of document.querySelectorAll('*')) {
        expect(ours).toContain(element.localName);
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on/u);
      }
      for (const link of document.querySelectorAll('a')) {
        expect(link.getAttribute('href')).toMatch(/^https?:\/\//u);
      }
      const squeezed = (text: string) => text.replace(/\s+/gu, '');
      const shown = squeezed(document.querySelector('main')?.textContent ?? '');
      for (const { body } of data.notes)
        expect(shown).toContain(squeezed(cleanText(body)));
    });
  });

  it('is one page that asks for nothing, and turns with the language', () => {
    const text = write('html', makeData());
    expect(text).toContain('<html lang="ar" dir="rtl">');
    expect(text).toContain("default-src 'none'");
    expect(text).not.toMatch(/<(?:script|link|img|iframe)|@import|url\(/u);
    expect(text).toContain('#:~:text=');
    expect(write('html', makeData(), { lang: 'en' })).toContain(
      '<html lang="en" dir="ltr">',
    );
  });
});

describe('RIS and CSL-JSON', () => {
  it('are read by a citation parser: one newspaper item for each article, with its notes', () => {
    const notes = [makeNote({ tags: ['سياسة'] }), makeNote({ id: 'b', body: 'أخرى' })];
    const articles = [
      makeArticle({ byline: 'سامر، الكاتب', published: '2020-01-03T10:00:00+03:00' }),
    ];
    const data = makeData({ articles, notes });
    const ris = write('ris', data);
    expect(ris).toContain('DA  - 2020/01/03\r\n');
    for (const [item, ...rest] of [citeRis(ris), citeCsl(write('csl', data))]) {
      expect(rest).toEqual([]);
      expect(item).toMatchObject({
        type: 'article-newspaper',
        title: 'بغداد تعلن الحداد',
        'container-title': 'صحيفة المثال',
        issued: { 'date-parts': [expect.arrayContaining([2020])] },
        URL: 'https://www.example.com/news/2020/1/3/story',
        language: 'ar',
      });
      expect(JSON.stringify(item)).toContain('«الحداد» — كلماتي');
      expect(JSON.stringify(item)).toContain('«الحداد» — أخرى');
    }
  });

  it('are not broken by anything in an article or a note', () => {
    holds((data) => {
      const noted = new Set(data.notes.map(({ articleId }) => articleId));
      const ris = asFile(write('ris', data));
      for (const line of ris.split('\r\n'))
        expect(line).toMatch(/^$|^[A-Z][A-Z\d] {2}- /u);
      expect(citeRis(ris)).toHaveLength(noted.size);
      const items = citeCsl(write('csl', data));
      expect(items).toHaveLength(noted.size);
      const written = items.map(({ note }) => note ?? '').join('\n');
      for (const note of data.notes) expect(written).toContain(noteText(note));
    });
  });
});

describe('GeoJSON', () => {
  it('satisfies a validator, whatever the names are', () => {
    holds((data) => {
      const text = write('geojson', data, { lang: 'ar', positionOf: () => [44.4, 33.3] });
      const checked = check(text);
      const features = checked.type === 'FeatureCollection' ? checked.features : [];
      const isWritten =
        data.scope === 'everything' ||
        data.notes.some(({ articleId }) => articleId === ARTICLE_ID);
      const places = data.entities.filter(
        ({ kind }) => isWritten && (kind === 'state' || kind === 'place'),
      );
      expect(features.map((one: { id?: unknown }) => one.id).sort()).toEqual(
        places.map(({ id }) => id).sort(),
      );
    });
  });

  it('counts mentions and articles, and has the notes that name the place', () => {
    const notes = [
      makeNote({ body: 'في العراق' }),
      makeNote({ id: 'b', body: 'لا شيء' }),
    ];
    const collection = JSON.parse(
      write('geojson', makeData({ notes }), { lang: 'en', positionOf: () => null }),
    );
    expect(collection.features).toHaveLength(1);
    expect(collection.features[0]).toMatchObject({
      id: 'loc/iraq',
      geometry: null,
      properties: {
        name: 'العراق',
        mentions: 5,
        articles: 1,
        notes: [{ note: 'في العراق' }],
      },
    });
  });
});

describe('Anki', () => {
  it('has its directives first, and four fields in each line whatever is in them', () => {
    holds((data) => {
      const lines = asFile(write('anki', data)).trimEnd().split('\n');
      const cards = lines.filter((line) => !line.startsWith('#'));
      expect(lines.slice(0, 2)).toEqual(['#separator:tab', '#html:true']);
      const asked = data.notes.filter(
        ({ body, target }) => target.type === 'passage' || body.trim() !== '',
      );
      const rows: string[][] = parseCsv(cards.join('\n'), {
        delimiter: '\t',
        relax_column_count: false,
      });
      expect(rows.map(([id]) => id).sort()).toEqual(asked.map(({ id }) => id).sort());
      for (const [, front, back] of rows) {
        const { document } = parseHTML(`<body>${front}${back}</body>`);
        const names = [...document.body.querySelectorAll('*')].map(
          (one) => one.localName,
        );
        for (const name of names)
          expect(['div', 'br', 'small', 'hr', 'a']).toContain(name);
        expect(`${front}${back}`).not.toContain('{{');
      }
    });
  });

  it('makes a gap of a highlight', () => {
    const text = write('anki', makeData({ notes: [makeNote({ body: '' })] }));
    expect(text.split('\n').at(-2)).toContain('بغداد تعلن […]');
  });
});

describe('plain text', () => {
  it('has every word of every note', () => {
    holds((data) => {
      const text = singleLine(write('text', data));
      for (const { body } of data.notes) expect(text).toContain(singleLine(body));
    });
  });
});

describe('Markdown in a zip', () => {
  it('is opened by a zip reader: a file for each article, no name twice', () => {
    holds((data) => {
      const { files } = writeMarkdownFiles(data, { lang: 'ar' });
      const kept = [...files];
      const pieces = [...writeZip(kept, data.exportedAt)];
      const entries = unzipSync(Buffer.concat(pieces));
      expect(Object.keys(entries)).toEqual(kept.map(({ name }) => name));
      expect(new Set(kept.map(({ name }) => name.toLowerCase())).size).toBe(kept.length);
      expect(kept).toHaveLength(new Set(data.notes.map((note) => note.articleId)).size);
      for (const { name, text } of kept) {
        expect(strFromU8(entries[name] ?? new Uint8Array())).toBe(text);
        expect(name).not.toMatch(/[/\\:*?"<>|]/u);
      }
    });
  });

  it('names files in Arabic', () => {
    const { files } = writeMarkdownFiles(makeData(), { lang: 'ar' });
    expect([...files].map(({ name }) => name)).toEqual([
      'بغداد تعلن الحداد – 2020-01-03.md',
    ]);
    expect(THEN).toBe(Date.UTC(2020, 0, 3));
  });
});
