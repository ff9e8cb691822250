/** Arabic words that are names and words, in sentences of both sorts: what is marked ⟦so⟧ must be painted, and nothing else. */
import { describe, expect, it } from 'vitest';
import {
  markNames,
  recogniserByRules,
  recogniserOfProduct,
  withoutMarks,
} from '@/test/recognisers';

const byRules = recogniserByRules();
const ofProduct = recogniserOfProduct();

function check(expected: string): void {
  const text = withoutMarks(expected);
  for (const recogniser of [byRules, ofProduct]) {
    expect(markNames(text, recogniser.recognise(text).mentions)).toBe(expected);
  }
}

describe('as names', () => {
  it.each([
    'قال الوزير ⟦عصام الكروي⟧ إن اللقاء تأجل، وأضاف ⟦الكروي⟧ أنه سيعود.',
    'وقال ⟦عصام الكروي⟧ للصحفيين إن الملعب جاهز.',
    'وقالت ⟦أمل القبيسي⟧ إن المجلس سيجتمع.',
    'التقى ⟦محمود الحداد⟧ وفدا من العمال.',
    'قتل ⟦سامي الخطيب⟧ في الهجوم.',
    'وصل ⟦أمين الجميل⟧ إلى ⟦بيروت⟧.',
    'قال ⟦علي عبد الله صالح⟧ إن الحرب انتهت.',
    'وصلت التعزيزات إلى مدينة ⟦عدن⟧ جنوبي ⟦اليمن⟧.',
    'استقبل ⟦وليد جنبلاط⟧ السفير.',
    'قرر رئيس الحكومة ⟦نواف سلام⟧ تأجيل الجلسة.',
    'زار ⟦جمال خاشقجي⟧ القنصلية.',
    'زار الوزير محافظة ⟦الخبر⟧ أمس، وقال إن ⟦الخبر⟧ هادئة.',
  ])('%s', check);
});

describe('as words', () => {
  it.each([
    'كان الملعب الكروي ممتلئا بالجماهير.',
    'قال الرئيس ⟦محمد خاتمي⟧ الإصلاحي إن الحوار ضروري.',
    'دعا إلى سلام دائم وشامل في المنطقة.',
    'هناك أمل كبير في تحسن الأوضاع.',
    'فقد الأهالي كل أمل في العثور على ناجين.',
    'رجل كريم الأخلاق معروف في حيه.',
    'عمل صالح للبشرية جمعاء.',
    'وأكد ⟦برهم صالح⟧ أن الحوار مستمر، وقال إن الاتفاق في صالح الجميع.',
    'طالب بتوزيع عادل للثروة.',
    'النظام وليد ظروف تاريخية معقدة.',
    'جمال الطبيعة في الشمال.',
    'سعيد الحظ من نجا من الحادث.',
    'حسن النية شرط للحوار.',
    'حسن الجوار مبدأ ثابت.',
    'نور الشمس يملأ المكان.',
    'إيمان الشعب بقضيته لا يتزعزع.',
    'صباح اليوم غادر الوفد.',
  ])('%s', check);
});
