import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { decodeEntities, readJsonLd } from './read-json-ld';

it.each([
  ['&laquo;خبر&raquo; &amp; &#8230;', '«خبر» & …'],
  ['&toString; &unknown; &#0;', '&toString; &unknown; &#0;'],
])('decodes what it knows of %s and leaves the rest', (value, plain) => {
  expect(decodeEntities(value)).toBe(plain);
});

function read(json: string) {
  const script = `<script type="application/ld+json">${json}</script>`;
  return readJsonLd(parseHTML(`<html><head>${script}</head></html>`).document);
}

it('names authors that the graph names elsewhere', () => {
  const { articles } = read(
    '{"@graph":[{"@type":"NewsArticle","headline":"A","author":{"@id":"#nora"}},{"@type":"Person","@id":"#nora","name":"Nora Quist"}]}',
  );
  expect(articles[0]?.authors).toEqual(['Nora Quist']);
});

it.each([
  ['a page', '{"@type":"WebPage","datePublished":"2020-10-07"}'],
  [
    'JSON that breaks off',
    '{"@type":"NewsArticle","datePublished":"2020-10-07","headline":"a "b" c"',
  ],
])('takes the date from %s', (_, json) => {
  expect(read(json).published).toBe('2020-10-07');
});
