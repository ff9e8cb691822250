import type { Token } from '../../text/tokens';

/** The form of a token under which its vector is kept: its fold; of every number the same. */
export function vectorWord(token: Pick<Token, 'folded' | 'kind'>): string {
  return token.kind === 'number' ? '0' : token.folded === '' ? '?' : token.folded;
}
