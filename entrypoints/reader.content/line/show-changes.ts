import type { LineActions } from '@/components/line/line-view';
import type { TextChanges } from '@/core/model/story';
import { type OrderedChange, orderChanges } from '@/core/stories/order-changes';
import type { Failure } from '@/messaging/protocol';
import { leadTo } from '@/page/navigation/lead-to';
import type { Reader } from '@/page/pipeline';
import type { TextMarks } from '@/page/reading';
import type { Span } from '@/page/text/text-model';
import type { LineState } from './line-state';

interface Ports {
  document: Document;
  reader: Pick<Reader<Failure>, 'reading' | 'flash' | 'setTextMarks'>;
  state: () => LineState;
  draw: () => void;
}

export interface ChangesShown extends Pick<LineActions, 'showChanges' | 'stepChange'> {
  /** In reading order; empty when nothing changed, or where it stands is not known. */
  list(): OrderedChange[];
  /** The text, or what is known of it, is another: marks it anew. */
  refresh(): void;
}

/** Marks in the text what changed since the last visit, and leads from one change to the next. */
export function showChanges({ document, reader, state, draw }: Ports): ChangesShown {
  const changesOf = (): TextChanges | null =>
    reader.reading()?.encounter?.changes ?? null;

  function list(): OrderedChange[] {
    const changes = changesOf();
    return changes ? orderChanges(changes) : [];
  }

  function mark(): void {
    const changes = state().changeAt === null ? null : changesOf();
    reader.setTextMarks(marksOf(changes));
  }

  function lookAt(index: number): void {
    state().changeAt = index;
    const change = list()[index];
    const text = reader.reading()?.model.text ?? '';
    if (change) leadTo(document, reader, placeOf(change, text));
    draw();
  }

  return {
    list,
    refresh() {
      if (state().changeAt === null) return;
      if (list().length === 0) state().changeAt = null;
      mark();
    },
    showChanges(shown) {
      state().changeAt = shown && list().length > 0 ? 0 : null;
      mark();
      if (state().changeAt === null) draw();
      else lookAt(0);
    },
    stepChange(by) {
      const { length } = list();
      const at = state().changeAt;
      if (at !== null && length > 0) lookAt((at + by + length) % length);
    },
  };
}

function marksOf(changes: TextChanges | null): Pick<TextMarks, 'added' | 'changed'> {
  if (changes === null) return { added: [], changed: [] };
  return {
    added: changes.added,
    // Where only words went away there is nothing new to mark: the paragraph itself.
    changed: changes.changed.flatMap(({ span, words }) =>
      words.length > 0 ? words : [span],
    ),
  };
}

/** Words to lead to. What was removed has none any more: those that it stood before, or the last ones. */
function placeOf(change: OrderedChange, text: string): Span {
  if (change.kind === 'added') return change.span;
  if (change.kind === 'changed') return change.words[0] ?? change.span;
  const after = text.slice(change.at).search(/\S/);
  if (after < 0) {
    const last = text.trimEnd().length;
    return { start: Math.max(0, last - 1), end: last };
  }
  const start = change.at + after;
  const word = text.slice(start).search(/\s/);
  return { start, end: word < 0 ? text.length : start + word };
}
