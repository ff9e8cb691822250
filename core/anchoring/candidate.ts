/** A place where the passage may stand, and what speaks for it. */

export interface Candidate {
  /** Offsets of the folded text, the end exclusive. */
  from: number;
  to: number;
  /** Folded units of the quote that stand there. */
  quote: number;
  /** Folded units of the prefix, and of the suffix, that stand next to it in order. */
  before: number;
  after: number;
  /** Nothing of the text reaches across the quote's edges but what context and quote say. */
  isExact: boolean;
}

/** What stands of the pattern, in units. */
export function strengthOf(candidate: Candidate): number {
  return candidate.quote + candidate.before + candidate.after;
}
