import { expect, test } from 'vitest';
import { createFingerprint } from './create-fingerprint';
import { openTermFrequencies } from './term-frequencies';

const pauses = (text: string) => {
  const steps = createFingerprint({ title: 'Title', text }, openTermFrequencies());
  let paused = 0;
  while (steps.next().done !== true) paused++;
  return paused;
};

test.each([
  [
    'words',
    (count: number) => Array.from({ length: count }, (_, at) => `w${at}`).join(' '),
  ],
  [
    'words written without spaces',
    (count: number) => String.fromCodePoint(...codesFrom(0x4e00, count)),
  ],
])('a fingerprint pauses the oftener the longer the text: %s', (_, text) => {
  expect(pauses(text(20_000))).toBeGreaterThan(4 * pauses(text(2_000)));
});

function codesFrom(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => first + (at % 20_000));
}
