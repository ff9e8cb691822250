import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv';

const cellsOf = (text: string) => [...readCsv(text)].map(({ cells }) => cells);
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe('readCsv', () => {
  it('gives back every table unit by unit, whatever is in its cells', () => {
    const cell = fc.string({ unit: 'binary', minLength: 1 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), {
      minLength: 1,
    });
    const separators = fc.constantFrom(',', ';', '\t', '|');
    const breaks = fc.constantFrom('\n', '\r\n', '\r');
    fc.assert(
      fc.property(table, separators, breaks, fc.boolean(), (rows, by, line, hasMark) => {
        const lines = rows.map((cells) => cells.map(quoted).join(by)).join(line);
        expect(cellsOf(`${hasMark ? '\ufeff' : ''}${lines}`)).toEqual(rows);
      }),
    );
  });

  it('never throws, and loses no letter of what it is given', () => {
    const units = fc.constantFrom('a', '"', ',', '\n', '\r', 'ب', ' ');
    fc.assert(
      fc.property(fc.array(units), (parts) => {
        const text = parts.join('');
        const letters = (one: string) => one.replace(/[^aب]/g, '');
        expect(letters(cellsOf(text).flat().join(''))).toBe(letters(text));
      }),
    );
  });

  it('counts rows as a spreadsheet does, line breaks in cells and empty rows included', () => {
    const rows = [...readCsv('a,b\n"one\ntwo",x\n\n,\nlast,y\n')];
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 5]);
  });

  it('says where a quotation mark is never closed', () => {
    const rows = [...readCsv('a,b\n1,"two\n3,four\n')];
    expect(rows.at(-1)).toEqual({
      row: 2,
      cells: ['1', 'two\n3,four\n'],
      isUnclosed: true,
    });
  });

  it('takes the separator that a spreadsheet names', () => {
    expect(cellsOf('sep=;\r\na;b,c\r\n')).toEqual([['a', 'b,c']]);
  });
});
