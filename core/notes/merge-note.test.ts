import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNote } from '@/test/make-note';
import type { Note } from '../model/note';
import { NOTE_COLOURS } from '../model/note';
import { mergeNote, nextChangeTime } from './merge-note';
import { isSamePlace } from './same-place';

const PLACE = { exact: 'x', prefix: '', suffix: '', start: 0, end: 1 };

const states: fc.Arbitrary<Note> = fc
  .record({
    body: fc.oneof(fc.constantFrom('', 'أ', 'أب', 'أبج', 'x'), fc.string()),
    colour: fc.constantFrom(...NOTE_COLOURS),
    tags: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
    updatedAt: fc.integer({ min: 1, max: 4 }),
    deletedAt: fc.constantFrom(null, 2, 3),
    target: fc.record(
      {
        type: fc.constant('passage' as const),
        selector: fc
          .constantFrom(
            ...[{}, { path: 'p' }, { path: 'q', block: 'b' }, { block: 'b' }],
            ...[{ start: 1, end: 2 }, { exact: 'y' }, { prefix: 'z' }, { suffix: 'z' }],
          )
          .map((place) => ({ ...PLACE, ...place })),
        notHere: fc.constantFrom('x', 'y'),
      },
      { requiredKeys: ['type', 'selector'] },
    ),
  })
  .map(makeNote);

describe('mergeNote', () => {
  it('lets the later change stand, whichever arrives first', () => {
    const early = makeNote({ body: 'early', updatedAt: 1 });
    const late = makeNote({ body: 'late', updatedAt: 2 });
    expect(mergeNote(early, late).note).toEqual(late);
    expect(mergeNote(late, early).note).toBe(late);
  });

  it('hands over the words that gave way', () => {
    const early = makeNote({ body: 'early', updatedAt: 1 });
    const late = makeNote({ body: 'late', updatedAt: 2 });
    expect(mergeNote(early, late).superseded).toBe(early);
    expect(mergeNote(late, early).superseded).toBe(early);
  });

  it('keeps no version of words that the reader went on writing', () => {
    const early = makeNote({ body: 'My th', updatedAt: 1 });
    const late = makeNote({ body: 'My thoughts', updatedAt: 2 });
    expect(mergeNote(early, late).superseded).toBeNull();
  });

  it('keeps no version of words between which others were put', () => {
    const early = makeNote({ body: 'My thoughts', updatedAt: 1 });
    const late = makeNote({ body: 'My own thoughts', updatedAt: 2 });
    expect(mergeNote(early, late).superseded).toBeNull();
  });

  it('hands over a state whose tag is gone', () => {
    const early = makeNote({ tags: ['iraq'], updatedAt: 1 });
    const late = makeNote({ tags: [], updatedAt: 2 });
    expect(mergeNote(early, late).superseded).toBe(early);
  });

  it('hands over a state whose place is another, not one described otherwise', () => {
    const at = (change: object, updatedAt: number) =>
      makeNote({
        target: { type: 'passage', selector: { ...PLACE, ...change } },
        updatedAt,
      });
    const early = at({}, 1);
    expect(mergeNote(early, at({ start: 7, end: 8 }, 2)).superseded).toBe(early);
    expect(mergeNote(early, at({ path: 'p', block: 'b' }, 2)).superseded).toBeNull();
    const onAll = makeNote({ target: { type: 'article' }, updatedAt: 2 });
    expect(mergeNote(early, onAll).superseded).toBe(early);
  });

  it('never moves a note to another article or makes it younger', () => {
    const kept = makeNote({ createdAt: 1, updatedAt: 1 });
    const other = makeNote({ createdAt: 9, updatedAt: 9, articleId: 'elsewhere' });
    const { note } = mergeNote(kept, other);
    expect(note.articleId).toBe(kept.articleId);
    expect(note.createdAt).toBe(1);
  });

  it('gives the same note in any order and however often each state arrives', () => {
    fc.assert(
      fc.property(
        fc.array(states, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (list, turn) => {
          const merge = (all: Note[]): Note =>
            all.reduce((kept, next) => mergeNote(kept, next).note);
          const turned = list.map((_, i) => list[(i + turn) % list.length] as Note);
          expect(merge([...turned, ...list])).toEqual(merge(list));
        },
      ),
    );
  });

  it('loses no word, no tag and no place: each is in the note or in a superseded state', () => {
    fc.assert(
      fc.property(fc.array(states, { minLength: 1, maxLength: 6 }), (list) => {
        const aside: Note[] = [];
        const last = list.reduce((kept, next) => {
          const { note, superseded } = mergeNote(kept, next);
          if (superseded !== null) aside.push(superseded);
          return note;
        });
        const places = [last, ...aside];
        for (const { body, tags, target } of list) {
          expect(places.some((place) => isSamePlace(place.target, target))).toBe(true);
          for (const word of body.trim().split(/\s+/)) {
            expect(places.some((place) => place.body.includes(word))).toBe(true);
          }
          for (const tag of tags) {
            expect(places.some((place) => place.tags.includes(tag))).toBe(true);
          }
        }
      }),
    );
  });
});

describe('nextChangeTime', () => {
  it('is now, or just after the last change when the clock was set back', () => {
    expect(nextChangeTime(5, 9)).toBe(9);
    expect(nextChangeTime(9, 5)).toBe(10);
    expect(nextChangeTime(9, 9)).toBe(10);
  });
});
