/** What leaves in a format that is read again comes back, as far as the format can say it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText, makeArticle, makeData } from '@/test/make-export';
import { makeNote, OTHER_NOTE_ID } from '@/test/make-note';
import { readImport } from '@/test/read-import';
import { describePassage } from '../anchoring/describe-passage';
import { urlKey } from '../article/normalise-url';
import { cleanText } from '../export/clean-text';
import type { ExportData } from '../export/export-data';
import { EXPORT_FORMATS } from '../export/formats';
import { NOTE_COLOURS, type Note, type NoteTarget } from '../model/note';

/** A passage somewhere in a text that is full of marks, or of which only its words are known. */
const anyPassage: fc.Arbitrary<NoteTarget> = fc
  .tuple(hostileText, hostileText, hostileText, fc.boolean())
  .map(([before, words, after, isKnown]) => {
    const text = `${before}ب${words}ت${after}`;
    const selector = describePassage(text, before.length, text.length - after.length);
    const { block: _, ...described } = selector;
    const place = isKnown ? {} : { start: -1, end: -1 };
    return { type: 'passage', selector: { ...described, ...place } };
  });

const anyNote: fc.Arbitrary<Note> = fc
  .record({
    id: fc.uuid(),
    body: hostileText,
    colour: fc.constantFrom(...NOTE_COLOURS),
    tags: fc.array(hostileText, { maxLength: 3 }),
    target: anyPassage,
    createdAt: fc.nat(),
    later: fc.nat(),
  })
  .map(({ later, ...note }) => makeNote({ ...note, updatedAt: note.createdAt + later }));

const anyData: fc.Arbitrary<ExportData> = fc
  .record({
    notes: fc.uniqueArray(anyNote, { selector: ({ id }) => id, minLength: 1 }),
    title: hostileText,
    url: fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.constant('https://أخبار.example/خبر?ق=١'),
      // As a page's address is always given: by the platform.
      hostileText.map((path) => new URL(path, 'https://a.example/').href),
    ),
  })
  .map(({ notes, title, url }) => {
    const target = { type: 'article' } as const;
    const articles = [makeArticle({ title, url, urlKey: urlKey({ url }) })];
    return makeData({
      articles,
      notes: [...notes, makeNote({ id: OTHER_NOTE_ID, target, tags: ['على الكل'] })],
    });
  });

/** What a text format can say of a note. `clean`: what it does to words. */
function shown(note: Note, clean: (words: string) => string) {
  const { id, body, colour, tags, createdAt, updatedAt } = note;
  const kept = tags.map((tag) => clean(tag).trim()).filter((tag) => tag !== '');
  return {
    ...{ id, colour, createdAt, updatedAt, tags: [...new Set(kept)] },
    body: clean(body).trim() === '' ? '' : clean(body),
  };
}

function comesBack(
  format: 'jsonld' | 'csv',
  check: (data: ExportData, back: ExportData) => void,
) {
  fc.assert(
    fc.property(anyData, (data) => {
      const { pieces } = EXPORT_FORMATS[format].write(data);
      const bytes = new TextEncoder().encode([...pieces].join(''));
      const read = readImport(new TextDecoder().decode(bytes));
      expect(read.format).toBe(format);
      expect(read.report.refused).toEqual([]);
      const [article] = read.data.articles;
      expect(article?.urlKey).toBe(data.articles[0]?.urlKey);
      expect(read.data.notes.every(({ articleId }) => articleId === article?.id)).toBe(
        true,
      );
      check(data, read.data);
    }),
    { numRuns: 300 },
  );
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

describe('what leaves as', () => {
  it('JSON-LD comes back: ids, words, colours, tags, times, passages and where they stood', () => {
    comesBack('jsonld', (data, back) => {
      const same = (words: string) => words;
      expect(back.notes.map((note) => shown(note, same)).sort(byId)).toEqual(
        data.notes.map((note) => shown(note, same)).sort(byId),
      );
      const targets = (notes: readonly Note[]) =>
        new Map(notes.map(({ id, target }) => [id, target]));
      expect(targets(back.notes)).toEqual(targets(data.notes));
    });
  });

  it('CSV comes back: ids, words, colours, tags, times, and passages with what is around them', () => {
    comesBack('csv', (data, back) => {
      const asText = (note: Note) => shown(note, cleanText);
      const own = data.notes.map((note) => ({
        ...note,
        tags: note.tags.map((tag) => tag.replace(/[,\s]+/gu, ' ').trim()),
      }));
      expect(back.notes.map(asText).sort(byId)).toEqual(own.map(asText).sort(byId));
      const quotes = new Map(
        back.notes.map(({ id, target }) => [id, target.type === 'passage' && target]),
      );
      for (const { id, target } of data.notes) {
        if (target.type !== 'passage') expect(quotes.get(id)).toBe(false);
        else {
          const { exact, prefix, suffix } = target.selector;
          expect(quotes.get(id)).toMatchObject({
            selector: {
              exact: cleanText(exact),
              prefix: cleanText(prefix),
              suffix: cleanText(suffix),
              ...{ start: -1, end: -1 },
            },
          });
        }
      }
    });
  });

  it('CSV leaves the trash behind', () => {
    const data = makeData({ notes: [makeNote({ deletedAt: 5 })] });
    const file = [...EXPORT_FORMATS.csv.write(data).pieces].join('');
    expect(readImport(file).data.notes).toEqual([]);
  });
});
