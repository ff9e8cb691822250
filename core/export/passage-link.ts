import type { PassageSelector } from '../model/selector';
import { encodedAddress } from './web-address';

/** A longer passage, or one of several blocks, is named by its first and last words. */
const LONGEST = 120;
const EDGE_WORDS = 5;
const CONTEXT_WORDS = 3;

/**
 * The address of a page at a passage: `…#:~:text=prefix-,start,end,-suffix`
 * (https://wicg.github.io/scroll-to-text-fragment/). Null when the page has no
 * address of the web.
 */
export function passageLink(url: string, selector: PassageSelector): string | null {
  const address = encodedAddress(url);
  if (address === null) return null;
  const text = textDirective(selector);
  if (text === '') return address;
  const [page = '', hash] = address.split('#', 2);
  const place = (hash ?? '').split(':~:')[0];
  return `${page}#${place}:~:text=${text}`;
}

function textDirective({ exact, prefix, suffix }: PassageSelector): string {
  // Browsers look for whole words: what is attached to the passage goes with it.
  const attached = /[\p{L}\p{M}\p{N}]*$/u.exec(prefix)?.[0] ?? '';
  const rest = /^[\p{L}\p{M}\p{N}]*/u.exec(suffix)?.[0] ?? '';
  const startsInWord = /^[\p{L}\p{M}\p{N}]/u.test(exact);
  const endsInWord = /[\p{L}\p{M}\p{N}]$/u.test(exact);
  const whole = `${startsInWord ? attached : ''}${exact}${endsInWord ? rest : ''}`.trim();
  if (whole === '') return '';
  const words = whole.split(/\s+/u);
  const isShort = whole.length <= LONGEST && !/[\n\r]/u.test(whole);
  const text =
    isShort || words.length <= 2 * EDGE_WORDS
      ? isShort || words.length < 2
        ? encode(words)
        : `${encode(words.slice(0, 1))},${encode(words.slice(-1))}`
      : `${encode(words.slice(0, EDGE_WORDS))},${encode(words.slice(-EDGE_WORDS))}`;
  const before = lineEnd(
    startsInWord ? prefix.slice(0, -attached.length || undefined) : prefix,
  );
  const after = lineStart(endsInWord ? suffix.slice(rest.length) : suffix);
  return [
    ...(before === '' ? [] : [`${before}-`]),
    text,
    ...(after === '' ? [] : [`-${after}`]),
  ].join(',');
}

/** The last words before the passage, of its own block; the first of the 64 units may be half a word. */
function lineEnd(prefix: string): string {
  const line = prefix.split(/[\n\r]/u).at(-1) ?? '';
  const words = line.trim().split(/\s+/u).filter(Boolean);
  const isCut = line === prefix && !/^\s/u.test(line);
  return encode((isCut ? words.slice(1) : words).slice(-CONTEXT_WORDS));
}

function lineStart(suffix: string): string {
  const line = suffix.split(/[\n\r]/u)[0] ?? '';
  const words = line.trim().split(/\s+/u).filter(Boolean);
  const isCut = line === suffix && !/\s$/u.test(line);
  return encode((isCut ? words.slice(0, -1) : words).slice(0, CONTEXT_WORDS));
}

/** `-`, `,` and `&` mean something to the directive. */
function encode(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ').replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[-!'()*~_.]/gu,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
