import { expect, it } from 'vitest';
import { cleanByline, joinAuthors } from './clean-byline';

it.each([
  ['By Nora Quist', 'Nora Quist'],
  ['Written by: Nora Quist | Updated Jan 3, 2020', 'Nora Quist'],
  ['بقلم: ليلى حداد', 'ليلى حداد'],
  ['كتب - سامر النجار', 'سامر النجار'],
  ['ليلى حداد الأربعاء، ٠٧ أكتوبر ٢٠٢٠', 'ليلى حداد'],
  ['Von Nora Quist', 'Nora Quist'],
  ['Nora Quist ⋅ Review Editor ⋅ Updated November', 'Nora Quist'],
  ['Nora Quist, MD. Reviewed by Ali Haddad', 'Nora Quist, MD'],
  ['Nora Quist, paper.com', 'Nora Quist'],
  ['Nora Quist, Harbour and Shipping Correspondent', 'Nora Quist'],
  ['Byron Walker', 'Byron Walker'],
  ['admin', ''],
  ['https://paper.example/author/nora', ''],
  ['|', ''],
])('%s', (line, names) => {
  expect(cleanByline(line)).toBe(names);
});

it('names each author once', () => {
  expect(joinAuthors(['By Nora Quist', 'Ali Haddad', 'Nora Quist', 'admin'])).toBe(
    'Nora Quist, Ali Haddad',
  );
});
