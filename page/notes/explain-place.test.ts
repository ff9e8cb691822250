import { describe, expect, test } from 'vitest';
import type { Anchor } from '@/core/model/selector';
import { makeNote } from '@/test/make-note';
import { explainPlace, wordsNow } from './explain-place';

const TEXT = 'The ferry to the island will not run on Friday.';
const GONE: Anchor = { status: 'orphan', start: null, end: null };
const REWORDED: Anchor = { ...GONE, reason: 'reworded', now: { start: 4, end: 9 } };

function noteAt(start: number, exact = 'boat', notHere?: string) {
  const end = start + exact.length;
  const selector = { exact, prefix: '', suffix: '', start, end };
  const refused = notHere === undefined ? {} : { notHere };
  return makeNote({ target: { type: 'passage', selector, ...refused } });
}

function explained(anchor: Anchor, { start = 4, isCut = false } = {}): Anchor | null {
  return explainPlace({ text: TEXT, isCut }, { note: noteAt(start), anchor }).anchor;
}

describe('a note without a place', () => {
  test.each<[string, Anchor, object, string]>([
    ['whose paragraph is gone', GONE, {}, 'deleted'],
    ['of the last paragraph', GONE, { start: TEXT.length + 5 }, 'deleted'],
    ['that stood far beyond the end', GONE, { start: TEXT.length * 2 }, 'shorter'],
    ['behind a paywall', { ...GONE, reason: 'deleted' }, { isCut: true }, 'paywall'],
    ['beyond the end, and cut', GONE, { start: 900, isCut: true }, 'paywall'],
    ['with other words, though cut', REWORDED, { isCut: true }, 'reworded'],
  ])('%s: says why', (_, anchor, page, reason) => {
    expect(explained(anchor, page)).toEqual({ ...anchor, reason });
  });

  test('has what stands there now, when anything does', () => {
    const note = noteAt(4);
    expect(wordsNow(TEXT, { note, anchor: REWORDED })).toBe('ferry');
    expect(wordsNow(TEXT, { note, anchor: GONE })).toBeNull();
    expect(wordsNow(TEXT, { note, anchor: null })).toBeNull();
  });
});

describe('a note with a place', () => {
  const HERE = { start: 4, end: 9 };

  test('says what stands there, where that is in doubt and not just its quote', () => {
    const changed: Anchor = { status: 'changed', ...HERE };
    expect(wordsNow(TEXT, { note: noteAt(4), anchor: changed })).toBe('ferry');
    expect(wordsNow(TEXT, { note: noteAt(4, 'ferry'), anchor: changed })).toBeNull();
    const sure: Anchor = { status: 'anchored', ...HERE };
    expect(wordsNow(TEXT, { note: noteAt(4), anchor: sure })).toBeNull();
  });

  test('has none where the reader said so, until it is beyond doubt or another', () => {
    const page = { text: TEXT, isCut: false };
    const refused = noteAt(4, 'boat', 'ferry');
    const probable: Anchor = { status: 'probable', ...HERE };
    expect(explainPlace(page, { note: refused, anchor: probable }).anchor).toEqual({
      ...GONE,
      reason: 'refused',
      now: HERE,
    });
    for (const anchor of [
      { status: 'anchored', ...HERE },
      { status: 'probable', start: 17, end: 23 },
    ] as Anchor[])
      expect(explainPlace(page, { note: refused, anchor }).anchor).toBe(anchor);
    const onAll = makeNote({ target: { type: 'article' } });
    expect(explainPlace(page, { note: onAll, anchor: null }).anchor).toBeNull();
  });
});
