/** A place where the passage may stand, and what speaks for it. */

export interface Candidate {
  /** Offsets of the folded text, the end exclusive. */
  from: number;
  to: number;
  /** Folded units of the quote that stand there. */
  quote: number;
  /** Folded units of the prefix, and of the suffix, that stand beside it in order. */
  before: number;
  after: number;
  /** Units of the pattern between the quote's edges and the nearest context that stands. */
  gapBefore: number;
  gapAfter: number;
  /** Units that stand less what the jumps between them cost: by this, places are compared. */
  score: number;
  /** The folded quote stands word for word. */
  isExact: boolean;
}
