import { expect, it } from 'vitest';
import { plainLatin, soundsAlike } from './same-sound';

it.each([
  ['دير الزور', 'Deir ez-Zor'],
  ['قلقيلية', 'Qalqilya'],
  ['الفشن', 'Al Fashn'],
  ['شيرناك', 'Sirnak'],
  ['بعقوبة', 'Baqubah'],
  ['خنشلة', 'Khenchela'],
  ['أخيسار', 'Akhisar'],
])('%s can be %s', (arabic, latin) => {
  expect(soundsAlike(arabic, latin)).toBe(true);
});

it.each([
  ['فدان', 'Acre'],
  ['مركز', 'Dikili'],
  ['بركان', 'Volcano'],
  ['جنينة', 'Garden'],
])('%s is no %s', (arabic, latin) => {
  expect(soundsAlike(arabic, latin)).toBe(false);
});

it('writes Latin names with plain letters', () => {
  expect(plainLatin('Şanlıurfa')).toBe('Sanliurfa');
  expect(plainLatin('‘Ibrī')).toBe('Ibri');
  expect(plainLatin('東京')).toBe('');
});
