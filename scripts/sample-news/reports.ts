import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageLanguage, siteName } from './render-page';

export interface Report {
  lang: PageLanguage;
  /** When it is not in our own: the paper's name. */
  paper?: string;
  path: string;
  kicker: string;
  title: string;
  standfirst: string;
  byline: string;
  /** ISO 8601. */
  published: string;
  publishedShown: string;
  /** HTML of the body: paragraphs, subheadings, a figure. */
  body: string;
  related: readonly string[];
}

export function readBody(name: string): string {
  const file = join(import.meta.dirname, 'content', `${name}.html`);
  return readFileSync(file, 'utf8').trim();
}

export const REPORTS: Record<PageLanguage, Report> = {
  ar: {
    lang: 'ar',
    path: '/ar/politics/2020/4/2/baghdad-visit',
    kicker: 'سياسة',
    title: 'قاآني في بغداد.. أول زيارة معلنة منذ مقتل سليماني',
    standfirst:
      'لقاءات لجمع الحلفاء على رئيس للحكومة، وواشنطن تنصب صواريخ «باتريوت» وتحذّر',
    byline: 'ليلى الراوي',
    published: '2020-04-10T18:30:00+03:00',
    publishedShown: 'الجمعة، 10 أبريل 2020 - 18:30',
    body: readBody('baghdad-visit.ar'),
    related: [
      'أسعار النفط تهبط مع توقف المصانع',
      'مدارس الموصل تعود إلى الدروس عن بُعد',
      'موسم الأمطار ينعش أهوار الجنوب',
    ],
  },
  en: {
    lang: 'en',
    path: '/en/politics/2020/4/2/baghdad-visit',
    kicker: 'Politics',
    title: 'Qaani in Baghdad on first announced visit since Soleimani was killed',
    standfirst:
      'Talks to unite allies behind a prime minister, while Washington sets up Patriots and warns',
    byline: 'Layla al-Rawi',
    published: '2020-04-10T18:30:00+03:00',
    publishedShown: '10 April 2020, 18:30',
    body: readBody('baghdad-visit.en'),
    related: [
      'Oil falls further as factories close',
      'Schools turn to lessons on the radio',
      'Rain brings the southern marshes back to life',
    ],
  },
};

/** The paragraphs of the body, as plain HTML runs without their `<p>`. */
export function paragraphsOf(report: Report): string[] {
  return [...report.body.matchAll(/<p>([\s\S]*?)<\/p>/g)].map((found) => found[1] ?? '');
}

export function paperOf({ paper, lang }: Report): string {
  return paper ?? siteName(lang);
}

/** What a newspaper's head says of a report. */
export function headOf(report: Report): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: report.title,
    datePublished: report.published,
    inLanguage: report.lang,
    author: [{ '@type': 'Person', name: report.byline }],
    publisher: { '@type': 'Organization', name: paperOf(report) },
  };
  return `<meta property="og:type" content="article">
<meta property="og:title" content="${report.title}">
<meta property="og:site_name" content="${paperOf(report)}">
<meta property="article:published_time" content="${report.published}">
<script type="application/ld+json">${JSON.stringify(data)}</script>`;
}

/** The report as an `<article>`, with what newspapers put around and into it. */
export function renderReport(report: Report, body: string = report.body): string {
  const arabic = report.lang === 'ar';
  const related = report.related.map((title) => `<li><a href="/front">${title}</a></li>`);
  const share = arabic
    ? ['مشاركة', 'نسخ الرابط', 'طباعة']
    : ['Share', 'Copy link', 'Print'];
  return `<article class="report">
<p class="kicker">${report.kicker}</p>
<h1>${report.title}</h1>
<p class="standfirst">${report.standfirst}</p>
<div class="byline"><span class="author" rel="author">${report.byline}</span><time datetime="${report.published}">${report.publishedShown}</time></div>
<ul class="share">${share.map((word) => `<li>${word}</li>`).join('')}</ul>
<div class="report-body">
${body}
</div>
<aside class="related"><h2>${arabic ? 'اقرأ أيضاً' : 'Read also'}</h2><ul>${related.join('')}</ul></aside>
</article>`;
}
