/**
 * A span that may be a name, with what says so. Every source of names (lexicon,
 * cues, shapes, and a tagger when there is one) proposes candidates; one
 * resolver chooses among them.
 */
import type { EntityKind } from '../model/entity';

export interface Candidate {
  /** Token indices; `to` exclusive. */
  from: number;
  to: number;
  /** UTF-16 offsets: inside the first token when clitics stand before the name. */
  start: number;
  end: number;
  kind: EntityKind;
  /** 0–1, comparable between sources. */
  score: number;
  source: 'lexicon' | 'repair' | 'person' | 'body' | 'shape' | 'document' | 'tagger';
  /** What it may stand for, as indices of the lexicon, likeliest first; empty for a name of the text alone. */
  entities: readonly number[];
}
