import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  boundsOf,
  clampDay,
  dayByKey,
  daysOf,
  isDay,
  isMonth,
  monthOf,
  shadeOf,
  weekdaysFrom,
  weeksOf,
} from './arrange-calendar';
import { localDay, startOfDay } from './local-day';

const days = fc
  .integer({ min: 0, max: 370_000 })
  .map((later) => addDays('1970-01-01', later));
const weekStarts = fc.integer({ min: 1, max: 7 });

describe('a month by weeks', () => {
  it('begins where its first day stands in the week', () => {
    // November 2026 begins on a Sunday.
    expect(weeksOf('2026-11', 7)[0]?.[0]).toBe('2026-11-01');
    expect(weeksOf('2026-11', 1)[0]).toEqual([...new Array(6).fill(null), '2026-11-01']);
    expect(weeksOf('2026-11', 6)[0]?.[1]).toBe('2026-11-01');
    expect(weeksOf('2024-02', 1).flat()).toContain('2024-02-29');
  });

  it('has each day once, in order, under its weekday', () => {
    fc.assert(
      fc.property(days, weekStarts, (day, weekStart) => {
        const month = monthOf(day);
        const weeks = weeksOf(month, weekStart);
        expect(weeks.flat().filter((one) => one !== null)).toEqual(daysOf(month));
        expect(daysOf(month)).toContain(day);
        const weekdays = weekdaysFrom(weekStart);
        for (const week of weeks) {
          expect(week).toHaveLength(7);
          expect(week.some((one) => one !== null)).toBe(true);
          for (const [at, one] of week.entries()) {
            if (one !== null)
              expect(new Date(one).getUTCDay()).toBe((weekdays[at] ?? 0) % 7);
          }
        }
      }),
    );
  });
});

describe('keys', () => {
  const press = (key: string, day: string, isRtl = false, shiftKey = false) =>
    dayByKey({ key, shiftKey }, day, { weekStart: 6, isRtl });

  it('lead by days, weeks, months and years', () => {
    expect(press('ArrowLeft', '2026-11-01')).toBe('2026-10-31');
    expect(press('ArrowLeft', '2026-11-01', true)).toBe('2026-11-02');
    expect(press('ArrowRight', '2026-11-01', true)).toBe('2026-10-31');
    expect(press('ArrowDown', '2026-12-28')).toBe('2027-01-04');
    // A Monday; the week begins on Saturday.
    expect(press('Home', '2026-11-23')).toBe('2026-11-21');
    expect(press('End', '2026-11-23')).toBe('2026-11-27');
    expect(press('PageUp', '2026-03-31')).toBe('2026-02-28');
    expect(press('PageDown', '2024-02-29', false, true)).toBe('2025-02-28');
    expect(press('x', '2026-11-23')).toBeNull();
  });

  it('lead back where they came from, and never leave the week by its ends', () => {
    fc.assert(
      fc.property(days, weekStarts, fc.boolean(), (day, weekStart, isRtl) => {
        const go = (key: string, from: string) =>
          dayByKey({ key, shiftKey: false }, from, { weekStart, isRtl }) ?? '';
        const later = addDays(day, 7);
        expect(go('ArrowLeft', go('ArrowRight', later))).toBe(later);
        expect(go('ArrowUp', go('ArrowDown', day))).toBe(day);
        expect(addDays(go('Home', later), 6)).toBe(go('End', later));
        expect(go('Home', later) <= later && later <= go('End', later)).toBe(true);
      }),
    );
  });

  it('lead to the month that was meant, to the same day or to its last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 200 }), (day, months) => {
        const reached = addMonths(day, months);
        const number = (one: string) =>
          Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));
        expect(number(reached)).toBe(number(day) + months);
        const isLast = monthOf(addDays(reached, 1)) !== monthOf(reached);
        expect(reached.slice(8) === day.slice(8) || isLast).toBe(true);
      }),
    );
  });
});

describe('what an address may say', () => {
  it.each([
    '2026-13',
    '2026-00',
    '1969-12',
    '3000-01',
    '2026-1',
    '2026',
    '',
    '2026-11-01',
  ])('%j is no month', (text) => expect(isMonth(text)).toBe(false));
  it.each(['2026-02-29', '2026-02-00', '2026-11', '2026-11-1', '2026-11-01x', '--'])(
    '%j is no day',
    (text) => expect(isDay(text)).toBe(false),
  );
  it('each day is a day, and its month a month', () => {
    fc.assert(fc.property(days, (day) => isDay(day) && isMonth(monthOf(day))));
    fc.assert(fc.property(fc.string(), (text) => !isDay(text) && !isMonth(text)));
  });
});

it('reaches from the first day known to the last, today among them', () => {
  const bounds = boundsOf(['2026-03-01', '2025-12-31', '2026-12-01'], '2026-11-23');
  expect(bounds).toEqual({ first: '2025-12-31', last: '2026-12-01' });
  expect(clampDay('1999-01-01', bounds)).toBe('2025-12-31');
  expect(clampDay('2027-01-01', bounds)).toBe('2026-12-01');
  expect(boundsOf([], '2026-11-23').first).toBe('2026-11-23');
});

it('shades more where more was read', () => {
  expect([0, 1, 2, 3, 6, 12, 900].map(shadeOf)).toEqual([0, 1, 1, 2, 3, 4, 4]);
});

describe('days where the clocks change', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  // At midnight itself in Cairo, Beirut and Havana; by half an hour on Lord Howe Island.
  it.each([
    'Africa/Cairo',
    'Asia/Beirut',
    'America/Havana',
    'Australia/Lord_Howe',
    'UTC',
  ])('follow on one another without gap or overlap: %s', (name) => {
    process.env.TZ = name;
    for (let later = 0; later < 800; later++) {
      const day = addDays('2023-01-01', later);
      const start = startOfDay(day, 0);
      expect(startOfDay(day, 1)).toBe(startOfDay(addDays(day, 1), 0));
      expect(localDay(start)).toBe(day);
      expect(localDay(start - 1)).toBe(addDays(day, -1));
    }
  });
});
