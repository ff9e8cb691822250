/**
 * Names of months in the languages and regions that news is written in. Keys
 * are as {@link foldDateText} leaves them: lower case, no marks, one alef.
 */

type Months = readonly (readonly string[])[];

/** Twelve months divided by commas, the alternatives of each by a bar. */
function months(names: string): Months {
  return names.split(',').map((name) => name.split('|'));
}

const GREGORIAN: readonly Months[] = [
  // English
  months(
    'january|jan,february|feb,march|mar,april|apr,may,june|jun,' +
      'july|jul,august|aug,september|sept|sep,october|oct,november|nov,december|dec',
  ),
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
  // French, without accents
  months(
    'janvier|janv,fevrier|fevr,mars,avril|avr,mai,juin,' +
      'juillet|juil,aout,septembre,octobre,novembre,decembre',
  ),
  months(
    'januar|janner,februar,marz|maerz,april,mai,juni,' +
      'juli,august,september,oktober|okt,november,dezember|dez',
  ),
  months(
    'enero|ene,febrero,marzo,abril|abr,mayo,junio,' +
      'julio,agosto|ago,septiembre|setiembre,octubre,noviembre,diciembre|dic',
  ),
  months(
    'gennaio|gen,febbraio,marzo,aprile,maggio|mag,giugno|giu,' +
      'luglio|lug,agosto,settembre|set,ottobre|ott,novembre,dicembre',
  ),
  months(
    'janeiro,fevereiro|fev,marco,abril,maio,junho,' +
      'julho,agosto,setembro,outubro|out,novembro,dezembro',
  ),
  months(
    'januari,februari,maart|mrt|mars,april,mei|maj,juni,' +
      'juli,augustus|augusti,september,oktober,november,december',
  ),
  months(
    'stycznia|sty,lutego|lut,marca,kwietnia|kwi,maja,czerwca|cze,' +
      'lipca|lip,sierpnia|sie,wrzesnia|wrz,pazdziernika|paz,listopada|lis,grudnia|gru',
  ),
  months(
    'января|янв,февраля|фев,марта|мар,апреля|апр,мая|май,июня|июн,' +
      'июля|июл,августа|авг,сентября|сен,октября|окт,ноября|ноя,декабря|дек',
  ),
  months('ocak,subat,mart,nisan,mayis,haziran,temmuz,agustos,eylul,ekim,kasim,aralik'),
  months(
    'januari,februari,maret,april,mei,juni,' +
      'juli,agustus,september,oktober,november,desember|des',
  ),
  months(
    'januar,februar,marcius,aprilis,majus,junius,' +
      'julius,augusztus,szeptember,oktober,november,december',
  ),
];

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
        if (!table.has(key)) table.set(key, at + 1);
      }
    });
  }
  return table;
}

const TABLES: Readonly<Record<Calendar, ReadonlyMap<string, number>>> = {
  gregorian: tableOf(GREGORIAN),
  jalali: tableOf([JALALI]),
};

/** 1–12, for a name as folded by {@link foldDateText}; 0 when it is none. */
export function monthNumber(name: string, calendar: Calendar): number {
  return TABLES[calendar].get(name) ?? 0;
}

/** All names of a calendar as one alternation, longest first. */
export function monthPattern(calendar: Calendar): string {
  return [...TABLES[calendar].keys()].sort((a, b) => b.length - a.length).join('|');
}
