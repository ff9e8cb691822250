import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActs } from './undo-acts';

/** Acts that each put a letter into a set. */
function setUp() {
  const acts = createActs();
  const now = new Set<string>();
  const act = (letter: string) => {
    now.add(letter);
    return acts.did({
      undo: () => now.delete(letter),
      redo: () => now.add(letter),
    });
  };
  return { acts, act, shown: () => [...now].sort().join('') };
}

describe('what was done', () => {
  it('is undone, the last first, and done again', () => {
    const { acts, act, shown } = setUp();
    act('a');
    act('b');
    expect(acts.undo()).toBe(true);
    expect(shown()).toBe('a');
    expect(acts.redo()).toBe(true);
    expect(shown()).toBe('ab');
    acts.undo();
    acts.undo();
    expect(acts.undo()).toBe(false);
    expect(shown()).toBe('');
  });

  it('is undone once, by the key or by its own button', () => {
    const { acts, act, shown } = setUp();
    const undoA = act('a');
    act('b');
    undoA();
    undoA();
    expect(shown()).toBe('b');
    acts.redo();
    expect(shown()).toBe('ab');
    acts.undo();
    expect(shown()).toBe('b');
  });

  it('cannot be done again after something else was done', () => {
    const { acts, act } = setUp();
    act('a');
    acts.undo();
    act('b');
    expect(acts.redo()).toBe(false);
  });

  it('comes to nothing when all is undone, and to all when all is redone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...'abcdefgh')), (letters) => {
        const { acts, act, shown } = setUp();
        for (const letter of letters) act(letter);
        const all = shown();
        while (acts.undo());
        expect(shown()).toBe('');
        while (acts.redo());
        expect(shown()).toBe(all);
      }),
    );
  });
});
