import { ChevronDown, type IconNode, Star } from 'lucide';
import { useState } from 'preact/hooks';
import type { Encounter } from '@/core/model/story';
import { chooseHeadline, countChanges } from '@/core/stories/choose-headline';
import { Icon } from '../icon/Icon';
import { headlineIcon } from '../story/headline-icon';
import { headlineText } from '../story/headline-text';
import { isolated, storyName } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { CarriedLine } from './CarriedLine';
import type { PopupActions, StoryView } from './popup-view';
import { hasKin, StoryKin } from './StoryKin';

interface Props {
  story: StoryView;
  /** Something was asked, and the answer is still out. */
  busy: boolean;
  actions: PopupActions;
}

/**
 * One line of what the article has to do with those read before; it opens. The
 * line has its height from the start, and nothing moves when the answer comes.
 */
export function StorySection({ story, busy, actions }: Props) {
  const words = useReviewWords();
  const [open, setOpen] = useState(false);
  const { encounter, following, now } = story;
  const headline = encounter && storyHeadline(encounter);
  const hasChanges = encounter !== null && countChanges(encounter) > 0;
  const isOpen = open && (hasChanges || hasKin(story));
  const sentence = headline
    ? headlineText(words, headline, now)
    : following &&
      words.t('story.following', { story: isolated(storyName(words, following)) });
  return (
    <section
      class="hw-story"
      aria-label={words.t('popup.story')}
      aria-busy={encounter === null}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.preventDefault();
        // What has the focus is going: it stays with what opened that.
        const opener = story.why
          ? '.hw-why-open[aria-expanded="true"]'
          : '.hw-story-line';
        event.currentTarget.querySelector<HTMLElement>(opener)?.focus();
        if (story.why) actions.closeWhy();
        else setOpen(false);
      }}
    >
      <div class="hw-story-row">
        {sentence && (
          <Line
            icon={headline ? headlineIcon(headline) : Star}
            sentence={sentence}
            isOpen={isOpen}
            onToggle={() => setOpen(!isOpen)}
          />
        )}
        <span class="hw-spring" />
        <FollowButton
          story={story}
          busy={busy}
          brief={sentence !== null}
          actions={actions}
        />
      </div>
      <Unrecorded story={story} onResume={() => actions.setRecording(true)} />
      {isOpen && (
        <div class="hw-story-more">
          {hasChanges && (
            <p class="hw-banner hw-carried">
              <button type="button" class="hw-link" onClick={actions.showChanges}>
                {words.t('line.showChanges')}
              </button>
            </p>
          )}
          <CarriedLine story={story} onReview={actions.reviewCarried} />
          <StoryKin story={story} actions={actions} />
        </div>
      )}
    </section>
  );
}

/** The line of the article says already when it was read. */
function storyHeadline(encounter: Encounter) {
  const isChanged = countChanges(encounter) > 0;
  return chooseHeadline(isChanged ? encounter : { ...encounter, lastReadAt: null });
}

function Line(props: {
  icon: IconNode;
  sentence: string;
  isOpen: boolean;
  onToggle: () => void;
}) {
  return (
    <button
      type="button"
      class="hw-story-line"
      aria-expanded={props.isOpen}
      title={props.sentence}
      onClick={props.onToggle}
    >
      <Icon node={props.icon} />
      <span class="hw-story-words">{props.sentence}</span>
      <Icon node={ChevronDown} />
    </button>
  );
}

function FollowButton({
  story: { following, isKept },
  busy,
  brief,
  actions,
}: Props & { brief: boolean }) {
  const { t } = useReviewWords();
  const whole = t(following ? 'story.end' : 'story.follow');
  return (
    <button
      type="button"
      class={following ? 'hw-follow hw-follow-on' : 'hw-follow'}
      disabled={!isKept}
      aria-disabled={busy}
      title={whole}
      onClick={() =>
        following ? actions.endFollowing(following) : actions.followStory()
      }
    >
      <Icon node={Star} size={14} />
      {following ? t('popup.following') : brief ? t('popup.follow') : whole}
    </button>
  );
}

/** Says nothing when all is remembered. */
function Unrecorded({ story, onResume }: { story: StoryView; onResume: () => void }) {
  const { t } = useReviewWords();
  const isPrivate = story.encounter?.unrecorded === 'private';
  if (story.recording && !isPrivate) return null;
  return (
    <p class="hw-story-paused hw-soft">
      <span>{t(isPrivate ? 'story.private' : 'story.paused')}</span>
      {!isPrivate && (
        <button type="button" class="hw-link" onClick={onResume}>
          {t('story.resume')}
        </button>
      )}
    </p>
  );
}
