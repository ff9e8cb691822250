import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ArticleBlock } from './article-block';
import { detectArticle } from './detect-article';
import {
  arabicArticle,
  breakParagraphs,
  endlessPage,
  frontPage,
  hydrationShell,
  linkedDataOnly,
  shopPage,
  tagPage,
} from './fixtures/pages';

function detect(page: { html: string; url: string }) {
  const { document } = parseHTML(page.html);
  return { document, detection: detectArticle(document, page.url) };
}

function textOf(block: ArticleBlock): string {
  const nodes = block.nodes ?? [block.element];
  return nodes
    .map((node) => node.textContent ?? '')
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function bodyOf(blocks: readonly ArticleBlock[]): string[] {
  return blocks.filter(({ role }) => role === 'body').map(textOf);
}

describe('an article in parts that are named as furniture and numbered', () => {
  const parts = arabicArticle.paragraphs.map(
    (text, at) => `<div class="widget widget-${at} id-1b${at}f"><p>${text}</p></div>`,
  );
  const html = `<!doctype html><html><body><h1>${arabicArticle.title}</h1><div>${parts.join('')}</div></body></html>`;

  it('is read whole', () => {
    const { detection } = detect({ html, url: arabicArticle.url });
    expect(bodyOf(detection.blocks)).toEqual(arabicArticle.paragraphs);
  });
});

describe('an Arabic article among furniture', () => {
  const { document, detection } = detect(arabicArticle);

  it('is an article, with its paragraphs and nothing else', () => {
    expect(detection.isArticle).toBe(true);
    expect(bodyOf(detection.blocks)).toEqual(arabicArticle.paragraphs);
  });

  it('gives the headline as a live block before the body', () => {
    const [first] = detection.blocks;
    expect(first?.role).toBe('headline');
    expect(first?.element).toBe(document.querySelector('h1'));
  });

  it('gives its facts, the language from the letters and not from the page', () => {
    expect(detection.facts).toMatchObject({
      url: arabicArticle.url,
      canonicalUrl: 'https://www.akhbar.example/local/2020/10/07/883124',
      title: arabicArticle.title,
      siteName: 'صحيفة الأخبار المحلية',
      byline: 'ليلى حداد',
      published: '2020-10-07',
      lang: 'ar',
    });
    expect(detection.facts.wordCount).toBeGreaterThan(60);
  });

  it('leaves the page as it was', () => {
    const fresh = parseHTML(arabicArticle.html).document;
    const before = fresh.toString();
    detectArticle(fresh, arabicArticle.url);
    expect(fresh.toString()).toBe(before);
  });
});

describe('paragraphs made with <br><br>', () => {
  const { document, detection } = detect(breakParagraphs);

  it('become blocks of their own, as runs of nodes', () => {
    expect(detection.isArticle).toBe(true);
    expect(bodyOf(detection.blocks)).toHaveLength(6);
    const story = document.querySelector('#story');
    const body = detection.blocks.filter(({ role }) => role === 'body');
    expect(
      body.every(({ element, nodes }) => element === story && nodes !== undefined),
    ).toBe(true);
    expect(bodyOf(detection.blocks)[1]).toContain('the new engine had been tested');
  });

  it('does not give one node to two blocks', () => {
    const nodes = detection.blocks.flatMap((block) => block.nodes ?? []);
    expect(new Set(nodes).size).toBe(nodes.length);
  });
});

it('reads facts from JSON-LD with a stray comma, inside a graph', () => {
  const { detection } = detect(linkedDataOnly);
  expect(detection.isArticle).toBe(true);
  expect(detection.facts).toMatchObject({
    title: 'The lake that came back after forty years',
    byline: 'Nora Quist, Ali Haddad',
    published: '2021-05-04T06:00:00+02:00',
    siteName: 'The Paper',
    lang: 'en',
  });
  expect(bodyOf(detection.blocks)).toHaveLength(3);
});

describe('the title', () => {
  const { html, url } = linkedDataOnly;
  const title = 'The lake that came back after forty years';
  const withHeading = (heading: string) =>
    html.replace(`<div class="css-2">${title}</div>`, `<h1>${heading}</h1>`);

  it('goes without the site, in JSON-LD too', () => {
    const page = { url, html: html.replace('years",', 'years | The Paper",') };
    expect(detect(page).detection.facts.title).toBe(title);
  });

  it('goes without the section that stands in the heading', () => {
    const page = { url, html: withHeading(`<span>Nature</span> ${title}`) };
    expect(detect(page).detection.facts.title).toBe(title);
  });

  it.each([
    ['an article', 'The lake that came back', 'lake that came back'],
    [
      'more than the rest',
      'Internationalisation everywhere: the lake is back now',
      'the lake is back now',
    ],
  ])('keeps %s at the heading’s beginning', (_, visible, named) => {
    const page = { url, html: withHeading(visible).replaceAll(title, named) };
    expect(detect(page).detection.facts.title).toBe(visible);
  });
});

it.each([
  ['a front page', frontPage],
  ['a tag page that calls itself an article', tagPage],
  ['a page of a shop', shopPage],
  ['a shell that is not filled yet', hydrationShell],
  [
    'nothing at all',
    { html: '', url: 'https://paper.example/2020/01/02/a-story-of-four-words' },
  ],
  [
    'a frame set',
    { html: '<html><frameset><frame src="a"></frameset></html>', url: 'about:blank' },
  ],
])('does not take %s for an article', (_, page) => {
  expect(detect(page).detection.isArticle).toBe(false);
});

describe('a page with several articles', () => {
  it('keeps to the one that the title names', () => {
    expect(bodyOf(detect(endlessPage).detection.blocks)).toEqual(endlessPage.paragraphs);
  });

  it('follows the title to the next one', () => {
    const html = endlessPage.html
      .replace(
        '<title>Council agrees on the new bridge',
        '<title>Council agrees on the old library',
      )
      .replace(
        'content="Council agrees on the new bridge"',
        'content="Council agrees on the old library"',
      );
    const { detection } = detect({
      html,
      url: 'https://paper.example/2020/01/08/council-agrees-on-the-old-library',
    });
    expect(detection.facts.title).toBe('Council agrees on the old library');
    expect(bodyOf(detection.blocks)[0]).toContain('the old library');
    expect(bodyOf(detection.blocks)).toHaveLength(3);
  });
});

describe('hidden and editable parts', () => {
  const page = (extra: string) => ({
    url: arabicArticle.url,
    html: arabicArticle.html.replace(
      '<div class="ad-container">',
      `${extra}<div class="ad-container">`,
    ),
  });
  const sentence =
    'This sentence must not be read, because the reader does not see it or is writing it.';

  it.each([
    `<p hidden>${sentence}</p>`,
    `<p style="display: none">${sentence}</p>`,
    `<div contenteditable="true"><p>${sentence}</p></div>`,
    `<textarea>${sentence}</textarea>`,
    `<template><p>${sentence}</p></template>`,
    `<iframe srcdoc="x"><p>${sentence}</p></iframe>`,
    `<blockquote class="twitter-tweet"><p>${sentence}</p></blockquote>`,
    `<div class="wp-caption-text">${sentence}</div>`,
  ])('are left out: %s', (extra) => {
    const { detection } = detect(page(extra));
    expect(bodyOf(detection.blocks)).toEqual(arabicArticle.paragraphs);
  });

  it('are islands when they stand inside a paragraph', () => {
    const html = arabicArticle.html.replace(
      'أعلنت بلدية',
      '<span class="sr-only">للقارئ الآلي</span>أعلنت بلدية',
    );
    const { document, detection } = detect({ url: arabicArticle.url, html });
    const [, first] = detection.blocks;
    expect(first && [...first.skip]).toEqual([document.querySelector('.sr-only')]);
  });
});

describe('pages made to hurt', () => {
  it('reads 200,000 nodes to a limit', () => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    for (let at = 0; at < 100_000; at++) {
      const div = document.createElement('div');
      div.append(document.createTextNode('x'));
      document.body.append(div);
    }
    const detection = detectArticle(document, 'https://bomb.example/a');
    expect(detection.isArticle).toBe(false);
    expect(detection.blocks).toEqual([]);
    // Building the page is what takes long here.
  }, 60_000);

  it('survives nesting that would end a recursion', () => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    let inner = document.createElement('span');
    inner.append(document.createTextNode('deep'));
    for (let at = 0; at < 20_000; at++) {
      const outer = document.createElement(at % 2 === 0 ? 'div' : 'span');
      outer.append(inner);
      inner = outer;
    }
    document.body.append(inner);
    expect(detectArticle(document, 'https://bomb.example/b').isArticle).toBe(false);
  });

  it.each([
    'null',
    '[[[[]]]]',
    '{"@graph":{"@graph":7}}',
    '{"@type":"NewsArticle","headline":{"a":1},"author":[[null]]}',
    '{',
  ])('bears JSON-LD %s', (json) => {
    const html = arabicArticle.html.replace(
      '</head>',
      `<script type="application/ld+json">${json}</script></head>`,
    );
    expect(detect({ html, url: arabicArticle.url }).detection.facts.title).toBe(
      arabicArticle.title,
    );
  });
});
