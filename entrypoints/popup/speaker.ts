import type { SpokenNotice } from '@/components/control/NoticeLine';
import { failureText } from '@/components/translation/failure-text';
import type { Language } from './language';

/** How the parts of a page speak to the reader. */
export interface Speaker {
  say(words: string, undo?: () => void): void;
  complain(words: string): void;
  /** By a `FailureCode` of the protocol. */
  complainOf(code: string): void;
  silence(): void;
  /** Whether this undo is on offer still. */
  offers(undo: () => void): boolean;
}

export function createSpeaker(
  notice: { value: SpokenNotice | null },
  { translator }: Language,
): Speaker {
  return {
    say(words, undo) {
      notice.value = { words, tone: 'info', ...(undo ? { undo } : {}) };
    },
    complain(words) {
      notice.value = { words, tone: 'problem' };
    },
    complainOf(code) {
      notice.value = { words: failureText(translator.value, code), tone: 'problem' };
    },
    silence() {
      notice.value = null;
    },
    offers: (undo) => notice.value?.undo === undo,
  };
}
