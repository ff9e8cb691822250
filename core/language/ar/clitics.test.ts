import { expect, it } from 'vitest';
import { readArabicWord } from './clitics';

it.each([
  ['بالعراق', 1, 'العراق'],
  ['للعراق', 1, 'العراق'],
  ['وللعراق', 2, 'العراق'],
  ['وطهران', 1, 'طهران'],
  ['فبغداد', 1, 'بغداد'],
  ['للبنان', 1, 'لبنان'],
  ['وبالكويت', 2, 'الكويت'],
])('%s without its first %i letters reads %s', (word, skip, key) => {
  expect(readArabicWord(word)).toContainEqual({ skip, key });
});

it.each(['وليد', 'كربلاء', 'بغداد', 'لبنان', 'فلسطين'])(
  'reads %s whole first',
  (word) => {
    expect(readArabicWord(word)[0]).toEqual({ skip: 0, key: word });
  },
);

it('keeps a name of two letters', () => {
  expect(readArabicWord('قم')).toEqual([{ skip: 0, key: 'قم' }]);
});
