/** Articles for tests of what was read before: texts that are alike as they are said to be. */
import { urlKey } from '@/core/article/normalise-url';
import type { ArticleFacts } from '@/core/model/article';
import { createFingerprint } from '@/core/similarity/create-fingerprint';
import { openTermFrequencies } from '@/core/similarity/term-frequencies';
import { compareTexts } from '@/core/stories/compare-texts';
import { runToEnd } from '@/core/text/steps';
import type { Meeting, Similarity } from '@/storage/meet-article';
import { makeFacts, THEN } from './make-note';

const frequencies = openTermFrequencies();

/** Rarities by the length of words alone, and no story of our own. */
export function similarityWithoutTable(): Similarity {
  return {
    fingerprintOf: async (article) => runToEnd(createFingerprint(article, frequencies)),
    compareTexts: async (before, after) => runToEnd(compareTexts(before, after)),
    seeds: [],
  };
}

export interface TestArticle {
  /** The address ends in it. */
  slug: string;
  title: string;
  text: string;
}

const paragraph = (...sentences: string[]) => sentences.join(' ');

/** A report in paragraphs. */
export const REPORT: TestArticle = {
  slug: 'harbour',
  title: 'إضراب عمال ميناء البصرة يدخل أسبوعه الثاني',
  text: [
    paragraph(
      'دخل إضراب عمال الأرصفة في ميناء أم قصر أسبوعه الثاني، وبقيت 34 سفينة حاويات راسية قبالة الساحل بانتظار التفريغ.',
      'وقال نقيب العمال كريم السعدون إن الإدارة لم تقدم عرضا مكتوبا حتى مساء أمس.',
    ),
    paragraph(
      'ويطالب المضربون بزيادة الأجور بنسبة 18 في المئة وبتثبيت 1200 عامل يعملون بعقود يومية منذ سنوات.',
      'وردت وزارة النقل بأن ميزانية العام الحالي لا تسمح بأكثر من 6 في المئة.',
    ),
    paragraph(
      'وحذرت غرفة تجارة البصرة من نقص في الأدوية وقطع الغيار إذا استمر توقف الرافعات حتى نهاية الشهر.',
      'وكان الميناء قد شهد إضرابا قصيرا في الربيع انتهى بوساطة المحافظ.',
    ),
  ].join('\n\n'),
};

/** The same text with a word changed here and there, as another paper prints it. */
export const COPY: TestArticle = {
  slug: 'copied-harbour',
  title: 'الإضراب في أم قصر مستمر',
  text: REPORT.text
    .replace('أسبوعه الثاني', 'أسبوعه الثاني على التوالي')
    .replace('مساء أمس', 'مساء الأحد'),
};

/** Other words about the same events. */
export const RETOLD: TestArticle = {
  slug: 'harbour-retold',
  title: 'عمال ميناء أم قصر يواصلون الإضراب والسفن تنتظر',
  text: [
    'واصل عمال الأرصفة في ميناء أم قصر بالبصرة إضرابهم للأسبوع الثاني، فيما تنتظر 34 سفينة حاويات قبالة الساحل دورها في التفريغ.',
    'وأكد نقيب العمال كريم السعدون أن النقابة متمسكة بزيادة الأجور 18 في المئة وتثبيت 1200 عامل بعقود يومية، ورفض عرض وزارة النقل البالغ 6 في المئة.',
    'ورأى تجار في البصرة أن توقف الرافعات سيرفع أسعار الأدوية وقطع الغيار قبل نهاية الشهر.',
  ].join('\n\n'),
};

/** Nothing to do with the others. */
export const FOOTBALL: TestArticle = {
  slug: 'final',
  title: 'هدف متأخر يمنح الصقور كأس الشتاء',
  text: [
    'خطف المهاجم البديل هدف الفوز في الدقيقة الأخيرة من الوقت الإضافي، ليتوج فريق الصقور بكأس الشتاء للمرة الثالثة في تاريخه.',
    'وسيطر الخصم على الكرة طوال الشوط الأول، غير أن الحارس الشاب تصدى لركلة جزاء وأبقى مرماه نظيفا.',
    'ورفع المدرب الجوائز مع لاعبيه أمام مدرجات امتلأت بالأعلام، وقال إن النجم المصاب سيعود في المباراة المقبلة.',
  ].join('\n\n'),
};

export function factsOf({ slug, title }: TestArticle): ArticleFacts {
  return makeFacts({ url: `https://www.example.com/news/${slug}-2020`, title });
}

/** A UUID that tells one number from another. */
export function numberedId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** An article before the reader, recorded unless `changes` say otherwise. */
export function makeMeeting(
  article: TestArticle,
  changes: Partial<Meeting> & { now?: number } = {},
): Meeting {
  const { now = THEN, ...others } = changes;
  const facts = factsOf(article);
  const { title, text } = article;
  return {
    article: { facts, urlKey: urlKey(facts), now },
    visitId: numberedId(1),
    text,
    fingerprint: runToEnd(createFingerprint({ title, text }, frequencies)),
    unrecorded: null,
    ...others,
  };
}
