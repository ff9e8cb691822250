import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeStoryArticle } from '@/test/make-story-article';
import { arrangeTimeline } from './arrange-timeline';

const row = (id: string, published: string | undefined, siteName = 'The Paper') =>
  makeStoryArticle(id, { siteName, ...(published === undefined ? {} : { published }) });

describe('arrangeTimeline', () => {
  it('puts articles of a day into one column, at its place in time', () => {
    const timeline = arrangeTimeline(
      [
        row('c', '2020-04-11'),
        row('a', '2020-04-01'),
        row('b', '2020-04-06', 'Second'),
        row('d', '2020-04-06'),
      ],
      40,
    );
    expect(
      timeline?.columns.map(({ at, articles, sites }) => [
        at,
        articles.map(({ article }) => article.id),
        sites,
      ]),
    ).toEqual([
      [0, ['a'], ['The Paper']],
      [0.5, ['b', 'd'], ['Second', 'The Paper']],
      [1, ['c'], ['The Paper']],
    ]);
    expect([timeline?.from, timeline?.to]).toEqual(['2020-04-01', '2020-04-11']);
  });

  it('takes days together where there is no room for each', () => {
    const timeline = arrangeTimeline(
      [row('a', '2020-01-01'), row('b', '2020-04-09')],
      10,
    );
    expect(timeline?.columns.map(({ from, to }) => [from, to])).toEqual([
      ['2020-01-01', '2020-01-10'],
      ['2020-03-31', '2020-04-09'],
    ]);
  });

  it('places what has no date, or a wrong one, by when it was opened', () => {
    const opened = new Date(2021, 5, 1, 9).getTime();
    for (const published of [undefined, 'yesterday']) {
      const undated = row('a', published);
      undated.article.createdAt = opened;
      expect(arrangeTimeline([undated], 10)?.from).toBe('2021-06-01');
    }
  });

  it('has nothing to show of nothing', () => {
    expect(arrangeTimeline([], 10)).toBeNull();
  });

  it('loses no article, keeps their order and never has more columns than there is room for', () => {
    const day = fc
      .date({
        min: new Date('1990-01-01'),
        max: new Date('2040-01-01'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (days, most) => {
          const rows = days.map((published, at) => row(String(at), published));
          const columns = arrangeTimeline(rows, most)?.columns ?? [];
          const shown = columns.flatMap(({ articles }) => articles);
          expect(new Set(shown)).toEqual(new Set(rows));
          expect(columns.length).toBeLessThanOrEqual(most);
          const places = columns.map(({ at }) => at);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
          expect(places.every((at) => at >= 0 && at <= 1)).toBe(true);
          for (const { from, to, articles } of columns) {
            for (const { article } of articles) {
              expect((article.published ?? '') >= from).toBe(true);
              expect((article.published ?? '') <= to).toBe(true);
            }
          }
        },
      ),
    );
  });
});
