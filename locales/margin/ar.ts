import type { CatalogueLike } from '../catalogue';
import type { en } from './en';

/** The words of the interface on the page: the card, the bar, the editor: six forms wherever something is counted. */
export const ar = {
  kind: {
    person: 'شخص',
    organisation: 'منظمة',
    group: 'جماعة مسلحة أو سياسية',
    power: 'فاعل',
    state: 'دولة',
    place: 'مكان',
    facility: 'منشأة',
  },
  colour: { yellow: 'الأصفر', green: 'الأخضر', blue: 'الأزرق', pink: 'الوردي' },
  count: {
    mentions: {
      zero: 'لا ذِكر له',
      one: 'ذُكر مرة واحدة',
      two: 'ذُكر مرتين',
      few: 'ذُكر {{count}} مرات',
      many: 'ذُكر {{count}} مرة',
      other: 'ذُكر {{count}} مرة',
    },
  },
  card: {
    position: 'الموضع {{index}} من {{total}}',
    previous: 'الموضع السابق',
    next: 'الموضع التالي',
    firstMeeting: 'أول مقال يمرّ بك فيه هذا الاسم',
    metIn: {
      zero: 'لم يمرّ بك هذا الاسم من قبل',
      one: 'مرّ بك هذا الاسم في مقال واحد',
      two: 'مرّ بك هذا الاسم في مقالين',
      few: 'مرّ بك هذا الاسم في {{count}} مقالات',
      many: 'مرّ بك هذا الاسم في {{count}} مقالًا',
      other: 'مرّ بك هذا الاسم في {{count}} مقال',
    },
    since: 'منذ {{date}}',
    fromText: 'معروف من هذا النص وحده',
    pin: 'أبقِها مفتوحة',
    close: 'إغلاق',
  },
  selection: {
    label: 'النص المحدد',
    highlight: 'تظليل باللون {{colour}}',
    note: 'ملاحظة',
    copy: 'نسخ الاقتباس',
  },
  editor: {
    label: 'ملاحظة على «{{quote}}»',
    heading: 'ملاحظة',
    words: 'ملاحظتك',
    placeholder: 'اكتب ملاحظتك…',
    colours: 'اللون',
    addTag: 'أضف وسمًا',
    removeTag: 'إزالة الوسم {{tag}}',
    delete: 'حذف الملاحظة',
    close: 'إغلاق الملاحظة',
    saving: 'جارٍ الحفظ…',
    saved: 'محفوظ',
    notSaved: 'لم يُحفظ',
  },
  anchor: {
    anchored: 'في موضعها',
    probable: 'الأرجح أنها هنا: تغيّر ما حول هذه الكلمات',
    changed: 'عُدّلت الكلمات في هذا الموضع بعد كتابة الملاحظة',
    orphan:
      'لم يعد المقطع في هذه الصفحة: حُذف أو أُعيدت صياغته. ملاحظتك واقتباسها محفوظان.',
    article: 'على المقال كله',
  },
  failure: {
    'bad-message':
      'لم تفهم «حواشي» طلبًا من طلباتها. ما حُفظ آمن. أعد تحميل الصفحة ثم حاول مجددًا.',
    'storage-full':
      'القرص أو مساحة التخزين في المتصفح ممتلئة، فلم يُحفظ هذا. كل ما حُفظ قبله آمن. أفرغ بعض المساحة ثم حاول مجددًا.',
    'storage-unavailable':
      'يتعذّر الوصول إلى الملاحظات الآن. ما حُفظ آمن. حاول مجددًا، فإن استمر الأمر فأعد تشغيل المتصفح.',
    'storage-newer':
      'كُتبت الملاحظات بإصدار أحدث من «حواشي»، وهي آمنة. حدّث الإضافة لتقرأها.',
    'not-found': 'لم يعد هذا موجودًا، ولعله حُذف من مكان آخر. لم يتغيّر شيء سواه.',
    unreachable:
      'حُدّثت «حواشي» أو أنها لا تعمل في هذه الصفحة. ملاحظاتك المحفوظة آمنة. أعد تحميل الصفحة للمتابعة.',
    unexpected: 'وقع خطأ لم نتوقعه. ما حُفظ آمن. حاول مجددًا أو أعد تحميل الصفحة.',
  },
  notice: {
    'note-deleted': 'حُذفت الملاحظة',
    'note-restored': 'استُعيدت الملاحظة',
    'highlight-saved': 'ظُلّل النص',
    'quote-copied': 'نُسخ الاقتباس',
    'copy-failed': 'لم يسمح المتصفح بالنسخ. استخدم Ctrl+C.',
    'save-failed': 'لم تُحفظ بعد. كلماتك باقية هنا حتى تُحفظ.',
    'article-unkept':
      'الأسماء معروضة، لكن لا يمكن حفظ هذا المقال ولا الملاحظات الجديدة الآن. وما حُفظ من قبل آمن.',
    'extension-updated':
      'حُدّثت «حواشي». أعد تحميل الصفحة ليستمر الحفظ، وكلماتك باقية هنا حتى ذلك الحين.',
  },
  action: {
    undo: 'تراجع',
    retry: 'حاول مجددًا',
    reload: 'إعادة التحميل',
    copy: 'انسخ كلماتي',
    dismiss: 'إخفاء',
  },
} as const satisfies CatalogueLike<typeof en>;
