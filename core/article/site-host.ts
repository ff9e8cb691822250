/**
 * Hosts as sites: which host names belong to one owner.
 *
 * The whole public suffix list weighs more than the rest of the content
 * script. What it is used for here (may this page name that address its own?)
 * stands a rule of thumb: a two-letter country domain with a short or generic
 * second level is a suffix of two labels.
 */
const SECOND_LEVELS = new Set([
  'ac',
  'co',
  'com',
  'edu',
  'go',
  'gob',
  'gov',
  'gouv',
  'gub',
  'info',
  'mil',
  'ne',
  'net',
  'nom',
  'or',
  'org',
  'press',
  'sch',
  'web',
]);

/** Hosts under which every label is another owner. */
const SHARED_HOSTS = new Set([
  'blogspot.com',
  'wordpress.com',
  'medium.com',
  'substack.com',
  'github.io',
  'tumblr.com',
  'pages.dev',
  'netlify.app',
  'vercel.app',
  'weebly.com',
  'wixsite.com',
]);

/** `www.bbc.co.uk` → `bbc.co.uk`; an address in digits stays whole. */
export function registrableHost(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (/^[\d.]+$/.test(host) || host.includes(':')) return host;
  const labels = host.split('.');
  if (labels.length <= 2) return host;
  const lastTwo = labels.slice(-2).join('.');
  const second = labels[labels.length - 2] ?? '';
  const top = labels[labels.length - 1] ?? '';
  const threeNeeded =
    SHARED_HOSTS.has(lastTwo) || (top.length === 2 && SECOND_LEVELS.has(second));
  return labels.slice(threeNeeded ? -3 : -2).join('.');
}

/** The host without the labels that only say how it is shown: `www.`, `m.`, `amp.` … */
export function plainHost(hostname: string): string {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  const own = registrableHost(host);
  let rest = host;
  for (;;) {
    const shorter = rest.replace(/^(?:www\d?|m|mobile|amp|touch|wap)\./, '');
    if (shorter === rest || shorter.length < own.length) return rest;
    rest = shorter;
  }
}
