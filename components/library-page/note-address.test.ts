import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOTE_COLOURS } from '@/core/model/note';
import { NOTE_SORTS, type NoteQuery, SOUGHT_KINDS } from '@/core/model/search';
import { EVERYTHING, noteAddress, readNoteAddress } from './note-address';

const text = fc.string({ minLength: 1, unit: 'grapheme' });
const queries: fc.Arbitrary<NoteQuery> = fc.record({
  words: fc.string({ unit: 'grapheme' }),
  filters: fc.record(
    {
      site: text,
      storyId: text,
      entityId: text,
      tag: text,
      colour: fc.constantFrom(...NOTE_COLOURS),
      kind: fc.constantFrom(...SOUGHT_KINDS),
      from: fc.nat(),
      to: fc.nat(),
      orphaned: fc.boolean(),
      trash: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom(...NOTE_SORTS),
});

describe('the address of a search', () => {
  it('holds all of it, through an address bar too', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const { hash } = new URL(noteAddress(query), 'https://own.example/library.html');
        expect(readNoteAddress(hash.replace(/^#notes\??/, ''))).toEqual(query);
      }),
    );
  });

  it('is short when nothing is looked for', () => {
    expect(noteAddress(EVERYTHING)).toBe('#notes');
    expect(readNoteAddress('')).toEqual(EVERYTHING);
  });

  it('means nothing where it makes no sense', () => {
    const odd = 'colour=red&kind=__proto__&sort=&from=-1&to=1e9&trash=yes&tag=&x=1';
    expect(readNoteAddress(odd)).toEqual(EVERYTHING);
  });
});
