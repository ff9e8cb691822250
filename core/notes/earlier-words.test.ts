import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNote } from '@/test/make-note';
import type { Note, NoteTarget } from '../model/note';
import { bringBack, earlierWords } from './earlier-words';
import type { NoteVersion } from './note-version';

function version(
  changes: Partial<NoteVersion> & Partial<Pick<Note, 'body' | 'tags' | 'target'>>,
) {
  const { body = '', tags = [], target = { type: 'article' }, ...rest } = changes;
  const note = makeNote({ body, tags, target });
  return {
    id: 'v',
    noteId: note.id,
    updatedAt: 1,
    keptAt: 2,
    note,
    removed: [],
    ...rest,
  };
}

describe('earlier words', () => {
  it('are all that the note does not show, the latest first', () => {
    const versions = [
      version({ id: 'a', keptAt: 10, body: 'first', removed: ['gone', 'still here'] }),
      version({ id: 'b', keptAt: 20, body: 'second', tags: ['old', 'kept'] }),
      version({ id: 'c', keptAt: 30, body: 'still' }),
    ];
    const now = { body: 'still here', tags: ['kept'], quote: null };
    expect(earlierWords(versions, now)).toEqual([
      { key: 'b', at: 1, part: 'whole', words: 'second', tags: ['old'] },
      { key: 'a/0', at: 10, part: 'passage', words: 'gone', tags: [] },
      { key: 'a', at: 1, part: 'whole', words: 'first', tags: [] },
    ]);
  });

  it('are those of the article that it was on, each once, and lead back there', () => {
    const on = (exact: string): NoteTarget => ({
      type: 'passage',
      selector: { exact, prefix: '', suffix: '', start: 0, end: exact.length },
    });
    const versions = [
      version({ id: 'a', keptAt: 10, target: on('first words') }),
      version({ id: 'b', keptAt: 20, target: on('second words') }),
      version({ id: 'c', keptAt: 30, target: on('first words') }),
    ];
    const now = { body: 'mine', tags: ['t'], quote: 'third words' };
    const earlier = earlierWords(versions, now);
    expect(earlier.map(({ part, words }) => [part, words])).toEqual([
      ['place', 'first words'],
      ['place', 'second words'],
    ]);
    const [latest] = earlier;
    expect(latest && bringBack(latest, now)).toEqual({
      ...{ body: 'mine', tags: ['t'] },
      target: on('first words'),
    });
    expect(earlierWords(versions, { ...now, quote: 'first words' })).toHaveLength(1);
  });

  it('that are brought back are shown, and no tag goes', () => {
    const texts = fc.string({ minLength: 1 });
    const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'));
    fc.assert(
      fc.property(
        texts,
        tags,
        fc.array(texts),
        texts,
        tags,
        (body, had, removed, now, has) => {
          const words = { body: now, tags: has, quote: null };
          for (const earlier of earlierWords(
            [version({ body, tags: had, removed })],
            words,
          )) {
            const next = bringBack(earlier, words);
            if (earlier.words.trim() !== '') expect(next.body).toContain(earlier.words);
            expect(next.tags).toEqual(expect.arrayContaining([...has, ...earlier.tags]));
            if (earlier.part === 'passage')
              expect(next.body).toContain(now.trim() && now);
          }
        },
      ),
    );
  });
});
