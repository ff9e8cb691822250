import { ArrowLeft, BookX } from 'lucide';
import { useRef } from 'preact/hooks';
import { Icon } from '../icon/Icon';
import { useReviewWords } from '../translation/translation-context';
import { AboutStory } from './AboutStory';
import { isoDayOf } from './arrange-timeline';
import type { LibraryActions, LibraryState } from './library-view';
import { StoryArticles } from './StoryArticles';
import { StoryTally } from './StoryList';
import { StoryName } from './StoryName';
import { StoryTimeline } from './StoryTimeline';

interface Props {
  storyId: string;
  state: LibraryState;
  actions: LibraryActions;
}

/** One story: its name, its days, its articles. */
export function StoryPart({ storyId, state, actions }: Props) {
  const { t } = useReviewWords();
  const list = useRef<HTMLDivElement>(null);
  const { stories, articles, now } = state;
  if (stories === null) return <div aria-busy="true" />;
  const row = stories.find(({ story }) => story.id === storyId);
  const members = articles?.filter(({ said }) => said !== 'different') ?? [];

  function showDay(day: string) {
    const first = list.current?.querySelector<HTMLElement>(`[data-day="${day}"]`);
    first?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    first?.focus({ preventScroll: true });
  }

  return (
    <>
      <a class="hw-back" href="#stories">
        <Icon node={ArrowLeft} directional />
        {t('story.all')}
      </a>
      {row === undefined ? (
        <div class="hw-empty">
          <Icon node={BookX} size={28} />
          <p>{t('stories.gone')}</p>
          <p class="hw-soft">{t('stories.goneHint')}</p>
        </div>
      ) : (
        <>
          <header class="hw-story-head">
            <StoryName
              story={row.story}
              onRename={(name) => actions.renameStory(storyId, name)}
            />
            <StoryTally row={row} now={now} />
            <button
              type="button"
              class={row.story.followed ? 'hw-button' : 'hw-button hw-button-main'}
              onClick={() => actions.setFollowed(storyId, !row.story.followed)}
            >
              {t(row.story.followed ? 'story.end' : 'stories.followAgain')}
            </button>
          </header>
          {members.length > 0 && (
            <StoryTimeline
              rows={members}
              onChoose={(column) => {
                const [first] = column.articles;
                if (first) showDay(isoDayOf(first));
              }}
            />
          )}
          {state.aboutStory && <AboutStory storyId={storyId} part={state.aboutStory} />}
          <div ref={list}>
            {articles === null ? (
              <div aria-busy="true" />
            ) : (
              <StoryArticles
                rows={articles}
                why={state.why}
                now={now}
                actions={actions}
              />
            )}
          </div>
        </>
      )}
    </>
  );
}
