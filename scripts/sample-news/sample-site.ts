import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServedPage } from '../browsers/serve-hosts';
import { type PageLanguage, renderPage, siteName, type Theme } from './render-page';
import { headOf, paragraphsOf, REPORTS, renderReport } from './reports';
import { renderAbout, renderContact, renderFront, renderIndex } from './side-pages';

/** Addresses of the sample newspaper, on whatever host it is served. */
export const SAMPLE_PATHS = {
  index: '/',
  front: '/front',
  arabic: REPORTS.ar.path,
  english: REPORTS.en.path,
  /** The Arabic report as one element with `<br><br>` between its paragraphs. */
  lineBreaks: '/ar/politics/2020/4/2/baghdad-visit-plain',
  /** A single-page application; its report's text arrives late. */
  application: '/app/',
  applicationReport: `/app${REPORTS.ar.path}`,
  about: '/about',
  contact: '/contact',
} as const;

/**
 * The page at an address of the sample newspaper, whatever the host; null when
 * it has none. `?theme=dark` or `light` fixes the ground of the page.
 */
export function answerSample(url: URL): ServedPage | null {
  const theme = readTheme(url);
  switch (url.pathname) {
    case '/newspaper.css':
      return { body: readAsset('newspaper.css'), type: 'text/css; charset=utf-8' };
    case '/single-page.js':
      return {
        body: readAsset('single-page.js'),
        type: 'text/javascript; charset=utf-8',
      };
    case SAMPLE_PATHS.index:
      return { body: renderIndex(theme) };
    case SAMPLE_PATHS.front:
      return { body: renderFront(theme) };
    case SAMPLE_PATHS.about:
      return { body: renderAbout(theme) };
    case SAMPLE_PATHS.contact:
      return { body: renderContact(theme) };
    case SAMPLE_PATHS.arabic:
      return { body: reportPage('ar', theme) };
    case SAMPLE_PATHS.english:
      return { body: reportPage('en', theme) };
    case SAMPLE_PATHS.lineBreaks:
      return { body: lineBreaksPage(theme) };
    case SAMPLE_PATHS.application:
    case SAMPLE_PATHS.applicationReport:
      return { body: applicationPage(theme) };
    default:
      return null;
  }
}

function reportPage(lang: PageLanguage, theme: Theme): string {
  const report = REPORTS[lang];
  return renderPage({
    lang,
    theme,
    title: `${report.title} | ${siteName(lang)}`,
    head: headOf(report),
    main: renderReport(report),
  });
}

function lineBreaksPage(theme: Theme): string {
  const report = REPORTS.ar;
  return renderPage({
    lang: 'ar',
    theme,
    title: `${report.title} | ${siteName('ar')}`,
    head: headOf(report),
    main: renderReport(report, paragraphsOf(report).join('<br><br>\n')),
  });
}

function applicationPage(theme: Theme): string {
  const report = REPORTS.ar;
  const href = SAMPLE_PATHS.applicationReport;
  const teasers = [report.title, ...report.related].map(
    (title) => `<article><h3><a data-to href="${href}">${title}</a></h3></article>`,
  );
  const story = {
    path: report.path,
    title: `${report.title} | ${siteName('ar')}`,
    siteName: siteName('ar'),
    html: renderReport(report),
    list: `<div class="teasers">${teasers.join('')}</div>`,
  };
  return renderPage({
    lang: 'ar',
    theme,
    title: siteName('ar'),
    main: '<div id="app"></div>',
    foot: `<script type="application/json" id="story">${JSON.stringify(story).replaceAll('<', '\\u003c')}</script>
<script src="/single-page.js"></script>`,
  });
}

function readTheme(url: URL): Theme {
  const theme = url.searchParams.get('theme');
  return theme === 'dark' || theme === 'light' ? theme : null;
}

function readAsset(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}
