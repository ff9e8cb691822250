/** Author lines without the words around the names. */
import { collapseSpace } from './collapse-space';

const LEAD =
  /^(?:(?:written |posted |published |reported |story |words |report |article |text |photographs? )?by|author(?:s|\(s\))?|from|reporter|editor|posted by|بقلم|كتب(?:ت)?|كتبه|تحرير|إعداد|اعداد|المصدر|الكاتب|محرر|نویسنده|von|par|por|di|door|av|af|przez|autor(?:in|es|a)?|автор|texte?|text)\s*(?:[:：\-–—|/]\s*|\s+)/iu;

const TAIL =
  /\s*(?:[|•·⋅∙,–—]|\s-\s)\s*(?:\d{1,2}[:./].*|(?:staff|senior|special|chief|contributing|associate|managing|national|political|sports?|business|associated press|ap |reuters|cnn|correspondent|reporter|editor|writer|columnist|producer|host|analyst|journalist|expert|(?:\p{L}+ ){1,4}(?:reporter|editor|writer|columnist|correspondent|producer|journalist|expert)\b|\S+\.(?:com|org|net|co)\b|medically|reviewed|updated|published|posted|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\.? \d).*)$/iu;

/** A weekday or a number ends the names: no divider may stand between. */
const DATE_TAIL =
  /\s+(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:الأحد|الاحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الاربعاء|الخميس|الجمعة|السبت)(?!\p{L})|\d).*$/iu;

/** «… Reviewed by …»: another's part in it. */
const OTHERS_PART =
  /[\s.,;|–—-]+(?:medically |fact[- ]?)?(?:reviewed|edited|checked|photographs?|photos|illustrations?|updated) by\b.*$/iu;

const NOT_A_NAME =
  /^(?:by|von|par|por|admin|administrator|editor|staff|root|user|guest|webmaster|unknown|null|undefined|none|n\/a|author|https?:.*|www\..*|.*@.*\..*|\S+\.(?:com|org|net|co\.uk)|المحرر|أدمن|مدير|الإدارة)$/iu;

/** The names in an author line, joined by commas; empty when there are none. */
export function cleanByline(line: string): string {
  let text = collapseSpace(line);
  for (let round = 0; round < 3; round++) {
    const shorter = text
      .replace(LEAD, '')
      .replace(OTHERS_PART, '')
      .replace(TAIL, '')
      .replace(DATE_TAIL, '')
      .trim();
    if (shorter === text) break;
    text = shorter;
  }
  text = text
    .replace(/^By(?=\p{Lu}\p{Ll})/u, '')
    .replace(/\s*\((?:image|photo|foto|getty|ap)\b[^)]*\)?/giu, '');
  text = text.replace(/^[\s:,;|•·⋅∙–—-]+|[\s:,;|•·⋅∙–—-]+$/gu, '');
  if (text.length > 160 || !/\p{L}{2}/u.test(text) || NOT_A_NAME.test(text)) return '';
  return text;
}

/** Several authors as one line, each once. */
export function joinAuthors(names: readonly string[]): string {
  const cleaned = names.map(cleanByline).filter((name) => name !== '');
  return [...new Set(cleaned)].join(', ');
}
