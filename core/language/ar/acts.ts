/** Verbs and nouns by which a place acts in Arabic: قالت بغداد, طهران تنفي, بين واشنطن وطهران. */
import type { ActRules, VerbForm, VerbObject } from '../acts';
import { wordKey, words } from '../words';

/** Each verb as its past (he) and its present (she): نفى/تنفي. `-` where a form would be another word. */
const VERBS: Readonly<Record<VerbObject, string>> = {
  none: `
    قال/تقول أعلن/تعلن نفى/تنفي أكد/تؤكد اعتبر/تعتبر رفض/ترفض أوضح/توضح أضاف/تضيف ذكر/- أشار/تشير صرح/تصرح شدد/تشدد
    كشف/تكشف رأى/ترى جدد/تجدد قرر/تقرر أقر/تقر وافق/توافق اعترف/تعترف تعهد/تتعهد التزم/تلتزم لوح/تلوح رد/ترد
    رحب/ترحب ندد/تندد استنكر/تستنكر أعرب/تعرب أبدى/تبدي أصر/تصر زعم/تزعم ادعى/تدعي برر/تبرر اشترط/تشترط فرض/تفرض
    شن/تشن أطلق/تطلق أرسل/ترسل حشد/تحشد وقع/توقع انسحب/تنسحب صوت/تصوت علق/- استدعى/تستدعي طرد/تطرد سمح/تسمح
    حظر/تحظر استأنف/تستأنف جمد/تجمد سعى/تسعى أراد/تريد حاول/تحاول عرض/- بحث/تبحث اتفق/تتفق توصل/تتوصل
    تفاوض/تتفاوض أجرى/تجري اقترح/تقترح دافع/تدافع خشي/تخشى اعتقد/تعتقد اعتزم/تعتزم نوى/تنوي واصل/تواصل درس/تدرس
    احتج/تحتج نبه/تنبه لمح/تلمح ألمح/- أبلغ/تبلغ تبادل/تتبادل تمسك/تتمسك تنصل/تتنصل أغلق/تغلق
    عزز/تعزز كثف/تكثف صعد/تصعد استبعد/تستبعد رجح/ترجح خصص/تخصص منح/تمنح أوفد/توفد أقام/- قاطع/- وجه/توجه
    استورد/تستورد استطاع/تستطيع رشح/ترشح انخرط/تنخرط توقع/تتوقع باع/تبيع اشترى/تشتري بدأ/تبدأ أنشأ/تنشئ امتلك/تمتلك
    شارك/تشارك استثمر/تستثمر أنتج/تنتج خاض/تخوض قاد/تقود احتجز/تحتجز اعتقل/تعتقل أعدم/تعدم أفرج/تفرج أرجأ/ترجئ ألغى/تلغي
    أنهى/تنهي وسع/توسع قلص/تقلص خطط/تخطط هدف/تهدف تعامل/تتعامل تدخل/تتدخل أبقى/- حافظ/تحافظ ضمن/تضمن استغل/تستغل
    سيطر/تسيطر احتفظ/تحتفظ اختار/تختار فضل/تفضل تجاهل/تتجاهل تخلى/تتخلى نجح/تنجح فشل/تفشل طور/- بنى/تبني مارس/تمارس
    تحفظ/تتحفظ تريث/- طلب/تطلب انضم/تنضم امتنع/تمتنع نأى/تنأى أبرم/تبرم استخدم/تستخدم اتخذ/تتخذ
    تبنى/تتبنى سحب/تسحب سلم/تسلم تقدم/-
  `,
  addressee: `
    اتهم/تتهم حذر/تحذر هدد/تهدد طالب/تطالب دعا/تدعو توعد/تتوعد ناشد/تناشد أدان/تدين انتقد/تنتقد هنأ/تهنئ شكر/تشكر
    حث/تحث طمأن/تطمئن عاقب/تعاقب حمل/- لام/تلوم
  `,
  target: `
    قصف/تقصف هاجم/تهاجم استهدف/تستهدف ضرب/تضرب احتل/تحتل غزا/تغزو ساعد/تساعد دعم/تدعم أيد/تؤيد عارض/تعارض
    ساند/تساند مول/تمول منع/تمنع نشر/تنشر رفع/ترفع قدم/- نفذ/تنفذ سلح/تسلح
  `,
};

function formsOf(
  past: string,
  present: string,
  object: VerbObject,
): [string, VerbForm][] {
  const herPast = `${past.replace(/[اى]$/u, '')}ت`;
  const forms: [string, VerbForm][] = [
    [past, { object, gender: 'masculine' }],
    [herPast, { object, gender: 'feminine' }],
    [`${herPast}ا`, { object, gender: 'dual' }],
  ];
  // Several may address one: طالبوا الولايات المتحدة.
  if (object === 'addressee') {
    forms.push([`${past.replace(/[اى]$/u, '')}وا`, { object, gender: 'dual' }]);
    if (present !== '-') {
      const their = `ي${present.slice(1).replace(/[وي]$/u, '')}`;
      forms.push([`${their}ون`, { object, gender: 'dual' }]);
    }
  }
  if (present === '-') return forms;
  const his = `ي${present.slice(1)}`;
  const two = `${present.replace(/ى$/u, 'ي')}ان`;
  forms.push(
    [present, { object, gender: 'feminine' }],
    [`س${present}`, { object, gender: 'feminine' }],
    [his, { object, gender: 'masculine' }],
    [`س${his}`, { object, gender: 'masculine' }],
    [two, { object, gender: 'dual' }],
    [`ي${two.slice(1)}`, { object, gender: 'dual' }],
  );
  return forms;
}

function readVerbs(): Map<string, VerbForm> {
  const verbs = new Map<string, VerbForm>();
  for (const [object, list] of Object.entries(VERBS)) {
    for (const pair of list.trim().split(/\s+/u)) {
      const [past = '', present = '-'] = pair.split('/');
      for (const [form, verb] of formsOf(past, present, object as VerbObject))
        verbs.set(wordKey(form), verb);
    }
  }
  // Of two verbs: she signs, he expected.
  verbs.set(wordKey('توقع'), { object: 'none', gender: 'any' });
  // Mostly "is considered": a clause must follow.
  for (const form of words('اعتبر اعتبرت تعتبر يعتبر')) {
    const verb = verbs.get(form);
    if (verb !== undefined) verbs.set(form, { ...verb, needsClause: true });
  }
  // Only these forms: عبر alone is "through", تعبر "she crosses", قبل "before".
  for (const form of words('عبرت قبلت تقبل'))
    verbs.set(form, { object: 'none', gender: 'feminine' });
  // "Her calling on": the participles that follow a verb of saying.
  for (const form of words(`
    متهما متهمة متهمين محذرا محذرة محذرين مهددا مهددة مطالبا مطالبة مطالبين متوعدا متوعدة محملا محملة محملين
    منتقدا منتقدة مناشدا مناشدة
  `))
    verbs.set(form, { object: 'addressee' });
  return verbs;
}

/** نرفض, سنرد: the verbs as "we" say them. */
function readWe(): string[] {
  return Object.values(VERBS).flatMap((list) =>
    list
      .trim()
      .split(/\s+/u)
      .map((pair) => pair.split('/')[1] ?? '-')
      .filter((present) => present !== '-')
      .flatMap((present) =>
        [`ن${present.slice(1)}`, `سن${present.slice(1)}`].map(wordKey),
      ),
  );
}

/** Two words that may stand together, as the text has them. */
function phrases(list: readonly string[]): ReadonlySet<string> {
  return new Set(list.map((phrase) => phrase.split(' ').map(wordKey).join(' ')));
}

export const acts: ActRules = {
  verbs: readVerbs(),
  verbFirst: true,
  masculine: words(`
    العراق لبنان الأردن اليمن السودان المغرب الصومال السنغال البيت الكرملين الفاتيكان الإليزيه قصر جنوب إقليم
  `),
  afterVerb: phrases([
    ...['أيضا', 'كذلك', 'أمس', 'اليوم', 'لاحقا', 'مجددا', 'رسميا', 'بدورها', 'بدوره'],
    ...['دولة', 'مملكة', 'جمهورية', 'سلطنة', 'مرارا', 'سابقا', 'حينها', 'بالفعل'],
    ...['من جانبها', 'من جانبه', 'من جهتها', 'من جهته', 'في المقابل', 'من قبل'],
    ...['كل من', 'كلا من'],
  ]),
  objectSuffixes: ['ها', 'هما', 'هم', 'هن', 'ه'],
  beforeVerb: words('لن لم لا ما قد سوف'),
  adverb: null,
  pastForm: null,
  articles: new Set(),
  openers: words(`
    أن إن بأن لأن كأن لكن بينما فيما حيث إذ بل ثم أو إذا لو أما كما عندما حين بعدما قبلما كان كانت
  `),
  conjunctions: words('و'),
  relations: words(`
    العلاقات علاقات العلاقة علاقة علاقته علاقتها علاقاته علاقاتها التشاور تشاور التوتر توتر التوترات توترات المفاوضات مفاوضات المحادثات محادثات
    المباحثات مباحثات الحوار حوار الخلاف خلاف الخلافات خلافات الأزمة أزمة الصراع صراع النزاع نزاع الحرب حرب
    المواجهة مواجهة المواجهات التصعيد تصعيد التعاون تعاون التنسيق تنسيق التقارب تقارب الوساطة وساطة التفاهم تفاهم
    التفاهمات تفاهمات الاتفاق اتفاق اتفاقا الاتفاقات اتفاقات الاتفاقية اتفاقية المعاهدة معاهدة الصفقة صفقة الشراكة شراكة
    التحالف تحالف المصالحة مصالحة القطيعة قطيعة السجال التجاذب الهدنة هدنة التطبيع تطبيع الاتصالات اتصالات
    التبادل تبادل المشاورات مشاورات التفاوض
  `),
  between: words('بين'),
  together: words('مع'),
  pressures: words(`
    عقوبات العقوبات ضغوط الضغوط ضغوطا ضغطا الضغط اتهامات الاتهامات حصار الحصار تهديدات تحريض
  `),
  against: words('على ضد'),
  obliged: words('أن'),
  deeds: words(`
    موقف مواقف رد ردود قرار سياسة سياسات تصريحات اتهامات نفي رفض تحذير تحذيرات تهديد تهديدات مطالب مطالبة شروط
    حلفاء حليف حليفة خصوم نفوذ مصالح مساعي رغبة نوايا نية التزام التزامات تعهد تعهدات إصرار موافقة اعتراف تدخل
    تدخلات انسحاب مبادرة طموحات أطماع أجندة إدانة ترحيب غضب قلق مخاوف تعنت قيادة تورط
  `),
  deedsFollow: false,
  inNameOf: words('باسم'),
  sent: words(`
    تحذير تحذيرات تهديد تهديدات رسالة رسائل دعوة طلب ضغط ضغوط رد ردا اعتراف موافقة دعم تأييد تعهد تعهدات إدانة مباركة
    بضغط بدعم
  `),
  from: words('من'),
  future: /^(?:س|لن |لم )[تي][\u0621-\u064a]{3,}$/u,
  happenings: words(`
    ستشهد سيشهد ستكون سيكون ستستضيف سيستضيف ستبقى سيبقى ستظل سيظل ستصبح سيصبح ستعود سيعود ستحتفل سيحتفل ستعيش سيعيش
    ستلعب سيلعب ستلتقي سيلتقي ستلاقي سيلاقي ستتأهل سيتأهل ستواجه سيواجه تشهد يشهد تكون يكون تبقى يبقى تعود يعود
    تصبح يصبح تلعب يلعب تكن يكن تعد يعد تتأثر يتأثر تسجل يسجل تفز يفز تتأهل يتأهل
  `),
  quotes: new Set([...words('لا لن لم ليس ليست لسنا نحن يجب سوف قد'), ...readWe()]),
};
