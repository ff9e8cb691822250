import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNote, THEN } from '@/test/make-note';
import type { Note } from '../model/note';
import { mergeNote } from './merge-note';
import { foldVersion, type NoteVersion, WRITING_SESSION } from './note-version';
import { isSamePlace } from './same-place';

interface Kept {
  note: Note;
  versions: NoteVersion[];
}

/** What storage does with a state that arrives, `now` in ms. */
function receive({ note, versions }: Kept, incoming: Note, now: number): Kept {
  const merged = mergeNote(note, incoming);
  if (merged.superseded === null) return { note: merged.note, versions };
  const { superseded } = merged;
  const newId = `version-${versions.length}`;
  const version = foldVersion(versions, {
    superseded,
    standing: merged.note,
    now,
    newId,
  });
  if (version === null) return { note: merged.note, versions };
  const others = versions.filter(({ id }) => id !== version.id);
  return { note: merged.note, versions: [...others, version] };
}

function write(bodies: readonly string[], pause = 1_000): Kept {
  const [first = '', ...rest] = bodies;
  let kept: Kept = { note: makeNote({ body: first, updatedAt: THEN }), versions: [] };
  rest.forEach((body, index) => {
    const now = THEN + (index + 1) * pause;
    kept = receive(kept, makeNote({ body, updatedAt: now }), now);
  });
  return kept;
}

function noteAt(start: number, change: Partial<Note> = {}): Note {
  const selector = { exact: 'abc', prefix: '', suffix: '', start, end: start + 3 };
  return makeNote({ target: { type: 'passage', selector }, ...change });
}

/** Every text in which words of the note are kept. */
function placesOf({ note, versions }: Kept): string[] {
  return [
    note.body,
    ...versions.flatMap((version) => [version.note.body, ...version.removed]),
  ];
}

describe('foldVersion', () => {
  it('keeps one whole state of a session, and of what goes later only the passages', () => {
    const { versions } = write([
      'The minister was in Baghdad on Firday',
      'The minister was in Baghdad on Friday',
      'The minister was in Baghdad on Friday, he said. A doubt',
      'The minister was in Baghdad on Friday, he said. Sure',
      'The minister was in Erbil on Friday, he said. Sure',
    ]);
    expect(versions).toHaveLength(1);
    expect(versions[0]?.note.body).toBe('The minister was in Baghdad on Firday');
    expect(versions[0]?.removed).toEqual(['A doubt']);
  });

  it('keeps nothing of words that were only added to', () => {
    const { versions } = write(['ألف', 'ألف باء', 'قبل ألف باء', 'قبل ألف ثم باء']);
    expect(versions).toEqual([]);
  });

  it('begins a new version with the next session', () => {
    const { versions } = write(['one', 'two', 'three', 'four'], WRITING_SESSION);
    expect(versions.map(({ note }) => note.body)).toEqual(['one', 'two', 'three']);
  });

  it('begins a new version when the clock was set back', () => {
    let kept = write(['one', 'two']);
    kept = receive(kept, makeNote({ body: 'three', updatedAt: THEN + 5_000 }), THEN - 9);
    expect(kept.versions.map(({ note }) => note.body)).toEqual(['one', 'two']);
  });

  it('keeps a tag that went, once however often it comes and goes', () => {
    let kept: Kept = { note: makeNote({ tags: ['iraq'] }), versions: [] };
    for (const [index, tags] of [[], ['iraq'], [], ['iraq'], []].entries()) {
      const now = THEN + index + 1;
      kept = receive(kept, makeNote({ tags, updatedAt: now }), now);
    }
    expect(kept.versions.map(({ note }) => note.tags)).toEqual([['iraq']]);
  });

  it('keeps a tag that goes in a session that has its version already', () => {
    let kept = write(['one', 'two']);
    const tagged = makeNote({ body: 'two', tags: ['iraq'], updatedAt: THEN + 2_000 });
    kept = receive(kept, tagged, THEN + 2_000);
    kept = receive(
      kept,
      makeNote({ body: 'two', updatedAt: THEN + 3_000 }),
      THEN + 3_000,
    );
    expect(kept.versions.map(({ note }) => note.tags)).toEqual([[], ['iraq']]);
  });

  it('keeps a place that gave way, once however often the note goes to and fro', () => {
    let kept: Kept = { note: noteAt(0), versions: [] };
    for (const [index, at] of [5, 0, 5, 0, 9].entries()) {
      const now = THEN + index + 1;
      kept = receive(kept, noteAt(at, { updatedAt: now }), now);
    }
    const starts = kept.versions.map(
      ({ note }) => note.target.type === 'passage' && note.target.selector.start,
    );
    expect(starts).toEqual([0, 5]);
  });

  it('stays small though a long note is mended again and again', () => {
    const words = Array.from({ length: 400 }, (_, i) => `word${i}`);
    const whole = words.join(' ');
    const bodies = [whole];
    for (let i = 0; i < 600; i++) {
      words[i % 20] = `mended${i}`;
      bodies.push(words.join(' '));
    }
    // Twenty minutes of writing.
    const { versions } = write(bodies, 2_000);
    expect(versions.length).toBeLessThanOrEqual(2);
    expect(placesOf({ note: makeNote(), versions }).join(' ')).toContain('mended579');
    expect(JSON.stringify(versions).length).toBeLessThan(whole.length * 10);
  });
});

/** What a reader may do to a note between two saves. Each word is written once, so none can hide in another. */
type Edit = { at: number; erase: number; write: number; pause: number };

const edits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    at: fc.nat(20),
    erase: fc.nat(6),
    write: fc.nat(6),
    pause: fc.constantFrom(400, 2_000, WRITING_SESSION),
  }),
  { maxLength: 25 },
);

describe('words that were ever saved', () => {
  it('stand in the note or in a version: each word, and each passage that went at once', () => {
    fc.assert(
      fc.property(edits, fc.boolean(), (list, isRepeated) => {
        let words: string[] = [];
        let kept: Kept = { note: makeNote({ body: '', updatedAt: THEN }), versions: [] };
        let now = THEN;
        let count = 0;
        const acknowledged: string[] = [];
        for (const { at, erase, write: added, pause } of list) {
          const fresh = Array.from({ length: added }, () => `<${count++}>`);
          const from = Math.min(at, words.length);
          const gone = words.slice(from, from + erase);
          words = [...words.slice(0, from), ...fresh, ...words.slice(from + erase)];
          const before = kept;
          now += pause;
          const state = makeNote({ body: words.join(' '), updatedAt: now });
          kept = receive(kept, state, now);
          // As a client does whose answer was lost; an older state arrives late.
          if (isRepeated) kept = receive(receive(kept, state, now), before.note, now);
          expect(kept.note.body).toBe(state.body);
          const places = placesOf(kept);
          acknowledged.push(...fresh);
          for (const word of acknowledged) {
            expect(places.some((place) => place.includes(word))).toBe(true);
          }
          const passage = gone.join(' ');
          expect(places.some((place) => place.includes(passage))).toBe(true);
        }
        expect(kept.versions.length).toBeLessThanOrEqual(
          1 + list.filter(({ pause }) => pause === WRITING_SESSION).length,
        );
      }),
    );
  });

  it('stand there too when rivals write and arrive in any order', () => {
    const rival = fc.record({
      body: fc
        .array(fc.constantFrom('ألف', 'باء', 'جيم', 'x', 'yz'), { maxLength: 5 })
        .map((parts) => parts.join(' ')),
      updatedAt: fc.integer({ min: THEN, max: THEN + 5 }),
      tags: fc.subarray(['iraq', 'iran']),
      target: fc.nat(2).map((start) => noteAt(start).target),
    });
    fc.assert(
      fc.property(fc.array(rival, { minLength: 1, maxLength: 10 }), (states) => {
        const [first, ...rest] = states.map(makeNote);
        let kept: Kept = { note: first ?? makeNote(), versions: [] };
        rest.forEach((state, index) => {
          kept = receive(kept, state, THEN + index);
        });
        const places = placesOf(kept);
        const tags = [kept.note, ...kept.versions.map(({ note }) => note)].flatMap(
          (note) => note.tags,
        );
        for (const state of states) {
          for (const word of state.body.split(' ')) {
            expect(places.some((place) => place.includes(word))).toBe(true);
          }
          for (const tag of state.tags) expect(tags).toContain(tag);
          const stands = [kept.note, ...kept.versions.map(({ note }) => note)];
          expect(stands.some(({ target }) => isSamePlace(target, state.target))).toBe(
            true,
          );
        }
      }),
    );
  });
});
