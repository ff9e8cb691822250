import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { makeNote } from '@/test/make-note';
import { readImport } from '@/test/read-import';
import { keptNote } from '../model/record-schemas';
import { decodeFile, MAX_BYTES } from './decode-file';
import { IMPORT_FORMATS, openFile } from './formats';

const bytesOf = (...bytes: number[]) => new Uint8Array(bytes);
const reasonOf = (text: string) => readImport(text).report.refused[0]?.reason;
const OURS = { format: 'hawashi', version: 1, exportedAt: 1, scope: 'everything' };
const ARTICLE = {
  id: makeNote().articleId,
  ...{ url: 'https://example.com/a', urlKey: 'example.com/a', title: 'T', siteName: 'S' },
  ...{ lang: 'ar', wordCount: 1, createdAt: 1, updatedAt: 1, deletedAt: null },
  lastOpenedAt: 1,
};

describe('a file that is no file of notes', () => {
  it.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['{"format":"hawashi","version":1,"notes":[{"id"', 'cut-off'],
    ['{"a":1}}', 'broken'],
    ['{"format":"hawashi","version":2}', 'newer-version'],
    ['{"format":"hawashi"}', 'newer-version'],
    ['[]', 'unknown-format'],
    ['{}', 'unknown-format'],
    ['null', 'unknown-format'],
    ['<!doctype html><p>words', 'unknown-format'],
    ['%PDF-1.4', 'unknown-format'],
  ])('%j: %s', (text, reason) => {
    expect(reasonOf(text)).toBe(reason);
  });

  it('is known by its bytes', () => {
    expect(decodeFile(bytesOf())).toEqual({ ok: false, error: 'empty' });
    expect(decodeFile(bytesOf(0x50, 0x4b, 3, 4))).toEqual({ ok: false, error: 'zip' });
    expect(decodeFile(bytesOf(0x1f, 0x8b))).toEqual({ ok: false, error: 'zip' });
    expect(decodeFile(bytesOf(65, 66, 0, 0))).toEqual({ ok: false, error: 'binary' });
    const huge = { length: MAX_BYTES + 1 } as Uint8Array;
    expect(decodeFile(huge)).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('decodeFile', () => {
  const TEXT = 'url,note\nhttps://example.com/a,كلمات';

  it('reads UTF-8 and both kinds of UTF-16, with a mark and without', () => {
    const little = Buffer.from(TEXT, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      Buffer.from(TEXT),
      Buffer.from(`\ufeff${TEXT}`),
      little,
      big,
      Buffer.concat([bytesOf(0xff, 0xfe), little]),
      Buffer.concat([bytesOf(0xfe, 0xff), big]),
    ]) {
      expect(decodeFile(new Uint8Array(bytes))).toEqual({ ok: true, value: TEXT });
    }
  });

  it('reads what Arabic spreadsheets save', () => {
    // «كلمات» in Windows-1256.
    const bytes = bytesOf(0x75, 0x2c, 0xdf, 0xe1, 0xe3, 0xc7, 0xca);
    expect(decodeFile(bytes)).toEqual({ ok: true, value: 'u,كلمات' });
  });

  it('takes a file cut inside a letter for what it was', () => {
    const bytes = new Uint8Array(Buffer.from(TEXT)).subarray(0, -1);
    expect(decodeFile(bytes)).toEqual({ ok: true, value: `${TEXT.slice(0, -1)}\ufffd` });
  });
});

describe('hostile records', () => {
  it('pollute nothing', () => {
    const text = `{"format":"hawashi","version":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"articles":[${JSON.stringify(
      ARTICLE,
    ).replace(
      '{',
      '{"__proto__":{"polluted":1},',
    )}],"notes":[{"__proto__":{"id":"x"}},${JSON.stringify(makeNote())}]}`;
    const { data, report } = readImport(text);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(data.notes).toEqual([makeNote()]);
    expect(Object.keys(data.articles[0] ?? {})).not.toContain('__proto__');
    expect(report.refused).toEqual([
      { row: 1, reason: 'not-valid', list: 'notes', field: 'id' },
    ]);
  });

  it('nested without end are refused, or read as far as anyone nests', () => {
    const deep = (open: string, close: string) =>
      `${open.repeat(200_000)}0${close.repeat(200_000)}`;
    expect(readImport(deep('[', ']')).data.notes).toEqual([]);
    expect(readImport(deep('{"items":[', ']}')).data.notes).toEqual([]);
    const body = deep('{"type":"List","items":[', ']}');
    const annotation = `{"type":"Annotation","target":"https://example.com/","bodyValue":"words","body":${body}}`;
    expect(readImport(annotation, { format: 'jsonld' }).data.notes).toHaveLength(1);
  });

  it('of our own format are told by their row and field, not by what stands in them', () => {
    const note = makeNote();
    const { data, report } = readImport({
      ...OURS,
      articles: [ARTICLE, { ...ARTICLE, url: 'javascript:alert(1)' }, 'x'],
      notes: [
        note,
        { ...note, body: 'the same id' },
        { ...note, id: crypto.randomUUID(), articleId: crypto.randomUUID() },
        { ...note, tags: 'a' },
        { ...note, updatedAt: Number.MAX_VALUE },
      ],
      versions: [{}],
    });
    expect(data.notes).toEqual([note]);
    expect(report.rows).toBe(9);
    expect(report.refused).toEqual([
      { row: 2, reason: 'not-valid', list: 'articles', field: 'url' },
      { row: 3, reason: 'not-a-record', list: 'articles' },
      { row: 2, reason: 'id-twice', list: 'notes' },
      { row: 3, reason: 'no-article', list: 'notes' },
      { row: 4, reason: 'not-valid', list: 'notes', field: 'tags' },
      { row: 5, reason: 'not-valid', list: 'notes', field: 'updatedAt' },
      { row: 1, reason: 'not-valid', list: 'versions', field: 'id' },
    ]);
  });

  it('make no record that the database would refuse, whatever a file holds', () => {
    const key = fc.constantFrom(
      ...['rows', 'items', 'highlights', 'url', 'uri', 'text', 'id', 'type', 'target'],
      ...['selector', 'exact', 'body', 'value', 'tags', 'created', '__proto__', 'notes'],
    );
    const leaf = fc.oneof(
      fc.constantFrom('https://example.com/a', 'Annotation', 'TextQuoteSelector'),
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.constant(null),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(...IMPORT_FORMATS), (file, format) => {
        const { notes, articles } = readImport(JSON.stringify(file), { format }).data;
        const ids = new Set(articles.map(({ id }) => id));
        for (const note of notes) {
          expect(v.safeParse(keptNote, note).success).toBe(true);
          expect(ids.has(note.articleId)).toBe(true);
        }
      }),
    );
  });

  it('take time by their length only', () => {
    // Each would take minutes if time grew with the square.
    for (const part of ['"', '",', '<a', '&', '{', '[', 'a\n', '<!--', '""', 'sep=']) {
      const text = `url,note\nhttps://example.com/,${part.repeat(300_000 / part.length)}`;
      expect(openFile(text).format).toBe('csv');
      readImport(text);
      const clipped = [
        { url: 'https://example.com/', highlights: [{ text: `</b>${text}` }] },
      ];
      readImport(clipped);
    }
  });
});
