import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameUuid } from './name-uuid';

/** Of domain names, RFC 9562 appendix. */
const DNS = [...Buffer.from('6ba7b8109dad11d180b400c04fd430c8', 'hex')];

function byNode(name: string, namespace: number[]): string {
  const hash = createHash('sha1').update(Buffer.from(namespace)).update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

describe('nameUuid', () => {
  it('is the version 5 of the standard', () => {
    expect(nameUuid('www.example.com', DNS)).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is what another implementation gives, for every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        expect(nameUuid(name, DNS)).toBe(byNode(name, DNS));
      }),
    );
  });
});
