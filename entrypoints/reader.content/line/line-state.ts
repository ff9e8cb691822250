import type { LineView } from '@/components/line/line-view';
import type { Notice } from '@/components/overlay/overlay-view';
import type { Story } from '@/core/model/story';
import type { Failure } from '@/messaging/protocol';

/** What the parts of the line share. Whoever changes it says so by `draw`. */
export interface LineState {
  shows: LineView['shows'] | 'none';
  why: LineView['why'];
  notice: Notice | null;
  /** What was just said about following, until it is known of the article; undefined: nothing. */
  following: Story | null | undefined;
  dimsRead: boolean;
  /** What changed is marked in the text, and this one of it is looked at. */
  changeAt: number | null;
  /** The note that is looked at in the review; null when all have been. */
  reviewing: string | null;
  /** The reader is to select the words to which that note belongs. */
  isPlacing: boolean;
}

export function newLineState(dimsRead: boolean): LineState {
  return {
    ...{ shows: 'none', why: null, notice: null, following: undefined, dimsRead },
    ...{ changeAt: null, reviewing: null, isPlacing: false },
  };
}

export function problem({ code }: Pick<Failure, 'code'>): Notice {
  return { key: code, tone: 'problem' };
}

/** Something was done; `undo` takes it back. */
export function done(key: string, undo: () => void): Notice {
  return { key, tone: 'info', action: { key: 'undo', run: undo } };
}
