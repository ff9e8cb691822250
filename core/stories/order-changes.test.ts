import { describe, expect, it } from 'vitest';
import { orderChanges } from './order-changes';

describe('orderChanges', () => {
  it('gives all changes as one meets them in the text', () => {
    const changes = {
      added: [{ start: 200, end: 240 }],
      changed: [{ span: { start: 40, end: 90 }, before: 'was', words: [] }],
      removed: [
        { text: 'first', at: 0 },
        { text: 'middle', at: 100 },
      ],
    };
    expect(orderChanges(changes).map(({ kind, at }) => [kind, at])).toEqual([
      ['removed', 0],
      ['changed', 40],
      ['removed', 100],
      ['added', 200],
    ]);
  });
});
