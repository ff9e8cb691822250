import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyExport } from '@/test/make-export';
import { makeNote, NOTE_ID } from '@/test/make-note';
import type { Note } from '../model/note';
import { foreseeAnswers } from '../review/schedule';
import type { ExportData } from './export-data';
import { exportJson } from './json';

const EMPTY: ExportData = {
  exportedAt: 1,
  scope: 'everything',
  articles: [],
  notes: [],
  versions: [],
  entities: [],
  sightings: [],
};

const SAID = { noteId: NOTE_ID, left: false, changedAt: 5 };

/** Any UTF-16 at all, unpaired surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }))
  .map((units) => String.fromCharCode(...units));

const anyNote: fc.Arbitrary<Note> = fc
  .record({
    body: anyText,
    tags: fc.array(anyText),
    deletedAt: fc.option(fc.nat()),
    updatedAt: fc.maxSafeNat(),
    carriedFrom: fc.record({ noteId: fc.uuid(), articleId: fc.uuid() }),
  })
  .map(makeNote);

describe('exportJson', () => {
  it('gives back every note unit by unit', () => {
    fc.assert(
      fc.property(fc.array(anyNote), fc.maxSafeNat(), (notes, exportedAt) => {
        const data = { ...EMPTY, notes, exportedAt };
        // As a file: encoded to bytes and read again.
        const bytes = new TextEncoder().encode(exportJson(data));
        const { format, version, ...back } = JSON.parse(new TextDecoder().decode(bytes));
        expect({ format, version }).toEqual({ format: 'hawashi', version: 1 });
        expect(back).toEqual(data);
      }),
    );
  });

  it('writes nothing that is not of the format', () => {
    const data = { ...EMPTY, password: 'x' };
    expect(exportJson(data)).not.toContain('password');
  });

  it('follows its published schema', () => {
    const path = join(import.meta.dirname, '../../docs/export.schema.json');
    const isValid = new Ajv({ allErrors: true }).compile(
      JSON.parse(readFileSync(path, 'utf8')),
    );
    fc.assert(
      fc.property(anyExport, (data) => {
        const entities = data.entities.map(({ wikidata: _, ...entity }) => entity);
        isValid(JSON.parse(exportJson({ ...data, entities })));
        expect(isValid.errors ?? []).toEqual([]);
      }),
    );
    const state = foreseeAnswers(null, 20_000).good;
    const reviews = [state, null].map((state) => ({ ...SAID, state }));
    isValid(JSON.parse(exportJson({ ...EMPTY, reviews })));
    expect(isValid.errors ?? []).toEqual([]);
    expect(isValid({ ...JSON.parse(exportJson(EMPTY)), version: 2 })).toBe(false);
  });
});
