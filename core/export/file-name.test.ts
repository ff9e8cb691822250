import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { THEN } from '@/test/make-note';
import { exportFileName } from './file-name';

const name = (title: string | null) =>
  exportFileName({ title, exportedAt: THEN, extension: 'md' });

/** Any UTF-16 at all, unpaired surrogates too. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

describe('exportFileName', () => {
  it.each([
    ['بغداد تعلن الحداد', 'حواشي – بغداد تعلن الحداد – 2020-01-03.md'],
    ['می‌خواهم: «خبر»', 'حواشي – می‌خواهم «خبر» – 2020-01-03.md'],
    ['a/b\\c:d*e?f"g<h>i|j', 'حواشي – a b c d e f g h i j – 2020-01-03.md'],
    ['.. ', 'حواشي – 2020-01-03.md'],
    ['مقال\u202Egpj.exe', 'حواشي – مقال gpj.exe – 2020-01-03.md'],
    ['\ud800', 'حواشي – 2020-01-03.md'],
    [null, 'حواشي – 2020-01-03.md'],
  ])('of %j is %s', (title, expected) => {
    expect(name(title)).toBe(expected);
  });

  it('takes the day of the reader’s zone', () => {
    const exportedAt = Date.UTC(2020, 0, 3, 23);
    const file = { title: null, exportedAt, extension: 'json', timeZone: 'Asia/Baghdad' };
    expect(exportFileName(file as never)).toBe('حواشي – 2020-01-04.json');
  });

  it('cuts a long title between letters, never inside one', () => {
    const cut = name('👩‍👩‍👧'.repeat(40));
    expect(cut).toMatch(/^حواشي – (👩‍👩‍👧)+ – 2020-01-03\.md$/u);
  });

  it('is a name that every file system takes, whatever the title', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const file = name(title);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not be there
        expect(file).not.toMatch(/[/\\:*?"<>|\u0000-\u001f\u007f\u202a-\u202e]/);
        expect(file).not.toMatch(/\p{Surrogate}/u);
        expect(file.normalize().trim()).toBe(file.normalize());
        expect(new TextEncoder().encode(file).length).toBeLessThan(230);
        expect(file.endsWith('2020-01-03.md')).toBe(true);
      }),
    );
  });
});
