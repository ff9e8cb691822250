import { LONG_STRIDE, runToEnd, type Steps } from './steps';
import type { Token } from './tokens';

const FULL_STOP = new Set(['.', '!', '?', '؟', '…', '۔', '؛', ';']);

/**
 * For each token, whether a sentence begins at it. A full stop after one of
 * `abbreviations` (folded: `gen`, `mr`) or after a single Latin letter ends none.
 */
export function sentenceStarts(
  tokens: readonly Token[],
  abbreviations: ReadonlySet<string>,
): boolean[] {
  return runToEnd(sentenceStartsInSteps(tokens, abbreviations));
}

/** The same with pauses, for a long text. */
export function* sentenceStartsInSteps(
  tokens: readonly Token[],
  abbreviations: ReadonlySet<string>,
): Steps<boolean[]> {
  const starts: boolean[] = new Array(tokens.length);
  let pending = true;
  let before: Token | undefined;
  for (const [index, token] of tokens.entries()) {
    if (index % LONG_STRIDE === LONG_STRIDE - 1) yield;
    const opens = token.kind !== 'mark';
    starts[index] = token.lineStart || (pending && opens);
    if (starts[index] === true && opens) pending = false;
    if (token.lineStart && !opens) pending = true;
    if (token.kind === 'mark' && FULL_STOP.has(token.folded)) {
      const abbreviated =
        token.folded === '.' &&
        before !== undefined &&
        before.script === 'latn' &&
        !token.spaced &&
        (abbreviations.has(before.folded) || before.folded.length === 1);
      if (!abbreviated) pending = true;
    }
    before = token;
  }
  return starts;
}
