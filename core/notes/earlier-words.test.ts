import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNote } from '@/test/make-note';
import { bringBack, earlierWords } from './earlier-words';
import type { NoteVersion } from './note-version';

function version(changes: Partial<NoteVersion> & { body?: string; tags?: string[] }) {
  const { body = '', tags = [], ...rest } = changes;
  const note = makeNote({ body, tags });
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
    const now = { body: 'still here', tags: ['kept'] };
    expect(earlierWords(versions, now)).toEqual([
      { key: 'b', at: 1, part: 'whole', words: 'second', tags: ['old'] },
      { key: 'a/0', at: 10, part: 'passage', words: 'gone', tags: [] },
      { key: 'a', at: 1, part: 'whole', words: 'first', tags: [] },
    ]);
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
          const words = { body: now, tags: has };
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
