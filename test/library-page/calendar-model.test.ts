import { signal } from '@preact/signals';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { addDays, daysOf } from '@/components/library-page/arrange-calendar';
import type { CalendarRoute } from '@/components/library-page/calendar-view';
import type { Route } from '@/components/library-page/library-view';
import { localDay, startOfDay } from '@/components/library-page/local-day';
import { createCalendarModel } from '@/entrypoints/library/calendar-model';
import { createTranslator } from '@/locales/translate';
import type { HawashiDatabase } from '@/storage/database';
import { settleIndex } from '@/storage/search/keep-index';
import { makeNote } from '../make-note';
import { makeStoryArticle } from '../make-story-article';
import { openTestDatabase } from '../open-test-database';

const HOUR = 3_600_000;
/** In April 2023 Cairo's clocks were put forward at midnight: its 28th began at one. */
const at = (day: string, later = 0) => startOfDay(day, 0) + later;
const of = (month: string | null, day: string | null = null): CalendarRoute => ({
  type: 'calendar',
  month,
  day,
});

const zone = process.env.TZ;
let db: HawashiDatabase;

beforeEach(() => {
  process.env.TZ = 'Africa/Cairo';
  db = openTestDatabase();
  vi.stubGlobal('history', { pushState: vi.fn(), replaceState: vi.fn() });
  vi.stubGlobal('navigator', { languages: ['ar-IQ'] });
});
afterEach(() => {
  vi.unstubAllGlobals();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

async function readAt(times: readonly number[]): Promise<void> {
  const articles = times.map((_, index) => makeStoryArticle(`a${index}`).article);
  await db.articles.bulkPut(articles);
  await db.history.bulkPut(
    times.map((readAt, index) => ({ articleId: `a${index}`, site: 'x', readAt })),
  );
}

async function noteAt(times: readonly number[]): Promise<void> {
  await db.notes.bulkPut(
    times.map((createdAt, index) =>
      makeNote({ id: `n${index}`, articleId: 'a0', createdAt, updatedAt: createdAt }),
    ),
  );
  await settleIndex(db, { pause: 0, isWanted: () => true });
}

const until = (holds: () => unknown) => vi.waitFor(holds, { timeout: 15_000 });

function open(first: CalendarRoute) {
  const route = signal<Route>(first);
  const language = { translator: signal(createTranslator('ar')) };
  const model = createCalendarModel({
    ...{ db, route, language },
    watch(query, show, ending) {
      const read = async () => {
        const value = await query();
        if (!ending.aborted) show(value);
      };
      read().catch(() => {});
    },
  });
  const ending = new AbortController();
  model.follow(ending.signal);
  return { model, route, ending };
}

describe('the calendar', () => {
  it('counts what was read by the days and months of the reader', async () => {
    await readAt([
      at('2023-04-01'),
      // The last of a day of 24 hours, the first and the last of one of 23.
      at('2023-04-28', -1),
      at('2023-04-28'),
      at('2023-04-28', 23 * HOUR - 1),
      at('2023-05-01'),
    ]);
    const { model } = open(of('2023-04'));
    await until(() => expect(model.part.value?.month).toBe('2023-04'));
    const { days = [], months = [], reach } = model.part.value ?? {};
    expect(days).toHaveLength(30);
    expect([days[0], days[26], days[27], days[28]]).toEqual([1, 1, 2, 0]);
    expect(months).toEqual([0, 0, 0, 4, 1, 0, 0, 0, 0, 0, 0, 0]);
    expect(reach).toEqual({ first: '2023-04-01', last: '2023-05-01' });
    expect(model.part.value?.weekStart).toBe(6);
  });

  it('counts notes by the same days as their filter finds them', async () => {
    await readAt([at('2023-04-28')]);
    await noteAt([at('2023-04-28', -1), at('2023-04-28'), at('2023-04-29', -1)]);
    const { model } = open(of(null, '2023-04-28'));
    await until(() => expect(model.part.value?.noted?.get('2023-04-28')).toBe(2));
    expect(model.part.value?.noted?.get('2023-04-27')).toBe(1);
    await until(() => expect(model.part.value?.day?.notes).toHaveLength(2));
    expect(model.part.value?.day?.articles[0]?.notes).toBe(3);
    expect(model.part.value?.unsearched).toBe(0);
  });

  it('loses nothing and counts nothing twice, whenever it was read', async () => {
    const times = fc.array(fc.integer({ min: at('2023-03-25'), max: at('2023-06-05') }), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(times, async (all) => {
        await db.history.clear();
        await readAt(all);
        const { model, ending } = open(of('2023-04'));
        await until(() => expect(model.part.value?.month).toBe('2023-04'));
        const tally = daysOf('2023-04').map(
          (day) => all.filter((time) => localDay(time) === day).length,
        );
        expect(model.part.value?.days).toEqual(tally);
        expect(model.part.value?.months.reduce((a, b) => a + b)).toBe(all.length);
        ending.abort();
      }),
      { numRuns: 20 },
    );
  });

  it('follows the route, and keys lead on without a step back', async () => {
    await readAt([at('2023-04-28'), at('2023-05-02')]);
    const { model, route } = open(of('2023-04'));
    await until(() => expect(model.part.value?.days[27]).toBe(1));
    model.actions.showMonth('2023-05');
    expect(history.replaceState).toHaveBeenLastCalledWith(null, '', '#calendar/2023-05');
    expect(history.pushState).not.toHaveBeenCalled();
    await until(() => expect(model.part.value?.days[1]).toBe(1));
    route.value = of('2023-05', '2023-05-02');
    await until(() => expect(model.part.value?.day?.total).toBe(1));
    route.value = of('2023-05', '2023-05-03');
    await until(() => expect(model.part.value?.day?.day).toBe('2023-05-03'));
    expect(model.part.value?.day?.total).toBe(0);
  });

  it('shows fifty articles of a day, and fifty more of the same day', async () => {
    const day = '2023-04-10';
    await readAt(Array.from({ length: 130 }, (_, index) => at(day, index)));
    const { model, route } = open(of('2023-04', day));
    const rows = () => model.part.value?.day?.articles.length;
    await until(() => expect(rows()).toBe(50));
    expect(model.part.value?.day?.total).toBe(130);
    model.actions.showMoreOfDay();
    await until(() => expect(rows()).toBe(100));
    route.value = of('2023-04', addDays(day, 1));
    await until(() => expect(rows()).toBe(0));
    route.value = of('2023-04', day);
    await until(() => expect(rows()).toBeGreaterThan(0));
  });
});
