import { ExternalLink, Star } from 'lucide';
import type { Kin } from '@/core/model/story';
import { Icon } from '../icon/Icon';
import { KinLine } from '../story/KinLine';
import { storyName } from '../story/story-name';
import { Why } from '../story/Why';
import { useReviewWords } from '../translation/translation-context';
import type { KinList, PopupActions, StoryView, WhySubject } from './popup-view';

interface Props {
  story: StoryView;
  actions: Pick<PopupActions, 'openWhy' | 'closeWhy' | 'sayLikeness' | 'openStories'>;
}

const LISTS: readonly KinList[] = ['copies', 'sameStory', 'related'];

/** The followed story, and the articles read before that have to do with this one. */
export function StoryKin({ story, actions }: Props) {
  const { t } = useReviewWords();
  return (
    <>
      <FollowedStory story={story} actions={actions} />
      {LISTS.map((list) => {
        const kin = kinOf(story, list);
        if (kin.length === 0) return null;
        return (
          <section key={list} aria-label={t(`kin.${list}`)}>
            <h3 class="hw-story-head">{t(`kin.${list}`)}</h3>
            <ul>
              {kin.map((one, at) => (
                <KinLine key={one.articleId} kin={one} now={story.now}>
                  <WhyFold
                    story={story}
                    subject={{ kin: one, list, at }}
                    actions={actions}
                  />
                </KinLine>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** As the encounter has them; the one that is asked about stays, whatever the reader says of it. */
function kinOf({ encounter, why }: StoryView, list: KinList): Kin[] {
  const kin = encounter?.[list] ?? [];
  if (!why || !('kin' in why.subject) || why.subject.list !== list) return kin;
  const { kin: held, at } = why.subject;
  if (kin.some(({ articleId }) => articleId === held.articleId)) return kin;
  return [...kin.slice(0, at), held, ...kin.slice(at)];
}

function FollowedStory({ story, actions }: Props) {
  const words = useReviewWords();
  const { t } = words;
  const asked =
    story.why && 'story' in story.why.subject ? story.why.subject.story : null;
  const followed = story.following ?? asked;
  if (followed === null) return null;
  return (
    <section class="hw-kin" aria-label={t('popup.followedStory')}>
      <div class="hw-story-name">
        <Icon node={Star} size={14} />
        <bdi>{storyName(words, followed)}</bdi>
        <button
          type="button"
          class="hw-icon-button"
          aria-label={t('popup.openStory')}
          title={t('popup.openStory')}
          onClick={() => actions.openStories(followed.id)}
        >
          <Icon node={ExternalLink} size={14} />
        </button>
      </div>
      <WhyFold story={story} subject={{ story: followed }} actions={actions} />
    </section>
  );
}

/** "Why?", and the answer where it was asked. */
function WhyFold({
  story: { why, now, isKept },
  subject,
  actions,
}: Props & { subject: WhySubject }) {
  const { t } = useReviewWords();
  if (!isKept) return null;
  const open = why !== null && idOf(why.subject) === idOf(subject) ? why : null;
  return (
    <>
      <button
        type="button"
        class="hw-link hw-why-open"
        aria-expanded={open !== null}
        onClick={() => (open ? actions.closeWhy() : actions.openWhy(subject))}
      >
        {t('why.open')}
      </button>
      {open && (
        <Why
          explanation={open.explanation}
          now={now}
          isBesideOther={'kin' in subject}
          onSay={actions.sayLikeness}
        />
      )}
    </>
  );
}

function idOf(subject: WhySubject): string {
  return 'kin' in subject ? subject.kin.articleId : subject.story.id;
}
