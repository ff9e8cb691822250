import { describe, expect, it } from 'vitest';
import { originsToRegister } from './origins-to-register';

const MANIFEST = ['*://aljazeera.net/*', '*://www.aljazeera.net/*'];

describe('originsToRegister', () => {
  it('leaves out what the manifest has', () => {
    expect(originsToRegister([...MANIFEST, '*://example.org/*'], MANIFEST)).toEqual([
      '*://example.org/*',
    ]);
  });

  it('is empty when nothing more was granted, or even less', () => {
    expect(originsToRegister(MANIFEST, MANIFEST)).toEqual([]);
    expect(originsToRegister([], MANIFEST)).toEqual([]);
  });

  it('does not depend on order or repetition', () => {
    const one = originsToRegister(['*://b.org/*', '*://a.org/*'], MANIFEST);
    const two = originsToRegister(
      ['*://a.org/*', '*://b.org/*', '*://a.org/*'],
      MANIFEST,
    );
    expect(one).toEqual(two);
  });

  it('takes pages of the web only', () => {
    expect(originsToRegister(['file:///*', 'ftp://a.org/*', '<all_urls>'], [])).toEqual(
      [],
    );
    expect(originsToRegister(['*://*/*', 'https://a.org/*'], [])).toHaveLength(2);
  });
});
