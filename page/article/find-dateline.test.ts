import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { detectArticle } from './detect-article';
import { arabicArticle } from './fixtures/pages';

const INFO = /<div class="post-info">.*<\/div>/;

function factsWith(info: string, head = '', madeAt?: string) {
  const html = arabicArticle.html
    .replace(INFO, info)
    .replace('</head>', `${head}</head>`);
  const { document } = parseHTML(html);
  if (madeAt !== undefined) Object.assign(document, { lastModified: madeAt });
  return detectArticle(document, 'https://www.akhbar.example/local/the-old-market-again')
    .facts;
}

describe('the author', () => {
  it.each([
    ['by a link to her page', '<p><a href="/authors/leila-haddad">ليلى حداد</a></p>'],
    ['by a link that says so', '<p><a rel="author" href="/x">ليلى حداد</a></p>'],
    ['by a name for tests', '<p data-testid="AuthorName">ليلى حداد</p>'],
    [
      'at the end of the line with the date',
      '<p>نشر في 7 أكتوبر 2020 بقلم ليلى حداد</p>',
    ],
  ])('is found %s', (_, info) => {
    expect(factsWith(info).byline).toBe('ليلى حداد');
  });

  it('is found in a card\u2019s label', () => {
    const head =
      '<meta name="twitter:label1" content="كتب بواسطة"><meta name="twitter:data1" content="ليلى حداد">';
    expect(factsWith('', head).byline).toBe('ليلى حداد');
  });

  it('is no longer link, such as a teaser of an author\u2019s page', () => {
    const info =
      '<p><a href="/authors/all">كل ما كتبه محررونا عن السوق القديم هذا العام</a></p>';
    expect(factsWith(info).byline).toBeUndefined();
  });
});

describe('a date that is told from now', () => {
  it('counts from when the page was made', () => {
    const facts = factsWith('<p>قبل 3 ساعات</p>', '', '10/07/2020 12:00:00');
    expect(facts.published).toBe('2020-10-07');
  });

  it('is none where that is not known', () => {
    expect(factsWith('<p>قبل 3 ساعات</p>').published).toBeUndefined();
  });
});
