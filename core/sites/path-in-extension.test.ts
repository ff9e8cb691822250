import { expect, it } from 'vitest';
import { pathInExtension } from './path-in-extension';

it.each([
  'content-scripts/reader.js',
  '/content-scripts/reader.js',
  'moz-extension://id/content-scripts/reader.js',
])('%s is a path from the root', (file) => {
  expect(pathInExtension(file, 'moz-extension://id/')).toBe('content-scripts/reader.js');
});
