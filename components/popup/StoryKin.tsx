import { ExternalLink, Star } from 'lucide';
import type { Kin, Story } from '@/core/model/story';
import { Icon } from '../icon/Icon';
import { storyAddress } from '../library-page/about-view';
import { KinLine } from '../story/KinLine';
import { storyName } from '../story/story-name';
import { Why } from '../story/Why';
import { useReviewWords } from '../translation/translation-context';
import type { KinList, PopupActions, StoryView, WhySubject } from './popup-view';

interface Props {
  story: StoryView;
  actions: Pick<PopupActions, 'openWhy' | 'closeWhy' | 'sayLikeness' | 'openLibrary'>;
}

const LISTS: readonly KinList[] = ['copies', 'sameStory', 'related'];

/** The followed stories, and the articles read before that have to do with this one. */
export function StoryKin({ story, actions }: Props) {
  const { t } = useReviewWords();
  const { own, related } = storiesOf(story);
  const lines = (stories: Story[]) =>
    stories.map((one) => (
      <StoryLine key={one.id} of={one} story={story} actions={actions} />
    ));
  return (
    <>
      {own.length > 0 && <ul aria-label={t('popup.followedStories')}>{lines(own)}</ul>}
      {LISTS.map((list) => {
        const kin = kinOf(story, list);
        const stories = list === 'related' ? related : [];
        if (kin.length + stories.length === 0) return null;
        return (
          <section key={list} aria-label={t(`kin.${list}`)}>
            <h3 class="hw-story-head">{t(`kin.${list}`)}</h3>
            <ul>
              {lines(stories)}
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

/** Whether {@link StoryKin} has anything to show. */
export function hasKin({ encounter, following, why }: StoryView): boolean {
  if (following !== null || why !== null) return true;
  if (encounter === null) return false;
  const { copies, sameStory, related, stories } = encounter;
  return [copies, sameStory, related, stories].some(({ length }) => length > 0);
}

/** As the encounter has them; the one that is asked about stays, whatever the reader says of it. */
function kinOf({ encounter, why }: StoryView, list: KinList): Kin[] {
  const kin = encounter?.[list] ?? [];
  if (!why || !('kin' in why.subject) || why.subject.list !== list) return kin;
  const { kin: held, at } = why.subject;
  if (kin.some(({ articleId }) => articleId === held.articleId)) return kin;
  return [...kin.slice(0, at), held, ...kin.slice(at)];
}

/** Those that the article is of, what is asked about among them, and those that it is only related to. */
function storiesOf({ encounter, following, why }: StoryView): {
  own: Story[];
  related: Story[];
} {
  const met = encounter?.stories ?? [];
  const of = (isRelated: boolean) =>
    met
      .filter(({ verdict }) => (verdict === 'related') === isRelated)
      .map(({ story }) => story);
  const related = of(true).filter(({ id }) => id !== following?.id);
  const asked = why && 'story' in why.subject ? [why.subject.story] : [];
  const own = new Map<string, Story>();
  for (const story of [...(following ? [following] : []), ...of(false), ...asked]) {
    if (related.every(({ id }) => id !== story.id)) own.set(story.id, story);
  }
  return { own: [...own.values()], related };
}

function StoryLine({ of, story, actions }: Props & { of: Story }) {
  const words = useReviewWords();
  const open = words.t('popup.openStory');
  return (
    <li class="hw-kin">
      <div class="hw-story-name">
        <Icon node={Star} size={14} />
        <bdi>{storyName(words, of)}</bdi>
        <button
          type="button"
          class="hw-icon-button"
          aria-label={open}
          title={open}
          onClick={() => actions.openLibrary(storyAddress(of.id))}
        >
          <Icon node={ExternalLink} size={14} />
        </button>
      </div>
      <WhyFold story={story} subject={{ story: of }} actions={actions} />
    </li>
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
