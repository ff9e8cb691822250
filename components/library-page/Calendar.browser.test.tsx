import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createTranslator } from '@/locales/translate';
import { makeCalendarDay, makeCalendarPart } from '@/test/make-calendar-part';
import { makeStoryArticle } from '@/test/make-story-article';
import { problemsOfAccess } from '@/test/problems-of-access';
import { ReviewTranslation } from '../translation/ReviewTranslation';
import { monthOf } from './arrange-calendar';
import { Calendar } from './Calendar';
import type { CalendarPart, CalendarRoute } from './calendar-view';
import css from './library-page.css?inline';

const HOSTILE = '<img src=x onerror="window.hacked=1">';
const NOW = new Date(2020, 4, 6, 12).getTime();
const at = (day: string | null, month: string | null = day && monthOf(day)) =>
  ({ type: 'calendar', month, day }) satisfies CalendarRoute;

let cleanUp: () => void = () => {};
beforeEach(() => page.viewport(1100, 900));
afterEach(() => cleanUp());

function shown(
  first: CalendarPart | null,
  start: CalendarRoute = at(null),
  { lang = 'en', recording = true }: { lang?: 'ar' | 'en'; recording?: boolean } = {},
) {
  const actions = {
    showMonth: vi.fn((month: string) => draw(first, at(null, month))),
    showMoreOfDay: vi.fn(),
    changeSettings: vi.fn(),
  };
  const style = document.createElement('style');
  style.textContent = css;
  const root = document.createElement('div');
  document.head.append(style);
  document.body.append(root);
  const translator = createTranslator(lang);
  document.documentElement.className = 'hw';
  document.documentElement.lang = translator.lang;
  document.documentElement.dir = translator.direction;
  const settings = { recording, keepDays: null, showLine: true, markNew: true };
  function draw(calendar: CalendarPart | null, route: CalendarRoute): void {
    render(
      <ReviewTranslation translator={translator}>
        <div class="hw-page">
          <main class="hw-page-main">
            <div class="hw-part hw-part-calendar">
              <Calendar
                route={route}
                state={{ calendar, settings, now: NOW }}
                actions={actions}
              />
            </div>
          </main>
        </div>
      </ReviewTranslation>,
      root,
    );
  }
  draw(first, start);
  cleanUp = () => {
    render(null, root);
    root.remove();
    style.remove();
    document.documentElement.removeAttribute('dir');
    history.replaceState(null, '', location.pathname + location.search);
  };
  const texts = (selector: string) =>
    [...root.querySelectorAll(selector)].map((element) => element.textContent);
  const day = (name: string) => root.querySelector<HTMLElement>(`[data-day="${name}"]`);
  return { actions, root, texts, day, draw };
}

const focused = () => (document.activeElement as HTMLElement | null)?.dataset.day;

describe('a month', () => {
  it('is shaded by what was read, marked where there are notes, and says so in words', () => {
    const { day, root, texts } = shown(makeCalendarPart());
    expect(texts('.hw-calendar-month h2')).toEqual(['May 2020']);
    expect(texts('.hw-calendar-month [role="status"]')).toEqual([
      '26 articles, 24 notes',
    ]);
    expect(day('2020-05-04')?.className).toContain('hw-shade-4');
    expect(day('2020-05-04')?.getAttribute('aria-label')).toBe(
      'Monday, 4 May 2020: 14 articles, 23 notes',
    );
    expect(day('2020-05-02')?.getAttribute('aria-label')).toContain(': 1 note');
    expect(root.querySelectorAll('.hw-day .hw-calendar-dot')).toHaveLength(2);
    expect(root.querySelector('[aria-current="date"]')).toBe(day('2020-05-06'));
  });

  it('begins its weeks where the reader does, and is in the words of the reader', () => {
    const { root, texts, day } = shown(makeCalendarPart({ weekStart: 6 }), at(null), {
      lang: 'ar',
    });
    expect(texts('th')[0]).toContain('السبت');
    expect(texts('.hw-calendar-month h2')).toEqual(['مايو 2020']);
    // The first of May 2020 was a Friday: the last of its week.
    expect(root.querySelector('tbody td:last-child')).toBe(
      day('2020-05-01')?.parentElement,
    );
    expect(day('2020-05-04')?.getAttribute('aria-label')).toBe(
      'الاثنين، 4 مايو 2020: 14 مقالًا، 23 ملاحظة',
    );
  });

  it('ends where nothing can be: there is no link to tomorrow', () => {
    const { day, root } = shown(makeCalendarPart());
    expect(day('2020-05-07')).toBeNull();
    const next = page.getByRole('link', { name: 'Month after' }).element();
    expect(next.getAttribute('href')).toBeNull();
    expect(root.querySelectorAll('[data-day][tabindex="0"]')).toHaveLength(1);
  });

  it('is there before it is counted, and without notes before these are', () => {
    const { texts, root } = shown(makeCalendarPart({ month: '2020-04', noted: null }));
    expect(texts('.hw-calendar-month h2')).toEqual(['May 2020']);
    expect(texts('.hw-calendar-month [role="status"]')).toEqual(['']);
    expect(root.querySelectorAll('.hw-shade-0')).toHaveLength(6);
  });
});

describe('the keys', () => {
  it('lead from day to day, with one stop for Tab', async () => {
    const { day } = shown(makeCalendarPart());
    day('2020-05-06')?.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(focused()).toBe('2020-05-04');
    await userEvent.keyboard('{Home}');
    expect(focused()).toBe('2020-05-04');
    await userEvent.keyboard('{End}');
    // Tomorrow is not there.
    expect(focused()).toBe('2020-05-06');
    await userEvent.keyboard('{ArrowRight}');
    expect(focused()).toBe('2020-05-06');
    expect(day('2020-05-06')?.tabIndex).toBe(0);
    expect(day('2020-05-04')?.tabIndex).toBe(-1);
  });

  it('follow the direction of reading', async () => {
    const { day } = shown(makeCalendarPart(), at(null), { lang: 'ar' });
    day('2020-05-04')?.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(focused()).toBe('2020-05-05');
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(focused()).toBe('2020-05-03');
  });

  it('lead to other months and years, as far as there is something', async () => {
    const { day, actions } = shown(makeCalendarPart());
    day('2020-05-01')?.focus();
    await userEvent.keyboard('{ArrowUp}');
    expect(actions.showMonth).toHaveBeenLastCalledWith('2020-04');
    await expect.poll(focused).toBe('2020-04-24');
    await userEvent.keyboard('{PageUp}');
    await expect.poll(focused).toBe('2020-03-24');
    await userEvent.keyboard('{Shift>}{PageUp}{PageUp}{PageUp}{/Shift}');
    // The first note.
    await expect.poll(focused).toBe('2018-03-02');
    await userEvent.keyboard('{Shift>}{PageDown}{/Shift}{PageDown}');
    await expect.poll(focused).toBe('2019-04-02');
  });

  it('choose a day', async () => {
    const { day } = shown(makeCalendarPart());
    day('2020-05-04')?.focus();
    await userEvent.keyboard('{Enter}');
    expect(location.hash).toBe('#calendar/2020-05-04');
    await userEvent.keyboard('{ArrowRight} ');
    expect(location.hash).toBe('#calendar/2020-05-05');
  });
});

describe('a year', () => {
  it('shows its months with what was read, each a way there', () => {
    const { root, texts } = shown(makeCalendarPart());
    const months = [...root.querySelectorAll('.hw-calendar-months a')];
    // Those to come lead nowhere.
    expect(months).toHaveLength(5);
    expect(texts('.hw-calendar-outside')[0]).toBe('Jun');
    expect(months[3]?.textContent).toBe('Apr: 30 articles, 7 notes');
    expect(months[3]?.getAttribute('href')).toBe('#calendar/2020-04');
    expect(root.querySelector('.hw-calendar-months [aria-current]')).toBe(months[4]);
  });

  it('is left for another, in the same month or the nearest that there is', async () => {
    const { actions, texts } = shown(makeCalendarPart());
    const choice = page.getByRole('combobox', { name: 'Go to year' });
    expect(texts('option')).toEqual(['2020', '2019', '2018']);
    await userEvent.selectOptions(choice, '2019');
    expect(actions.showMonth).toHaveBeenLastCalledWith('2019-05');
    await userEvent.selectOptions(choice, '2018');
    expect(actions.showMonth).toHaveBeenLastCalledWith('2018-05');
    const before = page.getByRole('link', { name: 'Year before' }).element();
    expect(before.getAttribute('href')).toBe('#calendar/2018-03');
  });

  it('of which nothing is known leads back to what is', () => {
    const { root } = shown(makeCalendarPart(), at(null, '2001-01'));
    expect(root.querySelectorAll('[data-day]')).toHaveLength(0);
    const next = page.getByRole('link', { name: 'Month after' }).element();
    expect(next.getAttribute('href')).toBe('#calendar/2018-03');
    const before = page.getByRole('link', { name: 'Month before' }).element();
    expect(before.getAttribute('href')).toBeNull();
  });
});

describe('a day', () => {
  const chosen = (change = {}) => makeCalendarPart({ day: makeCalendarDay(change) });

  it('lists what was read, and what was noted with the way to those notes', async () => {
    const { root, texts, day } = shown(chosen(), at('2020-05-04'));
    expect(day('2020-05-04')?.parentElement?.ariaSelected).toBe('true');
    expect(texts('.hw-calendar-day h2')).toEqual(['Monday, 4 May 2020']);
    expect(texts('.hw-calendar-day [role="status"]')).toEqual(['3 articles, 23 notes']);
    expect(texts('.hw-calendar-day time')[0]).toBe('18:12');
    const pageOf = page.getByRole('link', { name: /Notes and names in: .تقرير عن السد/ });
    expect(pageOf.element().getAttribute('href')).toBe('#article/a');
    expect(texts('.hw-kin-notes')).toEqual(['1 note', '2 notes']);
    expect(root.querySelectorAll('.hw-about-note')).toHaveLength(3);
    const all = page.getByRole('link', { name: 'See all 23 in the list of notes' });
    expect(all.element().getAttribute('href')).toBe(
      `#notes?from=${new Date(2020, 4, 4).getTime()}&to=${new Date(2020, 4, 5).getTime()}`,
    );
  });

  it('on which much was read shows more when asked', async () => {
    const { actions } = shown(chosen({ total: 90 }), at('2020-05-04'));
    await userEvent.click(page.getByRole('button', { name: 'Show 50 more' }));
    expect(actions.showMoreOfDay).toHaveBeenCalledOnce();
  });

  it('without anything says so; one that is not read yet says nothing', () => {
    const nothing = { day: '2020-05-02', articles: [], total: 0, notes: [] };
    const { texts, root, draw } = shown(
      makeCalendarPart({ day: nothing, noted: new Map() }),
      at('2020-05-02'),
    );
    const said = () => texts('.hw-calendar-day [role="status"]');
    expect(said()).toEqual(['Nothing read or noted on this day']);
    draw(makeCalendarPart({ day: nothing }), at('2020-05-05'));
    expect(said()).toEqual(['']);
    expect(root.querySelector('.hw-calendar-day')?.ariaBusy).toBe('true');
  });

  it('is brought into view in a narrow window', async () => {
    await page.viewport(360, 500);
    const { draw, root } = shown(chosen());
    scrollTo(0, 0);
    draw(chosen(), at('2020-05-04'));
    const top = () => root.querySelector('.hw-calendar-day')?.getBoundingClientRect().top;
    await expect.poll(top).toBeLessThan(400);
  });

  it('shows hostile words as words', () => {
    const { article } = makeStoryArticle('x', { title: HOSTILE, siteName: HOSTILE });
    const articles = [{ article, notes: 0, readAt: NOW }];
    const { root } = shown(chosen({ articles }), at('2020-05-04'));
    expect(root.querySelector('img')).toBeNull();
    expect(root.textContent).toContain(HOSTILE);
  });
});

const EMPTY = makeCalendarPart({ reach: null, noted: new Map() });

describe('the calendar', () => {
  it('says that nothing was read yet, and that recording is paused', async () => {
    const { texts, actions } = shown(EMPTY, at(null), { recording: false });
    expect(texts('.hw-empty')[0]).toContain('Nothing read yet');
    expect(texts('.hw-banner')[0]).toContain('Recording is paused');
    await userEvent.click(page.getByRole('button', { name: 'Record again' }));
    expect(actions.changeSettings).toHaveBeenLastCalledWith({ recording: true });
  });

  const states: [string, CalendarPart, CalendarRoute][] = [
    ['a month', makeCalendarPart(), at(null)],
    ['a day', makeCalendarPart({ day: makeCalendarDay() }), at('2020-05-04')],
    ['another time', makeCalendarPart(), at(null, '2001-01')],
    ['nothing', EMPTY, at(null)],
  ];
  it.each(
    states.flatMap(([name, part, route]) =>
      (['ar', 'en'] as const).map((lang) => [name, lang, part, route] as const),
    ),
  )(
    '%s (%s) has no violations and fits a narrow window',
    async (_, lang, part, route) => {
      await page.viewport(360, 700);
      const { root } = shown(part, route, { lang });
      expect(await problemsOfAccess(root)).toEqual([]);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    },
  );
});
