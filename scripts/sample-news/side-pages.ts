import { renderPage, siteName, type Theme } from './render-page';
import { REPORTS } from './reports';
import { STORY_REPORTS } from './story-reports';

/** Where `npm start` opens: what there is to try. */
export function renderIndex(theme: Theme): string {
  const entries = [
    [REPORTS.ar.path, 'تقرير بالعربية', 'An Arabic report: its names light up'],
    [REPORTS.en.path, 'تقرير بالإنجليزية', 'The same events in English'],
    [`${REPORTS.ar.path}?theme=dark`, 'التقرير على خلفية داكنة', 'On a dark ground'],
    ['/app/', 'تطبيق من صفحة واحدة', 'A single-page site whose text arrives late'],
    [`${REPORTS.ar.path}-plain`, 'فقرات بفواصل أسطر', 'Paragraphs made of line breaks'],
    [STORY_REPORTS.copy.path, 'التقرير عند غيرنا', 'Republished, with edits'],
    [STORY_REPORTS.sameStory.path, 'القصة نفسها بقلم آخر', 'Another report of the story'],
    [
      STORY_REPORTS.sameStoryEnglish.path,
      'وبالإنجليزية من بغداد',
      'And one in English, of another day',
    ],
    [STORY_REPORTS.related.path, 'بعد شهرين', 'Two months later: only related'],
    [STORY_REPORTS.unrelated.path, 'كرة قدم', 'Football: nothing to do with it'],
    ['/edition/2', 'طبعة ثانية', 'Edits the Arabic report: read it before and after'],
    ['/edition/3', 'للمشتركين', 'Cuts the Arabic report behind a paywall'],
    ['/front', 'صفحة أولى', 'A front page: nothing is painted'],
    ['/contact', 'اتصل بنا', 'A page that is no article: nothing is painted'],
  ];
  const cards = entries.map(
    ([href, arabic, english]) =>
      `<article><h3><a href="${href}">${arabic}</a></h3><p dir="ltr">${english}</p></article>`,
  );
  return renderPage({
    lang: 'ar',
    theme,
    title: siteName('ar'),
    main: `<h1>جرّب «حواشي»</h1>
<p class="standfirst">افتح تقريراً، ومرّ بالمؤشر على اسم، ثم حدّد جملة واكتب عليها حاشية.</p>
<div class="teasers">${cards.join('\n')}</div>`,
  });
}

/** A front page: many teasers, no article. */
export function renderFront(theme: Theme): string {
  const teasers = [
    [
      'أسعار النفط تهبط مع توقف المصانع',
      'المنتجون يجتمعون عن بُعد للاتفاق على خفض الإنتاج.',
    ],
    ['مدارس الموصل تعود إلى الدروس عن بُعد', 'معلمون يبثون دروسهم عبر الإذاعة المحلية.'],
    ['موسم الأمطار ينعش أهوار الجنوب', 'عودة الطيور المهاجرة بعد سنوات من الجفاف.'],
    ['مستشفيات بغداد تستعد للأسوأ', 'أسرّة إضافية وأجهزة تنفس وصلت من الصين.'],
    ['أربيل تفتح الأسواق جزئياً', 'ساعات محددة للتسوق وكمامات إلزامية.'],
    ['الكويت تمدد تعليق الدوام', 'القرار يشمل الوزارات والمدارس حتى إشعار آخر.'],
    ['طهران تخفف القيود على المتاجر', 'عودة متدرجة للأعمال القليلة الخطر.'],
    ['مباريات بلا جمهور', 'أندية أوروبا تبحث استئناف الموسم في الصيف.'],
  ].map(
    ([title, text]) =>
      `<article><h3><a href="/front">${title}</a></h3><p>${text}</p></article>`,
  );
  return renderPage({
    lang: 'ar',
    theme,
    title: `${siteName('ar')} - الصفحة الأولى`,
    head: '<meta property="og:type" content="website">',
    main: `<div class="teasers">
<article class="lead"><h2><a href="${REPORTS.ar.path}">${REPORTS.ar.title}</a></h2><p>${REPORTS.ar.standfirst}</p></article>
${teasers.join('\n')}
</div>`,
  });
}

/** Says that the Arabic report has been edited, or is as it was. */
export function renderEdition(edition: number, theme: Theme): string {
  const others = [1, 2, 3].filter((other) => other !== edition);
  return renderPage({
    lang: 'ar',
    theme,
    title: `الطبعة ${edition} | ${siteName('ar')}`,
    main: `<h1>التقرير الآن في طبعته ${edition}</h1>
<ul><li><a href="${REPORTS.ar.path}">افتح التقرير</a></li>${others.map((other) => `<li><a href="/edition/${other}">إلى الطبعة ${other}</a></li>`).join('')}</ul>`,
  });
}

export function renderAbout(theme: Theme): string {
  return renderPage({
    lang: 'ar',
    theme,
    title: `من نحن | ${siteName('ar')}`,
    main: `<h1>من نحن</h1>
<p>«${siteName('ar')}» صحيفة نموذجية تصدر على جهازك وحده. لها محرران في بغداد وعمّان.</p>
<ul><li>التحرير</li><li>الإعلانات</li><li>الاشتراكات</li></ul>`,
  });
}

export function renderContact(theme: Theme): string {
  return renderPage({
    lang: 'ar',
    theme,
    title: `اتصل بنا | ${siteName('ar')}`,
    main: `<h1>اتصل بنا</h1>
<p>مكتبنا في بغداد، شارع المتنبي. نرد على الرسائل خلال يومين.</p>
<form><label>الاسم<input name="name"></label><label>الرسالة<textarea name="message" rows="6">أكتب إليكم من بغداد</textarea></label><button type="button">إرسال</button></form>`,
  });
}
