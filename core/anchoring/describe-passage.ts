import type { PassageSelector } from '../model/selector';
import { blockKey } from './block-key';
import { afterCodePoint, beforeCodePoint } from './code-points';

/** Context kept on each side, UTF-16 units. */
export const CONTEXT_LENGTH = 64;

/**
 * What is kept of a passage so that it is found again.
 *
 * @param start UTF-16 offset; outside the text it is drawn to its edge, inside a
 *   surrogate pair before it
 * @param end UTF-16 offset, exclusive; likewise, inside a pair after it
 * @param path the place of its block in the document, from the page
 */
export function describePassage(
  text: string,
  start: number,
  end: number,
  path?: string,
): PassageSelector {
  const clamp = (offset: number) =>
    Math.min(text.length, Math.max(0, Math.trunc(offset) || 0));
  const from = beforeCodePoint(text, clamp(Math.min(start, end)));
  const to = afterCodePoint(text, clamp(Math.max(start, end)));
  return {
    exact: text.slice(from, to),
    prefix: text.slice(afterCodePoint(text, Math.max(0, from - CONTEXT_LENGTH)), from),
    suffix: text.slice(
      to,
      beforeCodePoint(text, Math.min(text.length, to + CONTEXT_LENGTH)),
    ),
    start: from,
    end: to,
    block: blockKey(text, from, to),
    ...(path === undefined ? {} : { path }),
  };
}
