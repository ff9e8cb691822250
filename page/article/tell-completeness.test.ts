import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { detectArticle } from './detect-article';

const SENTENCE =
  'The ferry to the northern islands stayed in port for a third day while divers looked at its rudder.';

interface Page {
  body?: string;
  after?: string;
  linked?: object;
  title?: string;
  url?: string;
}

function read({
  body = `<p>${SENTENCE}</p><p>${SENTENCE} Passengers slept in the school.</p>`,
  after = '',
  linked = {},
  title = 'Ferry to the northern islands stays in port',
  url = 'https://paper.example/news/2024/05/06/ferry-stays-in-port-again',
}: Page) {
  const json = JSON.stringify({ '@type': 'NewsArticle', headline: title, ...linked });
  const { document } = parseHTML(
    `<!doctype html><html><head><title>${title}</title><script type="application/ld+json">${json}</script></head>` +
      `<body><article><h1>${title}</h1><div class="article-body">${body}</div>${after}</article></body></html>`,
  );
  return detectArticle(document, url);
}

describe('a text cut short', () => {
  it('is not one that ends by itself', () => {
    expect(read({}).facts.partial).toBeUndefined();
    expect(
      read({ linked: { isAccessibleForFree: false } }).facts.partial,
    ).toBeUndefined();
  });

  it.each([
    ['Subscribe now to continue reading'],
    ['Already a subscriber? Log in'],
    ['هذا المقال للمشتركين فقط'],
    ['Il vous reste 82 % de cet article à lire.'],
    ['Sie sind bereits Abonnent? Dann melden Sie sich an.'],
  ])('says so under the text: %s', (line) => {
    const { facts, blocks } = read({ after: `<div><p>${line}</p></div>` });
    expect(facts.partial).toBe(true);
    expect(blocks.some(({ element }) => element.textContent === line)).toBe(false);
  });

  it('ends in dots where the publisher says that not all is free', () => {
    const body = `<p>${SENTENCE}</p><p>${SENTENCE} And then the harbour master …</p>`;
    expect(read({ body }).facts.partial).toBeUndefined();
    expect(read({ body, linked: { isAccessibleForFree: 'False' } }).facts.partial).toBe(
      true,
    );
  });

  it('is much shorter than the publisher counts, in words', () => {
    expect(read({ linked: { wordCount: 400 } }).facts.partial).toBe(true);
    expect(read({ linked: { wordCount: 50 } }).facts.partial).toBeUndefined();
    expect(
      read({ linked: { articleBody: `${SENTENCE} `.repeat(30) } }).facts.partial,
    ).toBe(true);
    // Letters, called words.
    expect(read({ linked: { wordCount: 230 } }).facts.partial).toBeUndefined();
  });

  it('does not count a long article under which others are for subscribers', () => {
    const body = `<p>${SENTENCE} Passengers slept in the school.</p>`.repeat(30);
    expect(
      read({ body, after: '<p>Subscribe to continue reading</p>' }).facts.partial,
    ).toBeUndefined();
  });
});

describe('a live blog', () => {
  const entries = ['12:40', '12:05', '11:31', '10:58', '10:02', '9:47']
    .map(
      (hour, at) =>
        `<div class="entry"><div class="hour">${hour}</div><p>${at}. ${SENTENCE}</p><p>Its owner said on the quay, in entry ${at}, that a new rudder would come by road.</p></div>`,
    )
    .join('');

  it('is one by name, or by its entries where address or title say so', () => {
    const none = read({ body: entries });
    expect(none.facts.live).toBeUndefined();
    for (const page of [
      { linked: { '@type': 'LiveBlogPosting' } },
      { url: 'https://paper.example/news/live-blog/ferry-stays-in-port-again' },
      { title: 'عبّارة الجزر في الميناء: تغطية مباشرة' },
    ]) {
      expect(read({ body: entries, ...page }).facts).toMatchObject({
        live: true,
        partial: true,
      });
    }
  });

  it('has its entries in order as its body', () => {
    const { blocks, isArticle } = read({
      body: entries,
      linked: { '@type': 'LiveBlogPosting' },
    });
    const texts = blocks
      .filter(({ role }) => role === 'body')
      .map(({ element }) => element.textContent ?? '');
    expect(isArticle).toBe(true);
    const firsts = texts.filter((text) => /^\d\./.test(text));
    expect(firsts.map((text) => text.slice(0, 2))).toEqual([
      '0.',
      '1.',
      '2.',
      '3.',
      '4.',
      '5.',
    ]);
    expect(texts.filter((text) => text.startsWith('Its owner'))).toHaveLength(6);
  });
});
