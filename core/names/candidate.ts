/**
 * A span that may be a name, with what says so. Every source of names (lexicon,
 * cues, shapes, and a tagger when there is one) proposes candidates; one
 * resolver chooses among them.
 */
import type { EntityKind } from '../model/entity';
import { offsetInToken, type Reading } from './reading';

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

/**
 * A name of the text alone, over tokens `from` to `to` (exclusive); `skip`
 * folded units of the first token are clitics and stay outside. Null when the
 * tokens are not there.
 */
export function spanCandidate(
  reading: Reading,
  { from, to, skip = 0 }: { from: number; to: number; skip?: number },
  what: Pick<Candidate, 'kind' | 'score' | 'source'>,
): Candidate | null {
  const first = reading.tokens[from];
  const last = reading.tokens[to - 1];
  if (first === undefined || last === undefined) return null;
  const start = offsetInToken(reading.text, first, skip);
  return { from, to, start, end: last.end, ...what, entities: [] };
}
