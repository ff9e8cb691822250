import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from './parse-date';

const NOW = Date.UTC(2020, 0, 8, 12);

describe('dates as papers print them', () => {
  it.each([
    ['2020-01-03', '2020-01-03'],
    ['2020-01-03T10:20:30+0300', '2020-01-03T10:20:30+03:00'],
    ['2020-01-03T10:20Z', '2020-01-03T10:20:00Z'],
    ['2020-01-03 10:20', '2020-01-03'],
    ['20200103', '2020-01-03'],
    ['Fri, 03 Jan 2020 10:00:00 GMT', '2020-01-03'],
    ['January 3, 2020', '2020-01-03'],
    ['Updated Jan. 3rd, 2020 at 5 pm', '2020-01-03'],
    ['3 كانون الثاني 2020', '2020-01-03'],
    ['الأربعاء، 07 أكتوبر 2020 - 12:09 م', '2020-10-07'],
    ['الأربعاء ٠٧ أُكتوبَر ٢٠٢٠', '2020-10-07'],
    ['١٢ شباط/فبراير ٢٠٢٠', '2020-02-12'],
    ['الجمعة 03/يناير/2020 - 10:00', '2020-01-03'],
    ['8 جويلية 2020', '2020-07-08'],
    ['15 غشت 2021', '2021-08-15'],
    ['4 تشرين الأول 2019', '2019-10-04'],
    ['5 آب 2020', '2020-08-05'],
    ['3 نونبر 2021', '2021-11-03'],
    ['9 أوت 2021', '2021-08-09'],
    ['9 يوليوز 2021', '2021-07-09'],
    ['11 décembre 2021', '2021-12-11'],
    ['3 listopada 2021', '2021-11-03'],
    ['3 Ağustos 2021', '2021-08-03'],
    ['3 de setembro de 2021', '2021-09-03'],
    ['۱۳۹۹/۰۲/۲۱', '2020-05-10'],
    ['2 تیر 1399', '2020-06-22'],
    ['30 اسفند 1399', '2021-03-20'],
    ['1er août 2022', '2022-08-01'],
    ['20 de mayo de 2022', '2022-05-20'],
    ['2. Januar 2020', '2020-01-02'],
    ['3 января 2020', '2020-01-03'],
    ['2020年1月3日', '2020-01-03'],
    ['2020년 1월 3일', '2020-01-03'],
    ['13/1/2020', '2020-01-13'],
    ['3/1/2020', '2020-01-03'],
    ['8.1.2020', '2020-01-08'],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });

  it('reads the month first where told, unless it cannot be one', () => {
    expect(parseDate('1/3/2020', { monthFirst: true })).toBe('2020-01-03');
    expect(parseDate('13/1/2020', { monthFirst: true })).toBe('2020-01-13');
  });
});

describe('times ago', () => {
  it.each([
    ['قبل 3 ساعات', '2020-01-08'],
    ['قبل ١٣ ساعة', '2020-01-07'],
    ['منذ يومين', '2020-01-06'],
    ['قبل أسبوع', '2020-01-01'],
    ['أمس', '2020-01-07'],
    ['2 days ago', '2020-01-06'],
    ['an hour ago', '2020-01-08'],
    ['۵ روز پیش', '2020-01-03'],
  ])('%s', (text, date) => {
    expect(parseDate(text, { now: NOW })).toBe(date);
  });

  it('say nothing without a time to count from', () => {
    expect(parseDate('قبل 3 ساعات')).toBeNull();
  });
});

describe('beside a Hijri date', () => {
  it.each([
    ['الإثنين 15 رمضان 1445 هـ الموافق 25 مارس 2024', '2024-03-25'],
    ['15/9/1415 هـ - 15/2/1995 م', '1995-02-15'],
    ['١٤٤٥/٩/١٥ هـ الموافق ٢٥ آذار ٢٠٢٤', '2024-03-25'],
    ['25 مارس 2024 الموافق 15 رمضان 1445', '2024-03-25'],
    ['۱۳۹۹/۰۲/۲۱ هجری شمسی', '2020-05-10'],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toBe(date);
  });
});

it.each([
  '',
  '12 جمادى الأولى 1441',
  '15/9/1415 هـ',
  '15-9-1415هـ',
  '1441/5/8',
  '31 February 2020',
  '99/99/2020',
  'Call 555-0199 between 9 and 5',
  'مايو كلينك',
  'Chapter 3 of 2020 pages',
])('finds no date in «%s»', (text) => {
  expect(parseDate(text, { now: NOW })).toBeNull();
});

it('gives back every day that it is given', () => {
  const days = fc.date({
    min: new Date('1990-01-01'),
    max: new Date('2090-12-31'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const arabic = iso.replace(/\d/g, (digit) =>
        String.fromCharCode(0x660 + Number(digit)),
      );
      expect(parseDate(iso)).toBe(iso);
      expect(parseDate(arabic)).toBe(iso);
    }),
  );
});

it('gives null or an ISO date for anything at all', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(parseDate(text, { now: NOW }) ?? '2020-01-01').toMatch(/^\d{4}-\d\d-\d\d/);
    }),
  );
});
