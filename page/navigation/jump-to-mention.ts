import type { MentionStep } from '@/core/model/mention';
import type { MentionHit, WordsOnPage } from '../reader-ports';
import { mentionHit, mentionsOf, type Reading } from '../reading';
import type { Span } from '../text/text-model';
import { scrollToWords } from './scroll-to-words';

/** Remembers where the reader last was, entity by entity. */
export interface MentionJumps {
  /** Null when the text does not mention the entity. `hit` is null when its words are not shown. */
  jump(
    reading: Reading,
    entityId: string,
    step: MentionStep,
  ): { index: number; count: number; hit: MentionHit | null } | null;
  /** The reader looks at this mention now: the next jump starts from it. */
  standAt(entityId: string, index: number): void;
}

export function createMentionJumps(document: Document): MentionJumps {
  let last: { entityId: string; index: number } | null = null;
  return {
    jump(reading, entityId, step) {
      const mentions = mentionsOf(reading.recognition, entityId);
      const count = mentions.length;
      if (count === 0) return null;
      const from = last?.entityId === entityId ? last.index : null;
      const index = nextIndex(from, step, count);
      last = { entityId, index };
      const mention = mentions[index];
      const hit = mention ? mentionHit(document, reading, mention) : null;
      const shown = hit !== null && bringIntoView(reading, hit.mention, hit.words);
      return { index, count, hit: shown ? hit : null };
    },
    standAt(entityId, index) {
      last = { entityId, index };
    },
  };
}

/** False when the words are not shown. */
export function bringIntoView(
  { model }: Reading,
  { start, end }: Span,
  words: WordsOnPage,
): boolean {
  const element = model.toRanges(start, end)[0]?.startContainer.parentElement;
  return element ? scrollToWords(element, words) : false;
}

function nextIndex(from: number | null, step: MentionStep, count: number): number {
  if (step === 'first') return 0;
  // The text may have fewer mentions than when they were counted.
  if (typeof step === 'number') return Math.min(step, count - 1);
  // The text may have fewer mentions than at the last jump.
  if (from === null || from >= count) return step === 'next' ? 0 : count - 1;
  return (from + (step === 'next' ? 1 : count - 1)) % count;
}
