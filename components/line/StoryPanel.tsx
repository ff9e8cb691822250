import { StickyNote } from 'lucide';
import { countChanges } from '@/core/stories/choose-headline';
import { Switch } from '../control/Switch';
import { Icon } from '../icon/Icon';
import { isolated, siteOf, storyName } from '../story/story-name';
import { useMarginWords } from '../translation/translation-context';
import { ChangesPart } from './ChangesPart';
import { KinPart } from './KinPart';
import { isLost, LostPart } from './LostPart';
import type { LineActions, LineView, Offer } from './line-view';

interface Props {
  view: LineView;
  actions: LineActions;
}

/** What the article has to do with those read before, and what can be done about it. */
export function StoryPanel({ view, actions }: Props) {
  return (
    <>
      {countChanges(view.encounter) > 0 && <ChangesPart view={view} actions={actions} />}
      <CarriedPart offers={view.review.offers} onReview={() => actions.openReview()} />
      <LostPart offers={view.review.offers} onReview={actions.openReview} />
      <KinPart view={view} actions={actions} />
      <FollowPart view={view} actions={actions} />
    </>
  );
}

/** Notes that wait for the reader's word; nothing when none do. */
function CarriedPart({
  offers,
  onReview,
}: {
  offers: readonly Offer[];
  onReview: () => void;
}) {
  const { t } = useMarginWords();
  const waiting = offers.filter((offer) => offer.state === 'waiting' && !isLost(offer));
  if (waiting.length === 0) return null;
  const sites = new Set(waiting.map(({ from }) => from && siteOf(from)));
  const [site] = sites;
  const count = waiting.length;
  return (
    <div class="hw-panel-row">
      <Icon node={StickyNote} />
      <span class="hw-spring">
        {site && sites.size === 1
          ? t('line.carriedFrom', { count, site: isolated(site) })
          : t('line.carried', { count })}
      </span>
      <button type="button" class="hw-button hw-button-main" onClick={onReview}>
        {t('line.review')}
      </button>
    </div>
  );
}

function FollowPart({ view: { following, isKept, dimsRead }, actions }: Props) {
  const words = useMarginWords();
  const { t } = words;
  return (
    <div class="hw-panel-follow">
      <div class="hw-panel-row">
        {following && (
          <span class="hw-spring">
            {t('story.following', { story: isolated(storyName(words, following)) })}
          </span>
        )}
        {/* One button, whatever it says: it keeps the focus. */}
        <button
          type="button"
          class={following ? 'hw-link' : 'hw-button'}
          disabled={!isKept}
          onClick={() =>
            following ? actions.endFollowing(following) : actions.followStory()
          }
        >
          {t(following ? 'story.end' : 'story.follow')}
        </button>
      </div>
      {following && (
        <Switch label={t('line.dim')} on={dimsRead} onChange={actions.setDimsRead} />
      )}
    </div>
  );
}
