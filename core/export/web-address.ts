import { parseAddress } from '../article/address';

/**
 * The address as every program reads it: Arabic in it percent-encoded, the host
 * in its ASCII form. Null when it is none of the web: what a page gives as its
 * address may be code.
 */
export function encodedAddress(address: string): string | null {
  const parsed = /^\s*https?:\/\/[^/\s]/iu.test(address) ? parseAddress(address) : null;
  if (parsed === null) return null;
  const plain = parsed.hostname.startsWith('[')
    ? parsed.href
    : parsed.href.replace(/[[\]]/gu, encodeURIComponent);
  // The platform leaves these as they are; the grammar of IRIs does not.
  return plain.replace(/["'<>\\^`{|}]|%(?![\da-f]{2})/giu, (char) =>
    char === "'" ? '%27' : encodeURIComponent(char),
  );
}
