import { chooseHeadline } from '@/core/stories/choose-headline';
import { headlineText } from '../story/headline-text';
import { useMarginWords } from '../translation/translation-context';
import { LinePanel } from './LinePanel';
import type { LineActions, LineView } from './line-view';
import { QuietLine } from './QuietLine';
import { ReviewBody } from './ReviewBody';
import { ReviewFoot } from './ReviewFoot';
import type { KeyCommand } from './read-key';
import { StoryPanel } from './StoryPanel';

interface Props {
  view: LineView;
  actions: LineActions;
}

/** The line at the foot of the page, and what it opens into. */
export function Line({ view, actions }: Props) {
  const words = useMarginWords();
  const { shows, encounter, now, review } = view;
  const headline = chooseHeadline(encounter);
  const sentence = headline ? headlineText(words, headline, now) : words.t('line.label');
  if (shows === 'line') return <QuietLine sentence={sentence} actions={actions} />;
  const isFinished = review.at >= review.offers.length;
  return (
    <LinePanel
      heading={shows === 'review' ? words.t('carry.label') : sentence}
      takesFocus={view.takesFocus && !review.isPlacing}
      focusKey={shows === 'review' && isFinished ? 'finished' : shows}
      notice={view.notice}
      onClose={actions.close}
      onEscape={review.isPlacing ? actions.stopPlacing : actions.close}
      onCommand={(command) => obey(command, view, actions)}
      foot={
        shows === 'review' &&
        !isFinished && <ReviewFoot review={review} actions={actions} />
      }
    >
      {shows === 'review' ? (
        <ReviewBody review={review} now={now} onStep={actions.stepOffer} />
      ) : (
        <StoryPanel view={view} actions={actions} />
      )}
    </LinePanel>
  );
}

/** False when there is nothing for the command to do. */
function obey(command: KeyCommand, view: LineView, actions: LineActions): boolean {
  if (view.shows === 'review') {
    if (command === 'next') actions.stepOffer(1);
    else if (command === 'previous') actions.stepOffer(-1);
    else if (command === 'undo') actions.undoAnswer();
    else actions.answerOffer(command === 'accept' ? 'accepted' : 'refused');
    return true;
  }
  if (view.changes === null || (command !== 'next' && command !== 'previous'))
    return false;
  actions.stepChange(command === 'next' ? 1 : -1);
  return true;
}
