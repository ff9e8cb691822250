/**
 * Match patterns as browsers read them
 * (developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns).
 */
const PATTERN = /^(?<scheme>\*|https?):\/\/(?<host>[^/:]*)(?<path>\/.*)$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** What is wrong with a pattern for one site; null when it is valid. Wider patterns (`*` as host) are wrong here. */
export function faultOfSitePattern(pattern: string): string | null {
  const parts = PATTERN.exec(pattern)?.groups;
  if (parts === undefined) return 'not scheme://host/path, or with a port';
  const host = (parts.host ?? '').replace(/^\*\./, '');
  if (host.includes('*')) return 'a star inside the host';
  if (host.length > 253) return 'a host of more than 253 characters';
  const labels = host.split('.');
  if (labels.length < 2) return 'a host without a dot';
  const wrong = labels.find((label) => !LABEL.test(label));
  if (wrong !== undefined) return `a label that is no host name: "${wrong}"`;
  if (/^\d+$/.test(labels.at(-1) ?? '')) return 'an address in digits';
  return null;
}
