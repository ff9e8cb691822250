/** Bodies and places by their type nouns: which noun belongs to the name (conventions 2 and 3 of docs/names.md). */
import type { EntityKind } from '../../model/entity';
import type { TypeNoun } from '../language';
import { wordKey, words } from '../words';

type After = TypeNoun['after'];

function nouns(
  list: string,
  kind: EntityKind,
  inside: boolean,
  after: After,
): [string, TypeNoun][] {
  return [...words(list)].map((noun) => [noun, { kind, inside, after }]);
}

export const typeNouns: ReadonlyMap<string, TypeNoun> = new Map([
  ...nouns('حزب حركة تيار ائتلاف', 'group', true, ['definite']),
  ...nouns('كتائب سرايا فيلق ألوية', 'group', true, ['definite', 'proper']),
  ...nouns('جبهة تحالف جماعة كتيبة لواء عصائب', 'group', true, ['definite']),
  ...nouns('وزارة مجلس محكمة هيئة لجنة', 'organisation', true, ['complement']),
  ...nouns('منظمة مؤسسة اتحاد جمعية', 'organisation', true, ['complement']),
  ...nouns('جامعة', 'organisation', true, ['place']),
  ...nouns('بنك مصرف', 'organisation', true, ['place']),
  ...nouns('تنظيم ميليشيا ميليشيات مليشيا مليشيات قوات مسلحو مسلحي', 'group', false, []),
  ...nouns('كتلة جناح', 'group', false, []),
  ...nouns(
    'شركة مجموعة صحيفة جريدة مجلة وكالة قناة شبكة موقع إذاعة تلفزيون منصة تطبيق فريق نادي نادي',
    'organisation',
    false,
    [],
  ),
  ...nouns('مطار ميناء مرفأ', 'facility', true, ['place']),
  ...nouns('سد ملعب ميدان جسر معبر منفذ قصر مسجد كنيسة', 'facility', true, ['place']),
  ...nouns('قاعدة سجن معسكر', 'facility', true, ['place']),
  ...nouns('مخيم', 'place', true, ['place']),
  ...nouns('جبل وادي مضيق بحر خليج نهر بحيرة جزيرة جزر', 'place', true, ['place']),
  ...nouns('ريف', 'place', true, ['place']),
  ...nouns(
    'مدينة محافظة ولاية إقليم بلدة قرية ضاحية منطقة حي ناحية قضاء مديرية مقاطعة',
    'place',
    false,
    ['proper'],
  ),
]);

function kinds(list: string, kind: EntityKind): [string, EntityKind][] {
  return [...words(list)].map((noun) => [noun, kind]);
}

export const kindNouns: ReadonlyMap<string, EntityKind> = new Map([
  ...kinds(
    `الحزب الحركة الجبهة الجماعة التيار الائتلاف التحالف الكتائب السرايا الفيلق العصائب اللواء الفصائل فصيل فصائل
     ألوية سرية فرقة جند أنصار أحرار حراس مغاوير عصبة طلائع قوات القوات ميليشيا ميليشيات تنظيم`,
    'group',
  ),
  ...kinds(
    `مستشفى مستوصف محطة مصفاة حقل منشأة مفاعل استاد ستاد برج فندق متحف مجمع ساحة دوار مقبرة كاتدرائية دير جامع
     ضريح مرقد قلعة نفق ثكنة مصنع معمل مول مطارات معتقل مدرج صالة مبنى مقر مستودع كنيس معبد الجسر السد`,
    'facility',
  ),
  ...kinds('جمهورية مملكة سلطنة دولة', 'state'),
]);

export const armies = words('جيش');

export const nationalBodies = words(`
  الجيش البرلمان الكونغرس الشرطة الاستخبارات المخابرات الخارجية الداخلية الدفاع الرئاسة الكنيست
  الائتلاف البحرية الحرس الأركان الخزانة البنتاغون الهلال المنتخب
`);

const complement = (list: string) => words(list);

export const complements: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    wordKey('وزارة'),
    complement(`الخارجية الداخلية الدفاع المالية العدل النفط الصحة التربية التعليم الإعلام الثقافة الاقتصاد التجارة
      الصناعة الزراعة النقل الاتصالات العمل الكهرباء الري البيئة السياحة الخزانة الطاقة البترول الأوقاف الهجرة
      التخطيط الإسكان الأمن الاستخبارات الحج الشباب التموين الحرب`),
  ],
  [
    wordKey('مجلس'),
    complement(`النواب الشورى الأمن الوزراء الشيوخ الأمة العموم القضاء الأعيان الدوما اللوردات المستشارين الشعب
      الدولة الرئاسة السيادة الاتحاد الإفتاء`),
  ],
  [wordKey('محكمة'), complement('النقض الاستئناف الجنايات التمييز العدل الجنح')],
  [
    wordKey('هيئة'),
    complement('الأركان تحرير النزاهة الحشد الاستثمار الإذاعة الانتخابات الطيران'),
  ],
  [wordKey('لجنة'), complement('الاستخبارات الإنقاذ الانتخابات الصليب')],
  [
    wordKey('منظمة'),
    complement('الصحة التحرير التعاون الأمم العفو التجارة الدول الأغذية بدر'),
  ],
  [wordKey('مؤسسة'), complement('الشهداء النفط')],
  [wordKey('اتحاد'), complement('الشغل الكتاب الكرة الصحفيين الصحافيين علماء')],
  [wordKey('جمعية'), complement('الهلال الوفاق العلماء')],
]);

export const placeSigns = words(`
  مدينة محافظة ولاية إقليم بلدة قرية ضاحية منطقة حي ناحية قضاء مديرية مقاطعة مدينتي محافظتي مطار ميناء سهل ريف
  العاصمة جنوب جنوبي شمال شمالي شرق شرقي غرب غربي وسط سكان أهالي قرب
`);

export const bodySigns = words(`
  تنظيم حركة حزب جماعة ميليشيا ميليشيات مليشيا قناة صحيفة جريدة مجلة وكالة شركة موقع شبكة تلفزيون فريق نادي
  مسلحو مسلحي مقاتلو مقاتلي عناصر قوات منظمة
`);

/** Adjectives that close a name without being of a country. */
export const closers = words(`
  الدولي الدولية الجوية الجوي العسكرية العسكري النفطي النفطية المركزي المركزية الوطني الوطنية الإسلامي الإسلامية
  الديمقراطي الديمقراطية الشعبي الشعبية الثوري الثورية المسلحة العليا الأعلى القومي القومية الاتحادي الاتحادية
  التأسيسي الانتقالي الشعبية الاشتراكي الاشتراكية الشيوعي الجمهوري المسيحي التقدمي الحر الحرة العالمية العالمي
`);

/** Words that follow a type noun without making a name of it: حركة السير. */
export const commonComplements = words(`
  السير المرور النقل الملاحة الطيران التجارة القتال البناء السفر التنقل المسافرين الشارع السوق البيع الاحتجاج
  الاحتجاجات الناس الأموال السيارات الأسعار الطرق القطارات التاريخ المعارضة الأغلبية الحاكم الأسد
`);

/** Second halves of names in two (العدالة والتنمية). */
export const secondHalves = words(
  'والتنمية والإصلاح والحرية والعدالة والتغيير والمعاصرة والتحديث والبناء والمساواة والديمقراطية والكرامة والعمل والوحدة',
);
