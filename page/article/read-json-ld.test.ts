import { expect, it } from 'vitest';
import { decodeEntities } from './read-json-ld';

it.each([
  ['&laquo;خبر&raquo; &amp; &#8230;', '«خبر» & …'],
  ['&toString; &unknown; &#0;', '&toString; &unknown; &#0;'],
])('decodes what it knows of %s and leaves the rest', (value, plain) => {
  expect(decodeEntities(value)).toBe(plain);
});
