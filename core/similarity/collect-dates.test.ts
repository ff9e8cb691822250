import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectDates, isoOf } from './collect-dates';

const named = (text: string) => collectDates(text).map(isoOf);

describe('dates in a text', () => {
  it.each([
    ['قتل في 3 يناير 2020 قرب المطار', ['2020-01-03']],
    ['في يناير 2024 وفي يناير/كانون الثاني ٢٠٢٣', ['2024-01', '2023-01']],
    ['منذ عام 2003 وحتى العام 2011، وفي سنة ١٩٩١', ['2011', '2003', '1991']],
    ['في 12 مارس 2019 ثم في 6 أبريل 2020', ['2020-04-06', '2019-03-12']],
    ['on January 3, 2020, and since 2018', ['2020-01-03', '2018']],
    ['en enero de 2024, desde 2019', ['2024-01', '2019']],
    ['2020-03-12T10:00 and 12/03/2021', ['2021-03-12', '2020-03-12']],
    ['وصل 2020 جنديا و1950 طنا إلى الميناء', []],
    ['رقم 12020 و 20201', []],
    ['في عام 1441', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('are at most eight, the most exact first, whatever the text', () => {
    const piece = fc.constantFrom(
      '3 يناير 2020 ',
      'مارس ٢٠٢١ ',
      'عام 1999 ',
      '2024/1/9',
      '20',
      '\ud800',
      '\n',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const dates = collectDates(pieces.join(''));
        expect(dates.length).toBeLessThanOrEqual(8);
        const lengths = dates.map(({ from, to }) => to - from);
        expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
        expect(lengths.every((length) => length >= 0 && length < 366)).toBe(true);
      }),
    );
  });
});
