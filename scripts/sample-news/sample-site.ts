import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServedPage } from '../browsers/serve-hosts';
import { renderPage, siteName, type Theme } from './render-page';
import {
  headOf,
  paperOf,
  paragraphsOf,
  REPORTS,
  type Report,
  renderReport,
} from './reports';
import {
  renderAbout,
  renderContact,
  renderEdition,
  renderFront,
  renderIndex,
} from './side-pages';
import { CUT_EDITION, SECOND_EDITION, STORY_REPORTS } from './story-reports';

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
  /** The Arabic report in another paper, with edits. */
  copy: STORY_REPORTS.copy.path,
  sameStory: STORY_REPORTS.sameStory.path,
  sameStoryEnglish: STORY_REPORTS.sameStoryEnglish.path,
  related: STORY_REPORTS.related.path,
  unrelated: STORY_REPORTS.unrelated.path,
  about: '/about',
  contact: '/contact',
} as const;

/** From the visit of one of these on, the Arabic report is in that edition. */
export const EDITION_PATHS = {
  first: '/edition/1',
  second: '/edition/2',
  /** Behind a paywall. */
  cut: '/edition/3',
} as const;

/** In the order of {@link EDITION_PATHS}. */
const EDITIONS = [REPORTS.ar, SECOND_EDITION, CUT_EDITION];

/** The sample newspaper, whose Arabic report can be edited as it is read. */
export function createSampleSite(): (url: URL) => ServedPage | null {
  let arabic = REPORTS.ar;
  return (url) => {
    const paths: string[] = Object.values(EDITION_PATHS);
    const edition = EDITIONS[paths.indexOf(url.pathname)];
    if (!edition) return answerSample(url, arabic);
    arabic = edition;
    return { body: renderEdition(EDITIONS.indexOf(edition) + 1, readTheme(url)) };
  };
}

/**
 * The page at an address of the sample newspaper, whatever the host; null when
 * it has none. `?theme=dark` or `light` fixes the ground of the page.
 */
export function answerSample(url: URL, arabic: Report = REPORTS.ar): ServedPage | null {
  const theme = readTheme(url);
  const report = Object.values(STORY_REPORTS).find(({ path }) => path === url.pathname);
  if (report) return { body: reportPage(report, theme) };
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
      return { body: reportPage(arabic, theme) };
    case SAMPLE_PATHS.english:
      return { body: reportPage(REPORTS.en, theme) };
    case SAMPLE_PATHS.lineBreaks:
      return { body: lineBreaksPage(theme) };
    case SAMPLE_PATHS.application:
    case SAMPLE_PATHS.applicationReport:
      return { body: applicationPage(theme) };
    default:
      return null;
  }
}

function reportPage(report: Report, theme: Theme): string {
  return renderPage({
    lang: report.lang,
    theme,
    title: `${report.title} | ${paperOf(report)}`,
    paper: report.paper,
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
