import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../text/steps';
import { createFingerprint } from './create-fingerprint';
import { decodeBase64 } from './decode-base64';
import { packFingerprint } from './pack-fingerprint';
import { readSeedStories } from './read-seed-stories';
import { openTermFrequencies } from './term-frequencies';

const SHIPPED = join(import.meta.dirname, '..', '..', 'assets', 'public', 'stories.json');

const fingerprint = runToEnd(
  createFingerprint(
    { title: 'Ferry', text: 'The ferry left the harbour on Monday.' },
    openTermFrequencies(),
  ),
);
const story = {
  id: 'seed/ferry',
  names: { ar: 'العبارة', en: 'The ferry' },
  fingerprint: Buffer.from(packFingerprint(fingerprint)).toString('base64'),
  published: '2020-04-01',
};

describe('base64', () => {
  it('gives back any bytes, padded or not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        for (const form of ['base64', 'base64url'] as const) {
          const text = Buffer.from(bytes).toString(form);
          if (/[-_]/.test(text)) expect(() => decodeBase64(text)).toThrow(RangeError);
          else expect(decodeBase64(text)).toEqual(Uint8Array.from(bytes));
        }
      }),
    );
    expect(() => decodeBase64('abcde')).toThrow(RangeError);
  });
});

describe('the stories shipped', () => {
  it('are read', () => {
    expect(readSeedStories([story])).toEqual([{ ...story, fingerprint }]);
    expect(readSeedStories([{ ...story, published: null }])[0]?.published).toBeNull();
    expect(readSeedStories([])).toEqual([]);
  });

  it.each([
    ['no list', { 0: story }],
    ['no story', [null]],
    ['no names', [{ ...story, names: { ar: 'x' } }]],
    ['another id', [{ ...story, id: 'text/ferry' }]],
    ['no day', [{ ...story, published: 'spring' }]],
  ])('are refused: %s', (_, json) => {
    expect(() => readSeedStories(json)).toThrow(TypeError);
  });

  it.each([
    ['no base64', '%%%'],
    ['nothing', ''],
    ['cut short', story.fingerprint.slice(0, 80)],
  ])('are refused with bytes that are no fingerprint: %s', (_, bytes) => {
    expect(() => readSeedStories([{ ...story, fingerprint: bytes }])).toThrow(RangeError);
  });

  it('are there, of this version', () => {
    const [seed] = readSeedStories(JSON.parse(readFileSync(SHIPPED, 'utf8')));
    expect(seed?.id).toBe('seed/iran-us-iraq-2020');
    expect(seed?.published).toBe('2020-04-01');
    expect(seed?.fingerprint.lang).toBe('ar');
    expect(seed?.fingerprint.names.length).toBeGreaterThan(8);
  });
});
