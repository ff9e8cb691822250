/**
 * One key for every address of one article: without tracking parameters,
 * fragments, mobile and AMP copies, print views, index pages, and the slash at
 * the end. Where it takes two articles for one their texts tell (`same-article.ts`).
 */
import type { ArticleFacts } from '../model/article';
import { type Address, decodePath, parseAddress } from './address';
import { plainHost, registrableHost } from './site-host';

/** Parameters that say where the reader came from, or how to show the page. */
const IDLE_PARAMETERS =
  /^(?:utm_.*|at_.*|mc_.*|pk_.*|piwik_.*|mtm_.*|hsa_.*|vero_.*|_hs.*|ns_.*|fb_.*|ga_.*|sc_.*|wt_?mc|wt\..*|xtor|fbclid|gclid|gclsrc|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mibextid|wbraid|gbraid|cmpid|campaign|cid|icid|ncid|ocid|ito|s_cid|smid|smtyp|src|source|ref|ref_?src|ref_?url|referrer|rss|feed|from|share|shared|sharetype|spm|traffic_?source|trk|amp|amp_js_v|usqp|outputtype|output|print|printable|mode|theme|via|_ga|_gl|__twitter_impression|__source|cmp|partner|taid|guccounter|guce_.*|reload|nocache|si|feature|sh|in_source|int_source|gad_source|gad_campaignid|srsltid|mkt_tok|_openstat|epik|tblci|dicbo|outbrainclickid|s_kwcid|phpsessid|jsessionid|__s)$/i;

/**
 * These names are idle only with these values: elsewhere they may choose the
 * article. A map, for the names come from addresses: `__proto__` is one.
 */
const IDLE_VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['amp', /^(?:1|true|)$/i],
  ['mode', /^(?:amp|print|mobile|dark|light)$/i],
  ['view', /^(?:amp|print|mobile)$/i],
  ['format', /^(?:amp|print|mobile)$/i],
  ['display', /^(?:amp|print|mobile)$/i],
  ['tmpl', /^component$/i],
  ['output', /^(?:amp|print)$/i],
  ['print', /^(?:1|true|yes|)$/i],
  ['page', /^1$/],
  ['p', /^(?!)/],
]);

/**
 * The key under which an article is found again. Two addresses of one article
 * give one key; addresses that cannot be parsed are their own key.
 */
export function urlKey(facts: Pick<ArticleFacts, 'url' | 'canonicalUrl'>): string {
  const opened = parseAddress(facts.url);
  if (opened === null) return facts.url.trim();
  const page = outOfCache(opened);
  const canonical = facts.canonicalUrl
    ? parseAddress(facts.canonicalUrl, page.href)
    : null;
  return keyOf(canonical !== null && isCredible(canonical, page) ? canonical : page);
}

/**
 * A canonical address is a hint by the page's author, and often wrong: a front
 * page named by every article, another site's, a template never filled in.
 */
function isCredible(canonical: Address, page: Address): boolean {
  if (!/^https?:$/.test(canonical.protocol)) return false;
  if (registrableHost(canonical.hostname) !== registrableHost(page.hostname))
    return false;
  const path = keyPath(canonical);
  if (path === '' && keyQuery(canonical) === '') return false;
  // A section named as canonical of an article in it: the reader would find
  // one article's notes on all of them.
  const pagePath = keyPath(page);
  if (pagePath !== path && pagePath.startsWith(`${path}/`) && !/\d|-.*-/.test(path)) {
    return false;
  }
  // …/app#/story/5 whose canonical forgot the route.
  if (pagePath === path && keyFragment(page) !== keyFragment(canonical)) return false;
  // …/article.php?id=5 whose canonical forgot the id.
  if (
    pagePath === path &&
    keyQuery(canonical) === '' &&
    /(?:^|&)(?:id|article(?:_?id)?|p|storyid|newsid|nid|aid|news|sid)=/i.test(
      keyQuery(page),
    )
  ) {
    return false;
  }
  return true;
}

/** Where copies of AMP pages are kept for everyone: host and path both name the page. */
const AMP_CACHE = '.cdn.ampproject.org';
const CACHED = /^\/(?:[a-z]|wp)\/(s\/)?([^/]+)(\/.*)?$/i;

/**
 * The address of the page that a cache shows. A host that does not name the
 * very site is no cache's: it would speak for another site's articles.
 * https://developers.google.com/amp/cache/overview
 */
function outOfCache(url: Address): Address {
  const cached = url.hostname.endsWith(AMP_CACHE) ? url.pathname.match(CACHED) : null;
  const [, secure, host = '', path = '/'] = cached ?? [];
  const name = host.replaceAll('-', '--').replaceAll('.', '-');
  if (host === '' || `${name}${AMP_CACHE}` !== url.hostname) return url;
  const query = /\?[^#]*/.exec(url.href)?.[0] ?? '';
  return parseAddress(`http${secure ? 's' : ''}://${host}${path}${query}`) ?? url;
}

function keyOf(url: Address): string {
  if (!/^https?:$/.test(url.protocol)) return url.href.replace(/#.*$/s, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  const query = keyQuery(url);
  return `${plainHost(url.hostname)}${port}${keyPath(url)}${query === '' ? '' : `?${query}`}${keyFragment(url)}`;
}

function keyPath(url: Address): string {
  let path = decodePath(url.pathname).replace(/\/{2,}/g, '/');
  path = path
    .replace(/;jsessionid=[^/]*/gi, '')
    .replace(/^\/(?:amp|print)(?=\/.)/i, '')
    .replace(/(?<=.)(?:\/(?:amp|print))+(?:\/|\.html?)?$/i, '')
    .replace(/[.-]amp(?=\.html?$)/i, '')
    .replace(/\.amp$/i, '')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '');
  return path.replace(/\/+$/, '');
}

function keyQuery({ searchParams }: Pick<Address, 'searchParams'>): string {
  const kept = [...searchParams].filter(([name, value]) => {
    const valueRule = IDLE_VALUES.get(name.toLowerCase());
    if (valueRule !== undefined) return !valueRule.test(value);
    return !IDLE_PARAMETERS.test(name);
  });
  kept.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return kept
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .join('&');
}

/** A route kept in the fragment (`#!/story/5`, `#/story/5`, `#!story-5`) is part of the address; any other fragment is not. */
function keyFragment({ hash }: Address): string {
  const route = hash.match(/^#(?:!\/?|\/)(.+)$/s)?.[1];
  // Read as an address of its own: it has tracking parameters, too.
  const address = route === undefined ? null : parseAddress(route, 'http://route/');
  if (address === null || address.hostname !== 'route') return '';
  const [path, query] = [keyPath(address), keyQuery(address)];
  return path + query === '' ? '' : `#${path}${query === '' ? '' : `?${query}`}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
