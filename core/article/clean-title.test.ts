import { expect, it } from 'vitest';
import { cleanTitle } from './clean-title';

it.each([
  [
    'Strike in the harbour | The Paper',
    'The Paper',
    'www.paper.example',
    'Strike in the harbour',
  ],
  [
    'The Paper: Strike in the harbour',
    'The Paper',
    'paper.example',
    'The Paper: Strike in the harbour',
  ],
  [
    'Strike in the harbour - World - The Paper',
    'The Paper',
    'paper.example',
    'Strike in the harbour - World',
  ],
  [
    'Strike in the harbour – paper.example',
    '',
    'www.paper.example',
    'Strike in the harbour',
  ],
  [
    'إضراب في الميناء | صحيفة الأخبار',
    'صحيفة الأخبار',
    'akhbar.example',
    'إضراب في الميناء',
  ],
  ['Day one - a diary', 'The Paper', 'paper.example', 'Day one - a diary'],
  ['The Paper', 'The Paper', 'paper.example', 'The Paper'],
  ['', 'The Paper', 'paper.example', ''],
])('%s', (title, siteName, host, clean) => {
  expect(cleanTitle(title, siteName, host)).toBe(clean);
});
