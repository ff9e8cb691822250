import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { detectArticle } from '@/page/article/detect-article';
import { paragraphsOf, REPORTS } from './reports';
import {
  answerSample,
  createSampleSite,
  EDITION_PATHS,
  SAMPLE_PATHS,
} from './sample-site';
import { STORY_REPORTS } from './story-reports';

const ORIGIN = 'http://localhost:8080';

function isArticle(path: string): boolean {
  const url = ORIGIN + path;
  const page = createSampleSite()(new URL(url));
  const { document } = parseHTML(String(page?.body));
  return detectArticle(document as unknown as Document, url).isArticle;
}

describe('the sample newspaper', () => {
  it.each(Object.entries(SAMPLE_PATHS))('has a page %s', (_name, path) => {
    expect(String(answerSample(new URL(path, ORIGIN))?.body)).toContain('</html>');
  });

  it('has nothing else', () => {
    expect(answerSample(new URL('/nothing', ORIGIN))).toBeNull();
  });

  it.each(['ar', 'en'] as const)('has a whole report in %s', (lang) => {
    const words = paragraphsOf(REPORTS[lang])
      .join(' ')
      .replace(/<[^>]*>/g, '')
      .split(/\s+/);
    expect(words.length).toBeGreaterThan(400);
  });

  const reports = Object.keys(STORY_REPORTS) as (keyof typeof STORY_REPORTS)[];
  it.each(['arabic', 'english', 'lineBreaks', ...reports] as const)(
    '%s is an article',
    (name) => {
      expect(isArticle(SAMPLE_PATHS[name])).toBe(true);
    },
  );

  it.each(['index', 'front', 'about', 'contact'] as const)('%s is none', (name) => {
    expect(isArticle(SAMPLE_PATHS[name])).toBe(false);
  });

  it.each(Object.values(EDITION_PATHS))('%s is none either', (path) => {
    expect(isArticle(path)).toBe(false);
  });

  it('edits its Arabic report when told to, at the same address, and takes that back', () => {
    const answer = createSampleSite();
    const at = (path: string) => String(answer(new URL(path, ORIGIN))?.body);
    const first = at(SAMPLE_PATHS.arabic);
    at(EDITION_PATHS.second);
    const second = at(SAMPLE_PATHS.arabic);
    expect(first).toContain('أكثر من مئة جندي');
    expect(second).not.toContain('أكثر من مئة جندي');
    expect(second).toContain('109 جنود');
    at(EDITION_PATHS.first);
    expect(at(SAMPLE_PATHS.arabic)).toBe(first);
  });

  it('shows a theme that is asked for, and no other', () => {
    const body = (query: string) =>
      String(answerSample(new URL(SAMPLE_PATHS.arabic + query, ORIGIN))?.body);
    expect(body('?theme=dark')).toContain('data-theme="dark"');
    expect(body('?theme="><script>')).not.toContain('data-theme');
  });
});
