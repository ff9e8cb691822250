import type { SpokenNotice } from '@/components/control/NoticeLine';
import { failureText } from '@/components/translation/failure-text';
import type { Language } from './language';

/** How the parts of a page speak to the reader. */
export interface Speaker {
  /** What was said goes when it is undone. */
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
  let offered: (() => void) | undefined;
  const silence = (): void => {
    notice.value = null;
  };
  return {
    say(words, undo) {
      offered = undo;
      const back = () => {
        silence();
        undo?.();
      };
      notice.value = { words, tone: 'info', ...(undo ? { undo: back } : {}) };
    },
    complain(words) {
      notice.value = { words, tone: 'problem' };
    },
    complainOf(code) {
      notice.value = { words: failureText(translator.value, code), tone: 'problem' };
    },
    silence,
    offers: (undo) => notice.value?.undo !== undefined && offered === undo,
  };
}
