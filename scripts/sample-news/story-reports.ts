/** What other papers wrote of the story of the sample report, and what belongs to none. */
import { REPORTS, type Report, readBody } from './reports';

type Edit = readonly [was: string, is: string];

function edited(text: string, edits: readonly Edit[]): string {
  return edits.reduce((so, [was, is]) => {
    if (!so.includes(was)) throw new Error(`the sample report has no «${was}»`);
    return so.replace(was, is);
  }, text);
}

/** The Arabic report as its paper has it a day later: one paragraph more, one less, two mended. */
export const SECOND_EDITION: Report = {
  ...REPORTS.ar,
  body: edited(withoutParagraph(REPORTS.ar.body, 'وبالفعل سلّم التحالف الدولي'), [
    ['بإصابة أكثر من مئة جندي بارتجاج', 'بإصابة 109 جنود بارتجاج'],
    [
      'فيما بقيت بطاريتان في الكويت بانتظار نقلهما',
      'ثم نُقلت إلى معسكر التاجي واحدة من بطاريتين كانتا في الكويت',
    ],
    [
      '<p>وأعلنت الأمم المتحدة',
      '<p>وبدأ الكاظمي السبت مشاوراته مع الكتل، وأمامه ثلاثون يوماً لعرض حكومته على النواب. وقال مقربون منه إنه يريد وزراء مستقلين للمالية والنفط والداخلية.</p>\n<p>وأعلنت الأمم المتحدة',
    ],
  ]),
};

/** The Arabic report as its paper gives it to those who do not pay: its beginning. */
export const CUT_EDITION: Report = {
  ...REPORTS.ar,
  body: `${REPORTS.ar.body.split('\n').slice(0, 2).join('\n')}
<aside class="offer"><p>لقراءة بقية الخبر اشترك في الصحيفة.</p></aside>`,
};

/** The Arabic report as an agency sold it on: another title and byline, a word here and there, the end cut off. */
const COPY: Report = {
  lang: 'ar',
  paper: 'وكالة الرافد للأنباء',
  path: '/wire/2020/04/11/77120',
  kicker: 'العراق',
  title: 'خليفة سليماني يلتقي قادة بغداد ويبحث عن مرشح واحد لحلفاء طهران',
  standfirst: 'الزيارة المعلنة الأولى لقاآني منذ توليه قيادة فيلق القدس',
  byline: 'بغداد - وكالات',
  published: '2020-04-11T09:10:00+03:00',
  publishedShown: '11 نيسان 2020، 09:10',
  body: edited(
    withoutParagraph(
      withoutParagraph(REPORTS.ar.body, 'وأعلنت الأمم المتحدة'),
      'أفق العاصمة',
    ).replace(/<h2>.*?<\/h2>\n/g, ''),
    [
      ['<p>وصل قائد', '<p>بغداد - الرافد: وصل قائد'],
      ['مساء الاثنين، في', 'في'],
      ['وبحسب مسؤولين عراقيين تحدثوا إلى', 'وقال مسؤولون عراقيون لصحيفة'],
      ['«ثمناً باهظاً»', '«ثمناً غالياً»'],
      ['غير أن وزارة الدفاع الأمريكية أقرّت', 'لكن البنتاغون أقرّ'],
    ],
  ),
  related: ['اتفاق على خفض إنتاج النفط', 'تمديد حظر التجول في بغداد'],
};

const PATRIOTS: Report = {
  lang: 'ar',
  paper: 'صدى الفراتين',
  path: '/sada/2020/4/12/patriot-batteries',
  kicker: 'أمن',
  title: 'مظلة صواريخ أمريكية فوق عين الأسد وأربيل.. وبغداد تقول إنها لم تُستشر',
  standfirst: 'بطارية ثانية تدخل الخدمة بعد تحذير ترامب من «هجوم مباغت»',
  byline: 'مروان الجبوري',
  published: '2020-04-12T13:00:00+03:00',
  publishedShown: 'الأحد 12 نيسان (أبريل) 2020',
  body: readBody('patriots.ar'),
  related: ['الصحة العراقية: أسرّة إضافية في الكرخ', 'البصرة تنتظر رواتب نيسان'],
};

const KADHIMI: Report = {
  lang: 'en',
  paper: 'Two Rivers Herald',
  path: '/herald/2020/04/09/kadhimi-named',
  kicker: 'Iraq',
  title: "Iraq's president turns to his spy chief after third nominee gives up",
  standfirst: 'Shiite blocs close ranks behind Kadhimi, days after an Iranian visitor',
  byline: 'Hannah Ward',
  published: '2020-04-09T21:45:00+03:00',
  publishedShown: '9 April 2020',
  body: readBody('kadhimi.en'),
  related: ['Curfew in Baghdad is extended', 'OPEC and Russia near a cut in output'],
};

const DIALOGUE: Report = {
  lang: 'ar',
  paper: 'صدى الفراتين',
  path: '/sada/2020/6/12/strategic-dialogue',
  kicker: 'سياسة',
  title: 'بغداد وواشنطن: لا قواعد دائمة، وعدد الجنود إلى تناقص',
  standfirst: 'ختام الجولة الأولى من الحوار الاستراتيجي عبر الشاشة',
  byline: 'سهى العبيدي',
  published: '2020-06-12T10:20:00+03:00',
  publishedShown: 'الجمعة 12 حزيران (يونيو) 2020',
  body: readBody('dialogue.ar'),
  related: ['صيف بلا كهرباء في الجنوب', 'مطار بغداد يستعد لاستئناف الرحلات'],
};

const FOOTBALL: Report = {
  lang: 'ar',
  path: '/ar/sport/2020/5/16/ruhr-derby',
  kicker: 'رياضة',
  title: 'رباعية لدورتموند في ديربي بلا جمهور',
  standfirst: 'الدوري الألماني أول العائدين بعد شهرين من التوقف',
  byline: 'كريم النعيمي',
  published: '2020-05-16T20:15:00+03:00',
  publishedShown: 'السبت، 16 مايو 2020 - 20:15',
  body: readBody('football.ar'),
  related: ['الدوري الإيطالي يحدد موعد العودة', 'أولمبياد طوكيو إلى صيف 2021'],
};

/** By what they are to the Arabic report. */
export const STORY_REPORTS = {
  copy: COPY,
  sameStory: PATRIOTS,
  sameStoryEnglish: KADHIMI,
  related: DIALOGUE,
  unrelated: FOOTBALL,
} as const;

function withoutParagraph(body: string, words: string): string {
  const kept = body
    .split(/(?<=<\/(?:p|h2|figure)>)\n/)
    .filter((block) => !block.includes(words));
  return kept.join('\n');
}
