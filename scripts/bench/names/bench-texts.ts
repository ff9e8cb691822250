/** News to measure with, in our own words. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../run-command';
import { paragraphsOf, REPORTS } from '../../sample-news/reports';

const FOLDER = join(ROOT, 'scripts', 'evaluate', 'page-changes', 'texts');

/** An article of so many words, hardly any sentence twice. */
export function articleOf(lang: 'ar' | 'en', words: number): string {
  const report = paragraphsOf(REPORTS[lang]).map((html) => html.replace(/<[^>]*>/g, ''));
  const others = readdirSync(FOLDER)
    .filter((name) => name.startsWith(`${lang}-`))
    .sort()
    .map((name) => readFileSync(join(FOLDER, name), 'utf8'));
  const all = [...report, ...others].join('\n').split(/(?<=\s)/);
  if (all.length < words) throw new Error(`there are ${all.length} words only`);
  return all.slice(0, words).join('');
}

/** An Arabic article again and again, until there are so many UTF-16 units. */
export function longTextOf(units: number): string {
  const article = `${articleOf('ar', 1000)}\n\n`;
  return article.repeat(Math.ceil(units / article.length)).slice(0, units);
}
