/**
 * What class names, ids and roles say of a part of a page. Sites differ in
 * everything else, yet name these parts alike. Data, not logic: a name that
 * fails on a site is a row to change here.
 */

/**
 * `comments`: readers' words, even where they are most of the page ·
 * `hidden`: not shown, by its own markup · `never`: not the article's text, wherever it stands · `unlikely`: not unless it
 * holds most of the page's text (a theme's wrapper may bear any name) ·
 * `body`: named as the article's text.
 */
export type FurnitureVerdict =
  | 'comments'
  | 'hidden'
  | 'never'
  | 'unlikely'
  | 'body'
  | 'none';

/**
 * Names that say it wherever they begin: «share» is also «share bar».
 * Whole words of a class or id, after splitting `relatedPosts`, `related-posts`, `related_posts`.
 */
const NEVER = tolerant(
  /(?:^| )(?:share|sharing|sharedaddy|addtoany|a2a|addthis|socials?|news letters?|subscribe|subscription (?:box|form|banner|widget|promo|cta)|sign up|bread crumbs?|crumbs|pagination|pager|paging|taboola|outbrain|zergnet|revcontent|mgid|ob widget|related(?: posts)?|relacionad[ao]s?|recirc(?:ulation)?|recommend(?:ed|ations?|s)?|read (?:more|next|also)|also (?:read|like)|more (?:stories|news|on|from|articles|in)|most (?:read|popular|viewed)|popular(?: posts)?|trending|promo(?:tion|s)?|advert(?:isement|ising|s)?|ads?|adsbygoogle|dfp|sponsor(?:ed|s)?|cookies?|consent|gdpr|pop up|light box|tooltip|toast|skip|sr only|screen reader|visually hidden|a11y hidden|element invisible|assistive text|tags? (?:list|links|cloud|container|wrapper|box)|author (?:bio|box|info|card|profiles?|about|description|details?|block|section|image|photo|name|intro|note|area|wrap(?:per)?|container|content)|about (?:the )?author|bio box|captions?|(?:img|image) cptn|line clamp \d|(?:image|img|photo|picture) (?:source|desc(?:ription)?|info|copyright|text|title|author|legend)|fig caption|credits?|by line|date line date|time stamp|publish(?:ed)? (?:date|time|info)|pub date|(?:post|entry|article|story|news) (?:meta|date|info|tags|nav|navigation|author|footer|utility|share|sharing|tools|actions|byline|topics|related|links|bottom|end|foot|after|comments)|(?:after|end of|below) (?:article|content|post|story)|meta data|meta info|table of contents|print only|hidden print|donat(?:e|ion)s?|reg wall|login|video (?:player|container|caption|title|info|js)|jw player|vjs|twitter tweet|instagram media|fb post|poll|quiz|copyright|disclaimers?|correction form|corrections?|error report|report error|tool bar|language switcher|sidebar widget|nav bar|mega menu|top bar|mast head|site (?:header|footer)|colophon|inline (?:newsletter|cta|ads?|promo)|affiliates?|up next|next (?:article|story|post|up)|see (?:also|more)|further reading|dont miss|load more|show more|top stories|latest (?:news|stories|posts|articles)|(?:other|similar) (?:news|stories|articles|posts)|suggest(?:ed|ions?)|key words|hash ?tags?|book marks?|support us|follow (?:us|button|box|bar)|(?:whatsapp|telegram|app|google news) (?:cta|channel|banner|promo|box|button|link|download|follow)|push notifications?|survey|ticker|paywall (?:box|message|banner|prompt|overlay|cta|checkout|description|inner|offer|teaser|form|modal)|blocker|identity screen|bildunterschrift|bildnachweis|bildtext|pie de foto|didascalia|leyenda|legende)(?= |$)/,
);

const COMMENTS =
  /(?:^| )(?:comments? (?:list|area|section|form|thread|container|wrap(?:per)?|body|content|text|box|respond|holder|block|widget|main|item|author|\d+)|commentlist|disqus|fb comments|respond|livefyre|spot ?im|viafoura|coral talk|vuukle|hyvor)(?= |$)|^(?:the )?(?:comments?|replies)$/;

const UNLIKELY =
  /(?:^| )(?:alerts?|toc|comments?|replies|banner|search|overlay|modal|slideshow|carousel|gallery|galleries|player|embed|feedback|ratings?|print|tools|navigation|menus?|sidebar|side bar|side|aside|rail|right rail|footer|header|head|nav|navigation|widget|teasers?|cards?|tiles?|feed|more|tags?|topics|author|authors|bio|forms?|meta|legal|extra|recommended|links?|hidden|hide|invisible|d none|display none|collapse|partner|shop|product|cta|signup|box out|factbox|info ?box|pull ?quote)(?= |$)/;

const BODY =
  /(?:^| )(?:article ?body|article (?:content|text|copy|main)|articletext|story ?body|story (?:content|text|copy)|post ?body|post (?:content|entry|text)|entry (?:content|body|text)|body (?:text|copy|content)|bodytext|news (?:body|text|content)|newstext|content (?:body|text)|article page|rich ?text|single content|td post content|field name body|itemfulltext|detail (?:text|content|body))(?= |$)/;

/** Two words of a name are as often written as one: `author-bio`, `authorbio`. */
function tolerant(names: RegExp): RegExp {
  return new RegExp(names.source.replace(/(?<=\w) (?=\w|\(\?:)/g, ' ?'));
}

const cache = new Map<string, FurnitureVerdict>();
/** Class names repeat; a hostile page can make each one new. */
const CACHE_LIMIT = 5_000;

/** Judges one class or id attribute's value. */
export function judgeName(name: string): FurnitureVerdict {
  if (name === '') return 'none';
  const known = cache.get(name);
  if (known !== undefined) return known;
  const verdict = judge(name.length > 400 ? name.slice(0, 400) : name);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(name, verdict);
  return verdict;
}

function judge(name: string): FurnitureVerdict {
  let verdict: FurnitureVerdict = 'none';
  for (const single of name.split(/\s+/)) {
    const words = wordsOf(single);
    // `has-sidebar`, `no-comments`: says something of a wrapper's content, not what it is.
    if (/^(?:has|with|no|without|is|not) /.test(words)) continue;
    if (BODY.test(words)) return 'body';
    if (COMMENTS.test(words)) return 'comments';
    if (NEVER.test(words)) verdict = 'never';
    else if (verdict === 'none' && UNLIKELY.test(words)) verdict = 'unlikely';
  }
  return verdict;
}

/** `relatedPosts__item` → ` related posts item`. */
function wordsOf(single: string): string {
  return single
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}
