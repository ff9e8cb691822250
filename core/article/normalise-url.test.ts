import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { urlKey } from './normalise-url';

const KEY = 'paper.example/world/2020/01/03/strike-in-the-harbour';

describe('one key for every address of one article', () => {
  it.each([
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour',
    'http://paper.example/world/2020/01/03/strike-in-the-harbour/',
    'https://m.paper.example/world/2020/01/03/strike-in-the-harbour',
    'https://amp.paper.example/world/2020/01/03/strike-in-the-harbour',
    'https://www.paper.example/amp/world/2020/01/03/strike-in-the-harbour',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour/amp/',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour.amp',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour/index.html',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour?utm_source=x&utm_medium=y&fbclid=z',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour?ref=home#comments',
    'https://www.paper.example//world/2020/01/03/strike-in-the-harbour?amp=1',
    'https://www.paper.example/print/world/2020/01/03/strike-in-the-harbour',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour/print/',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour?view=print&tmpl=component',
    'https://mobile.paper.example/world/2020/01/03/strike-in-the-harbour?outputType=amp',
    'https://www.paper.example/world/2020/01/03/strike-in-the-harbour;jsessionid=0F3A?src=rss',
    'https://www-paper-example.cdn.ampproject.org/c/s/www.paper.example/amp/world/2020/01/03/strike-in-the-harbour?amp=1',
    'https://www-paper-example.cdn.ampproject.org/v/www.paper.example/world/2020/01/03/strike-in-the-harbour?amp_js_v=0.1',
    'https://www.paper.example:443/world/2020/01/03/strike-in-the-harbour',
  ])('%s', (url) => {
    expect(urlKey({ url })).toBe(KEY);
  });

  it('for Arabic paths, escaped or not', () => {
    const path = 'أخبار/محلية';
    expect(
      urlKey({
        url: `https://akhbar.example/${encodeURIComponent('أخبار')}/${encodeURIComponent('محلية')}`,
      }),
    ).toBe(urlKey({ url: `https://akhbar.example/${path}` }));
  });

  it('whatever the order of the parameters', () => {
    expect(urlKey({ url: 'https://a.example/n?id=5&lang=ar' })).toBe(
      urlKey({ url: 'https://a.example/n?lang=ar&id=5' }),
    );
  });
});

describe('different keys for different articles', () => {
  it.each([
    ['https://a.example/news?id=5', 'https://a.example/news?id=6'],
    ['https://a.example/story/1', 'https://a.example/story/2'],
    ['https://a.example/?p=10', 'https://a.example/?p=11'],
    ['https://a.example/#!/story/1', 'https://a.example/#!/story/2'],
    ['https://a.example/#!story-1', 'https://a.example/#!story-2'],
    ['https://a.example/#/read?id=1', 'https://a.example/#/read?id=2'],
    ['https://a.example/print', 'https://a.example/'],
    ['https://a.example/?view=1', 'https://a.example/?view=2'],
    ['https://arabic.a.example/1', 'https://english.a.example/1'],
    ['https://a.example:8080/1', 'https://a.example/1'],
    ['https://a.example/Amp-prices-rise', 'https://a.example/prices-rise'],
  ])('%s and %s', (one, other) => {
    expect(urlKey({ url: one })).not.toBe(urlKey({ url: other }));
  });
});

describe('the canonical address is a hint', () => {
  const url = 'https://m.paper.example/a/55?src=push';

  it.each([
    [
      'the same site',
      'https://www.paper.example/world/strike-of-the-dockers',
      'paper.example/world/strike-of-the-dockers',
    ],
    [
      'relative',
      '/world/strike-of-the-dockers',
      'paper.example/world/strike-of-the-dockers',
    ],
    ['another site', 'https://other.example/world/strike', 'paper.example/a/55'],
    ['the front page', 'https://www.paper.example/', 'paper.example/a/55'],
    ['the section', 'https://www.paper.example/a', 'paper.example/a/55'],
    ['no address', 'javascript:alert(1)', 'paper.example/a/55'],
    ['a template', 'http://', 'paper.example/a/55'],
  ])('%s', (_, canonicalUrl, key) => {
    expect(urlKey({ url, canonicalUrl })).toBe(key);
  });

  it('is not believed when it forgets the article’s number', () => {
    expect(
      urlKey({
        url: 'https://a.example/detail.php?id=7',
        canonicalUrl: 'https://a.example/detail.php',
      }),
    ).toBe('a.example/detail.php?id=7');
  });

  it('is not believed when it forgets the route, and may name a better one', () => {
    const url = 'https://a.example/app#/story/5?utm_source=x';
    expect(urlKey({ url, canonicalUrl: 'https://a.example/app' })).toBe(
      'a.example/app#/story/5',
    );
    expect(urlKey({ url, canonicalUrl: 'https://a.example/story/harbour-5' })).toBe(
      'a.example/story/harbour-5',
    );
  });

  it('of a cache’s page may be its site’s, and a host that is no cache speaks for no site', () => {
    const path = '/c/s/m.paper.example/a/55';
    const canonicalUrl = 'https://paper.example/world/strike-of-the-dockers';
    expect(
      urlKey({ url: `https://m-paper-example.cdn.ampproject.org${path}`, canonicalUrl }),
    ).toBe('paper.example/world/strike-of-the-dockers');
    const false_ = `https://evil-example.cdn.ampproject.org${path}`;
    expect(urlKey({ url: false_, canonicalUrl })).toBe(
      'evil-example.cdn.ampproject.org/c/s/m.paper.example/a/55',
    );
  });

  it('may be another host of a site under a two-part suffix, never a neighbour’s', () => {
    const page = 'https://m.news.co.uk/x-1';
    expect(urlKey({ url: page, canonicalUrl: 'https://www.news.co.uk/x-one' })).toBe(
      'news.co.uk/x-one',
    );
    expect(urlKey({ url: page, canonicalUrl: 'https://www.tabloid.co.uk/x-one' })).toBe(
      'news.co.uk/x-1',
    );
  });
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'keeps a parameter called %s as any other',
  (name) => {
    expect(urlKey({ url: `https://a.example/x-1?${name}=5` })).toBe(
      `a.example/x-1?${name}=5`,
    );
  },
);

/** What the same page may be dressed in. */
const dresses: readonly ((url: string) => string)[] = [
  (url) => url.replace('//', '//m.'),
  (url) => url.replace('//', '//www.'),
  (url) => url.replace('//', '//amp.'),
  (url) => url.replace(/^https/, 'http'),
  (url) => url.replace(/(\?|$)/, '/amp$1'),
  (url) => url.replace(/(\?|$)/, '/print$1'),
  (url) => url.replace(/(\?|$)/, '/$1'),
  (url) => `${url}${url.includes('?') ? '&' : '?'}utm_source=a%20b&outputType=amp`,
  (url) => `${url}${url.includes('?') ? '&' : '?'}fbclid=IwAR0`,
];
const segment = fc.stringMatching(/^[a-z0-9\u0620-\u063a][a-z0-9-]{1,12}$/);
const address = fc
  .record({
    path: fc.array(segment, { minLength: 1, maxLength: 4 }),
    id: fc.option(fc.nat({ max: 9999 })),
  })
  .filter(({ path }) => !path.some((part) => /^(?:amp|print|index|default)$/.test(part)))
  .map(({ path, id }) => ({
    url: `https://paper.example/${path.join('/')}${id === null ? '' : `?id=${id}`}`,
    of: `${path.join('/')} ${id}`,
  }));

it('is one for an article however its address is dressed', () => {
  fc.assert(
    fc.property(
      address,
      fc.shuffledSubarray([...dresses]),
      fc.constantFrom('', '#comments', '#:~:text=x', '#top'),
      ({ url }, worn, fragment) => {
        const dressed = worn.reduce((so, dress) => dress(so), url) + fragment;
        expect(urlKey({ url: dressed })).toBe(urlKey({ url }));
      },
    ),
  );
});

it('is another for another path, number or route', () => {
  fc.assert(
    fc.property(address, address, fc.boolean(), (one, other, isRoute) => {
      const keyOf = ({ url }: { url: string }) =>
        urlKey({ url: isRoute ? url.replace('example/', 'example/app#/') : url });
      expect(keyOf(one) === keyOf(other)).toBe(one.of === other.of);
    }),
  );
});

it('never throws, and a key is stable', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.option(fc.string(), { nil: undefined }),
      (url, canonicalUrl) => {
        const facts = canonicalUrl === undefined ? { url } : { url, canonicalUrl };
        expect(urlKey(facts)).toBe(urlKey(facts));
      },
    ),
  );
  fc.assert(
    fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
      const tracked = new URL(url);
      tracked.searchParams.append('utm_campaign', 'x');
      expect(urlKey({ url: tracked.href })).toBe(urlKey({ url }));
    }),
  );
});
