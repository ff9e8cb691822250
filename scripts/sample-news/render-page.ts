/** The frame of every page of the sample newspaper. */
export type PageLanguage = 'ar' | 'en';
export type Theme = 'light' | 'dark' | null;

export interface Frame {
  lang: PageLanguage;
  theme: Theme;
  title: string;
  /** Another paper than ours. */
  paper?: string | undefined;
  /** Further elements of the head. */
  head?: string;
  main: string;
  /** After the footer, for scripts. */
  foot?: string;
}

const WORDS = {
  ar: {
    site: 'الهامش اليومي',
    motto: 'صحيفة نموذجية لا تصدر إلا على جهازك',
    sections: [
      ['/front', 'الرئيسية'],
      ['/ar/politics/2020/4/2/baghdad-visit', 'سياسة'],
      ['/about', 'من نحن'],
      ['/contact', 'اتصل بنا'],
    ],
    footer: 'صفحات كُتبت لتجربة «حواشي»، وما فيها وقائع معلنة صيغت من جديد.',
  },
  en: {
    site: 'The Daily Margin',
    motto: 'A sample newspaper that appears on your machine only',
    sections: [
      ['/front', 'Front page'],
      ['/en/politics/2020/4/2/baghdad-visit', 'Politics'],
      ['/about', 'About'],
      ['/contact', 'Contact'],
    ],
    footer: 'Pages written to try Hawashi with; they retell events that are public.',
  },
} as const;

export function siteName(lang: PageLanguage): string {
  return WORDS[lang].site;
}

export function renderPage({
  lang,
  theme,
  title,
  paper,
  head,
  main,
  foot,
}: Frame): string {
  const words = WORDS[lang];
  const links = words.sections
    .map(([href, name]) => `<li><a href="${href}">${name}</a></li>`)
    .join('');
  return `<!doctype html>
<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"${theme ? ` data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/newspaper.css">
${head ?? ''}
</head>
<body>
<header class="masthead"><a href="/">${paper ?? words.site}</a><p>${words.motto}</p></header>
<nav class="strip"><ul>${links}</ul></nav>
<main>
${main}
</main>
<footer class="site-footer"><p>${words.footer}</p></footer>
${foot ?? ''}
</body>
</html>
`;
}
