/** What an address says of its page before anyone has read it. */
import { decodePath, parseAddress } from './address';

export interface UrlSigns {
  /** The site's front page, or a language's or edition's. */
  isRoot: boolean;
  /** A tag, category, search, author or archive page, or page 2 of one. */
  isListing: boolean;
  /** One or two short words and no number: a section. */
  isSection: boolean;
  /** ISO date in the path; empty when there is none. */
  date: string;
  /** A slug of four words or more: named for one story. */
  hasSlug: boolean;
  /** In a part of the site that is named for news or posts. */
  saysNews: boolean;
  /** In a part named for documents, wares, questions or services. */
  saysOther: boolean;
}

const NONE: UrlSigns = {
  isRoot: false,
  isListing: false,
  isSection: false,
  date: '',
  hasSlug: false,
  saysNews: false,
  saysOther: false,
};

const LISTING =
  /\/(?:tags?|topics?|categor(?:y|ies|ie|ia)|search|suche|recherche|buscar|authors?|autor(?:es)?|auteurs?|keywords?|rss|feeds?|sitemap|label|hashtag|profile|users?|members?|login|signin|register|cart|checkout|وسم|وسوم|تصنيف|تصنيفات|كاتب|بحث|برچسب)(?:\/[^/]*)?\/?$|\/archives?\/?$|\/cat(?:egory)?[_-][^/_-]*\/?$|\/page\/\d{1,4}\/?$|\/(?:19|20)\d\d(?:\/\d{1,2}){0,2}\/?$/iu;

const NEWS =
  /(?:^|[/.])(?:\w{0,4}news\w*|article|articles|artikel|articulo|articolo|story|stories|blog|blogs|posts?|noticias?|actualites?|nachrichten|politics?|politik|world|sports?|opinion|opinions|economy|business|culture|lifestyle|entertainment|press|archives?|haber|novosti|wiadomosci|kultura|wirtschaft|monde|mundo|internacional|deportes|newdetails|details|content|view|columns?|reviews?|features?|reports?|أخبار|اخبار|مقالات|سياسة|اقتصاد|رياضة)(?:[/.]|$)/iu;

const OTHER =
  /(?:^|[/.])(?:docs?|developers?|documentation|reference|manual|api|guides?|tutorials?|learn|help|support|faqs?|wiki|kb|product|products|produkt|producto|shop|store|item|items|p|dp|cart|forums?|threads?|showthread\.php|viewtopic\.php|community|discussions?|questions?|answers?|qa|jobs?|careers?|services?|solutions?|pricing|plans|about|about-us|contact|contact-us|courses?|programs?|calculators?|tools|app|apps|software|download|downloads|legal|privacy|terms|shows|podcasts?|events?|hotels?|restaurants?|listings?|classifieds?|prices?|costs?|recipes?|glossary|dictionary|directory|collections?|awards|settings|booking)(?:[/.?]|$)/iu;

const SEARCH_PARAMETER = /^(?:q|s|query|search|keywords?|searchword|keyword|k)$/i;

export function readUrl(url: string): UrlSigns {
  const address = parseAddress(url);
  if (address === null) return NONE;
  const path = decodePath(address.pathname);
  const segments = path.split('/').filter((segment) => segment !== '');
  const query = [...address.searchParams];
  const last = segments[segments.length - 1] ?? '';
  const idInQuery = query.some(
    ([name, value]) =>
      /id$|^(?:p|n|a|article|story|news|sid|aid)$/i.test(name) && /^\d+$/.test(value),
  );
  const bare = last.replace(/\.\w{2,5}$/, '');
  const slugWords = Math.max(
    0,
    ...segments.map(
      (one) => one.split(/[-_+ ]+/).filter((word) => /\p{L}{2}/u.test(word)).length,
    ),
  );
  const isIndex = /^(?:index|default|home|main)$/i.test(bare);
  const depth = segments.length - (isIndex ? 1 : 0);
  const isLanguage =
    depth === 1 && /^[a-z]{2}(?:[-_][a-z]{2})?$/i.test(segments[0] ?? '');
  return {
    isRoot: (depth <= 0 || isLanguage) && !idInQuery,
    isListing: LISTING.test(path) || query.some(([name]) => SEARCH_PARAMETER.test(name)),
    isSection:
      depth > 0 && depth <= 3 && slugWords <= 2 && !/\d/.test(path) && !idInQuery,
    date: dateIn(path),
    hasSlug: slugWords >= 4,
    saysNews: NEWS.test(`${address.hostname}${path}`),
    saysOther: OTHER.test(`${address.hostname}${path}`),
  };
}

function dateIn(path: string): string {
  const match =
    /(?<!\d)((?:19|20)\d\d)[/\-_.]?(0?[1-9]|1[0-2])[/\-_.](0?[1-9]|[12]\d|3[01])(?!\d)/.exec(
      path,
    ) ??
    /(?<!\d)(20[0-3]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=\D|\d{3,}|$)/.exec(path);
  if (match === null) return namedDateIn(path);
  const [, year, month, day] = match;
  return `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** `/2023/dec/21/`. */
function namedDateIn(path: string): string {
  const match = /\/(20\d\d)\/(\p{L}{3})\/(0?[1-9]|[12]\d|3[01])\//iu.exec(path);
  const month = MONTHS.indexOf(match?.[2]?.toLowerCase() ?? '') + 1;
  if (match === null || month === 0) return '';
  return `${match[1]}-${String(month).padStart(2, '0')}-${match[3]?.padStart(2, '0')}`;
}
