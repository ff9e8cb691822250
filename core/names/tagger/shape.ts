/** What a token looks like, apart from its letters. */
import type { Token } from '../../text/tokens';

export const SHAPES = 24;

const MARKS = new Map<string, number>([
  ['.', 1],
  ['،', 2],
  [',', 2],
  ['"', 3],
  ['“', 3],
  ['”', 3],
  ['«', 3],
  ['»', 3],
  ["'", 4],
  ['(', 5],
  [')', 6],
  ['[', 5],
  [']', 6],
  ['-', 7],
  ['–', 7],
  ['_', 7],
  [':', 8],
  ['؛', 9],
  [';', 9],
  ['/', 10],
  ['?', 11],
  ['؟', 11],
  ['!', 11],
  ['#', 12],
  ['@', 12],
  ["'s", 13],
]);

export function shapeOf(text: string, token: Token): number {
  if (token.kind === 'mark') return MARKS.get(token.folded) ?? 14;
  if (token.kind === 'number') return token.end - token.start === 4 ? 15 : 16;
  if (token.script === 'arab') return token.folded.length <= 2 ? 17 : 18;
  const word = text.slice(token.start, token.end);
  const lower = word.toLowerCase();
  if (word === lower) return 19;
  if (word === word.toUpperCase()) return token.end - token.start === 1 ? 20 : 21;
  return word.slice(1) === lower.slice(1) ? 22 : 23;
}
