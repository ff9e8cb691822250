/**
 * Lines that change by themselves: «آخر تحديث: قبل 5 دقائق», "Updated 3 minutes
 * ago", "1,204 views". They hold nothing but what clocks and counters say.
 */
import { foldDateText, monthPattern } from '../article/month-names';

/** UTF-16 units; longer lines are prose. */
const LONGEST = 120;

/** As `foldDateText` leaves them: one alef, Persian yeh and kaf, no marks. */
const WORDS = [
  // English
  'last|first|latest|originally|updated?|published|modified|posted|edited|revised|added|on|at|of|to|ago|just|now|since|from|the|date|time|local|live|edition',
  'a|an|one|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|h|m|s|today|yesterday|am|pm',
  'gmt|utc|bst|est|edt|cst|cdt|pst|pdt|cet|cest|eet|ist|et|pt|trt',
  'mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  'views?|reads?|read|reading|shares?|shared|comments?|likes?|k',
  // Arabic
  'اخر|تم|تحدیث|التحدیث|حدث|حدثت|نشر|النشر|نشرت|تاریخ|التاریخ|اضیف|اضیفت|فی|من|علی|الساعه|التوقیت|المحلی|بتوقیت|توقیت|غرینتش|غرینیتش|جرینتش|جرینیتش|مکه|المکرمه|السعودیه|القدس|بغداد|القاهره|بیروت|دمشق|ابوظبی|الامارات',
  'قبل|منذ|نحو|حوالی|ثانیه|ثوان|ثوانی|دقیقه|دقیقتین|دقیقتان|دقایق|ساعه|ساعتین|ساعتان|ساعات|یوم|یومین|یومان|ایام|اسبوع|اسبوعین|اسابیع|شهر|شهرین|اشهر|سنه|سنتین|سنوات|عام|لحظات|الیوم|امس|الان|واحده|صباحا|مساء|ظهرا|ص|م|ه|هـ|میلادی|هجری|ال?موافق',
  '(?:ال)?(?:سبت|احد|اثنین|ثلاثاء|اربعاء|خمیس|جمعه)',
  'عدد|مشاهده|مشاهدات|المشاهدات|قراءه|قراءات|القراءات|القراءه|مده|وقت|زمن|زیاره|زیارات|تعلیق|تعلیقات|التعلیقات|مشارکه|مشارکات|اعجاب|الف',
  // Persian, French, Spanish, Turkish, German
  'انتشار|بروزرسانی|روزرسانی|به|روز|ساعت|پیش|دقیقه|بازدید|نظر|دیدگاه',
  'mis|mise|jour|publie|le|a|il|y|modifie|vues?|heures?|jours?|hace|minutos?|horas?|dias?|actualizado|publicado|el|las|visitas|guncelleme|son|yayinlanma|tarihi|dakika|saat|once|gun|aktualisiert|am|um|uhr|vor|minuten|stunden|tagen|veroffentlicht',
].join('|');

let vocabulary: RegExp | null = null;

/** Built at first need: the names of the months take a few milliseconds. */
function words(): RegExp {
  vocabulary ??= new RegExp(
    `(?<![\\p{L}\\p{M}])(?:${WORDS}|${monthPattern('gregorian')}|${monthPattern('jalali')})(?![\\p{L}\\p{M}])`,
    'gu',
  );
  return vocabulary;
}

/** A date, a time, "just now": something that goes on by itself. */
const CLOCK = /\d|(?<!\p{L})(?:ago|just now|قبل|منذ|الان|لحظات)(?!\p{L})/u;

export function isTicking(paragraph: string): boolean {
  if (paragraph.length > LONGEST) return false;
  const folded = foldDateText(paragraph);
  if (!CLOCK.test(folded)) return false;
  // 10h30, 5k: what is written onto digits is a unit as well.
  const rest = folded.replace(/\d+/g, ' ').replace(words(), '');
  return !/\p{L}/u.test(rest);
}
