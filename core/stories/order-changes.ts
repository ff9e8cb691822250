import type { TextSpan } from '../model/selector';
import type { TextChanges } from '../model/story';

/** One paragraph that was added, changed or removed; `at` is where it stands, or stood (UTF-16 offset). */
export type OrderedChange =
  | { kind: 'added'; at: number; span: TextSpan }
  /** `words`: those of the paragraph `span` that are new; empty when words only went. */
  | { kind: 'changed'; at: number; span: TextSpan; words: TextSpan[]; before: string }
  | { kind: 'removed'; at: number; before: string };

/** The changes of a text as one meets them in reading it. */
export function orderChanges({ added, changed, removed }: TextChanges): OrderedChange[] {
  return [
    ...removed.map(({ text, at }) => ({ kind: 'removed' as const, at, before: text })),
    ...added.map((span) => ({ kind: 'added' as const, at: span.start, span })),
    ...changed.map((change) => ({
      ...{ kind: 'changed' as const, at: change.span.start, ...change },
    })),
  ].sort((one, other) => one.at - other.at);
}
