import { expect, it } from 'vitest';
import { readUrl } from './read-url';

it.each([
  ['https://a.example/', { isRoot: true, isListing: false }],
  ['https://a.example/ar/', { isRoot: true }],
  ['https://a.example/index.php', { isRoot: true }],
  ['https://a.example/index.php?id=77', { isRoot: false }],
  ['https://a.example/tag/harbour', { isListing: true }],
  ['https://a.example/وسم/الميناء', { isListing: true }],
  ['https://a.example/world/page/3', { isListing: true }],
  ['https://a.example/2020/01/', { isListing: true }],
  ['https://a.example/search?q=harbour', { isListing: true }],
  ['https://a.example/category-sport/', { isListing: true }],
  ['https://a.example/news/Cat-found-after-two-years-77.php', { isListing: false }],
  ['https://a.example/sport', { isSection: true, isListing: false }],
  [
    'https://a.example/archives/2025/12/16/the-lake.html',
    { isListing: false, date: '2025-12-16' },
  ],
  [
    'https://a.example/2020/1/3/the-strike-in-the-harbour',
    { date: '2020-01-03', hasSlug: true },
  ],
  ['https://a.example/story/20200103-strike', { date: '2020-01-03' }],
  ['https://a.example/world/2023/dec/21/the-lake', { date: '2023-12-21' }],
  ['https://a.example/world/2023/abc/21/the-lake', { date: '' }],
  ['https://a.example/docs/start', { saysOther: true }],
  ['https://a.example/news/55123', { saysNews: true }],
  ['no address', { isRoot: false, isListing: false, date: '' }],
])('%s', (url, signs) => {
  expect(readUrl(url)).toMatchObject(signs);
});
