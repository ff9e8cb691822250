/** The keys of a sitting. */
import { useLayoutEffect } from 'preact/hooks';
import { GRADES } from '@/core/review/review-state';
import type { ReviewActions } from './review-view';

interface Keys {
  /** There is a card whose answers can be given. */
  canAnswer: boolean;
  /** There is a card. */
  canSkip: boolean;
  canUndo: boolean;
  /** Null: there is nothing to show. */
  onShow: (() => void) | null;
  actions: Pick<ReviewActions, 'answerCard' | 'skipCard' | 'undoAnswer'>;
}

export function useReviewKeys(keys: Keys): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.repeat || event.altKey || isForOthers(event)) return;
      const act = actOf(event, keys);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  });
}

function actOf(event: KeyboardEvent, keys: Keys): (() => void) | null {
  const { code, shiftKey } = event;
  const { canAnswer, canSkip, canUndo, onShow, actions } = keys;
  const letter = letterOf(event);
  if (letter === 'z' && !shiftKey) return canUndo ? actions.undoAnswer : null;
  if (event.ctrlKey || event.metaKey || shiftKey) return null;
  if (letter === 's') return canSkip ? actions.skipCard : null;
  if (code === 'Space') return onShow;
  const grade = GRADES[Number(/^(?:Digit|Numpad)([1-4])$/.exec(code)?.[1]) - 1];
  return grade !== undefined && canAnswer ? () => actions.answerCard(grade) : null;
}

/** Where a keyboard writes other letters, by the place of the key. */
function letterOf({ key, code }: KeyboardEvent): string {
  return /^[a-z]$/i.test(key)
    ? key.toLowerCase()
    : code.replace(/^Key/, '').toLowerCase();
}

/** Where one writes or is asked something a key means something else; Space presses the button that has the focus. */
function isForOthers({ target, code }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input, textarea, select, [contenteditable], [role="alertdialog"]'))
    return true;
  return code === 'Space' && target.closest('a, button, summary') !== null;
}
