/**
 * Names of months in the languages and regions that news is written in. Keys
 * are as {@link foldDateText} leaves them: lower case, no marks, one alef.
 */

type Months = readonly (readonly string[])[];

/** Twelve months divided by commas, the alternatives of each by a bar. */
function months(names: string): Months {
  return names.split(',').map((name) => name.split('|'));
}

/** Written out, for a platform knows one calendar of a language, and papers use several. */
const GREGORIAN: readonly Months[] = [
  // Egypt, Sudan, the Gulf
  months(
    'يناير,فبراير,مارس,ابريل,مايو,يونيو|يونيه,' +
      'يوليو|يوليه,اغسطس,سبتمبر,اكتوبر,نوفمبر,ديسمبر',
  ),
  // Levant and Iraq
  months(
    'كانون الثاني,شباط,اذار,نيسان,ايار,حزيران,' +
      'تموز,اب,ايلول,تشرين الاول,تشرين الثاني,كانون الاول',
  ),
  // Algeria, Tunisia
  months('جانفي,فيفري,مارس,افريل,ماي,جوان,جويليه,اوت,سبتمبر,اكتوبر,نوفمبر,ديسمبر'),
  // Morocco, Mauritania, Libya
  months(
    'يناير|اي النار,فبراير|النوار,مارس|الربيع,ابريل|الطير,ماي|الماء,يونيو|الصيف,' +
      'يوليوز|ناصر,غشت|هانيبال,شتنبر|الفاتح,اكتوبر|التمور,نونبر|الحرث,دجنبر|الكانون',
  ),
  // Persian names of Gregorian months
  months(
    'ژانویه,فوریه,مارس,اوریل,مه,ژوین|ژوین,' +
      'ژوییه|جولای,اوت|اگوست,سپتامبر,اکتبر,نوامبر,دسامبر',
  ),
  // Urdu
  months('جنوری,فروری,مارچ,اپریل,مئی,جون,جولائی,اگست,ستمبر,اکتوبر,نومبر,دسمبر'),
];

/** Languages whose months the platform knows, each as it stands beside a day, long and short. */
const LANGUAGES =
  'en en-GB fr de de-AT es it pt nl pl ru uk tr id hu sv nb da cs ro fi el'.split(' ');

function platformMonths(): Months[] {
  return LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).map((month) => {
      const format = new Intl.DateTimeFormat(language, {
        day: 'numeric',
        month,
        timeZone: 'UTC',
      });
      return Array.from({ length: 12 }, (_, at) => {
        const parts = format.formatToParts(Date.UTC(2021, at, 15));
        const name = parts.find(({ type }) => type === 'month')?.value ?? '';
        return [name.replace(/\./g, '')];
      });
    }),
  );
}

const JALALI: Months = months(
  'فروردین,اردیبهشت,خرداد,تیر,مرداد,شهریور,مهر,ابان,اذر,دی,بهمن,اسفند',
);

export type Calendar = 'gregorian' | 'jalali';

/** One spelling for what writers vary: case, accents, Arabic marks, alefs, digits of all scripts. */
export function foldDateText(text: string): string {
  return (
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(
        /[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g,
        '',
      )
      .replace(/ٱ/g, 'ا')
      .replace(/ة/g, 'ه')
      .replace(/[يى]/g, 'ی')
      .replace(/ك/g, 'ک')
      .replace(/ı/g, 'i')
      .replace(/ß/g, 'ss')
      .replace(/ł/g, 'l')
      // Both rows of digits begin at a code that 16 divides.
      .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
        String(digit.charCodeAt(0) % 16),
      )
      .replace(/\s+/g, ' ')
      // Hangul back from its parts.
      .normalize('NFC')
  );
}

function tableOf(calendars: readonly Months[]): Map<string, number> {
  const table = new Map<string, number>();
  for (const calendar of calendars) {
    calendar.forEach((names, at) => {
      for (const name of names) {
        const key = foldDateText(name);
        // Some write months as numbers, and those say nothing alone.
        if (/^\p{L}[\p{L} ]+$/u.test(key) && !table.has(key)) table.set(key, at + 1);
      }
    });
  }
  return table;
}

const tables = new Map<Calendar, ReadonlyMap<string, number>>();

/** Built at first need: most pages say their date to machines. */
function tableFor(calendar: Calendar): ReadonlyMap<string, number> {
  const known = tables.get(calendar);
  if (known !== undefined) return known;
  const table = tableOf(
    calendar === 'jalali' ? [JALALI] : [...GREGORIAN, ...platformMonths()],
  );
  tables.set(calendar, table);
  return table;
}

/** 1–12, for a name as folded by {@link foldDateText}; 0 when it is none. */
export function monthNumber(name: string, calendar: Calendar): number {
  return tableFor(calendar).get(name) ?? 0;
}

/** All names of a calendar as one alternation, longest first. */
export function monthPattern(calendar: Calendar): string {
  return [...tableFor(calendar).keys()].sort((a, b) => b.length - a.length).join('|');
}
