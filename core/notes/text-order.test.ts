import { expect, it } from 'vitest';
import { makeNote, THEN } from '@/test/make-note';
import { inTextOrder } from './text-order';

const at = (id: string, start: number, createdAt = THEN) => {
  const selector = { exact: 'x', prefix: '', suffix: '', start, end: start };
  return makeNote({ id, createdAt, target: { type: 'passage', selector } });
};

it('has notes on the article first, and last those whose place nobody knows', () => {
  const notes = [
    at('unknown', -1),
    at('later', 40),
    at('second', 3, THEN + 1),
    at('first', 3),
    makeNote({ id: 'whole', target: { type: 'article' } }),
  ];
  const order = notes.sort(inTextOrder).map(({ id }) => id);
  expect(order).toEqual(['whole', 'first', 'second', 'later', 'unknown']);
});
