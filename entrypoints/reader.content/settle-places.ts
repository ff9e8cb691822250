import type { OverlayStage } from '@/components/overlay/overlay-stage';
import type { Notice, OverlayActions } from '@/components/overlay/overlay-view';
import type { Failure } from '@/messaging/protocol';
import type { Carrying } from '@/page/notes/carry-notes';
import { done } from './line/line-state';
import type { StoryLine } from './line/story-line';

interface Ports {
  carrying: Pick<Carrying<Failure>, 'accept' | 'undo'>;
  line: StoryLine;
  stage: OverlayStage;
  notify(notice: Notice): void;
}

/** What the reader says, in an open note, of the place at which it was found. */
export function settlePlaces(ports: Ports): OverlayActions['settlePlace'] {
  const { carrying, line, stage } = ports;

  return (noteId, isHere) => {
    const view = stage.view();
    if (!isHere) {
      stage.dismiss();
      // There it waits to be given another place.
      if (line.review(noteId)) line.actions.answerOffer('refused');
      return;
    }
    if (!carrying.accept(noteId)) return;
    if (view.type === 'note-editor') {
      const quote = view.now ?? view.quote;
      stage.show({ ...view, quote, now: null, status: 'anchored' });
    }
    ports.notify(
      done('note-confirmed', () => {
        void carrying.undo(noteId);
        if (stage.view().type === 'note-editor') stage.dismiss();
      }),
    );
  };
}
