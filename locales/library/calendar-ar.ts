import type { CatalogueLike } from '../catalogue';
import type { calendarWords as en } from './calendar-en';

export const calendarWords = {
  title: 'تقويم القراءة',
  months: 'أشهر سنة {{year}}',
  year: 'اذهب إلى سنة',
  previousYear: 'السنة السابقة',
  nextYear: 'السنة التالية',
  previousMonth: 'الشهر السابق',
  nextMonth: 'الشهر التالي',
  today: 'اليوم',
  nothing: 'لا قراءة ولا ملاحظات',
  nothingInMonth: 'لم تقرأ ولم تدوّن شيئًا في هذا الشهر',
  nothingOnDay: 'لم تقرأ ولم تدوّن شيئًا في هذا اليوم',
  legend: 'المقالات في اليوم',
  withNotes: 'فيه ملاحظات',
  lastOpened: 'يظهر المقال في آخر يوم فتحته فيه.',
  choose: 'اختر يومًا لترى ما قرأته ودوّنته فيه.',
  articles: 'ما قرأته',
  page: 'الملاحظات والأسماء',
  pageOf: 'الملاحظات والأسماء في: {{title}}',
  notes: 'ما دوّنته',
  allNotes: {
    zero: 'انظر قائمة الملاحظات',
    one: 'انظرها في قائمة الملاحظات',
    two: 'انظرهما في قائمة الملاحظات',
    few: 'انظر الملاحظات كلها ({{count}}) في قائمتها',
    many: 'انظر الملاحظات كلها ({{count}}) في قائمتها',
    other: 'انظر الملاحظات كلها ({{count}}) في قائمتها',
  },
  none: 'لم تقرأ شيئًا بعد',
  noneHint: 'تُعلَّم هنا الأيام التي تفتح فيها مقالات أو تدوّن فيها ملاحظات.',
} as const satisfies CatalogueLike<typeof en>;
