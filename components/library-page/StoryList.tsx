import { BookOpen } from 'lucide';
import { useState } from 'preact/hooks';
import { spell } from '@/core/text/spelling';
import { SearchField } from '../control/SearchField';
import { Icon } from '../icon/Icon';
import { isolated, storyName } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { storyAddress } from './about-view';
import type { LibraryState, StoryRow } from './library-view';

const WORTH_FILTERING = 6;

/** The stories that are followed, and, folded, those that were. */
export function StoryList({ state }: { state: LibraryState }) {
  const words = useReviewWords();
  const { t } = words;
  const [query, setQuery] = useState('');
  const { stories, now } = state;
  if (stories === null) return <div aria-busy="true" />;

  const wanted = spell(query).trim();
  const fitting = stories.filter(({ story }) =>
    spell(storyName(words, story)).includes(wanted),
  );
  const followed = fitting.filter(({ story }) => story.followed);
  const ended = fitting.filter(({ story }) => !story.followed);
  return (
    <>
      <h1>{t('parts.stories')}</h1>
      {stories.length >= WORTH_FILTERING && (
        <SearchField label={t('stories.search')} value={query} onInput={setQuery} />
      )}
      {fitting.length === 0 && query !== '' ? (
        <p class="hw-empty">{t('popup.nothingFits', { query: isolated(query) })}</p>
      ) : (
        followed.length === 0 && query === '' && <NoStories />
      )}
      <Rows rows={followed} now={now} />
      {ended.length > 0 && (
        <details class="hw-fold" open={query !== ''}>
          <summary>{t('stories.ended', { count: ended.length })}</summary>
          <Rows rows={ended} now={now} />
        </details>
      )}
    </>
  );
}

function NoStories() {
  const { t } = useReviewWords();
  return (
    <div class="hw-empty">
      <Icon node={BookOpen} size={28} />
      <p>{t('stories.none')}</p>
      <p class="hw-soft">{t('stories.noneHint')}</p>
    </div>
  );
}

function Rows({ rows, now }: { rows: StoryRow[]; now: number }) {
  const words = useReviewWords();
  if (rows.length === 0) return null;
  return (
    <ul class="hw-stories">
      {rows.map((row) => (
        <li key={row.story.id} class="hw-story-row">
          <h2>
            <a href={storyAddress(row.story.id)}>
              <bdi>{storyName(words, row.story)}</bdi>
            </a>
          </h2>
          <StoryTally row={row} now={now} />
        </li>
      ))}
    </ul>
  );
}

/** How much of a story was read, and when last. */
export function StoryTally({ row, now }: { row: StoryRow; now: number }) {
  const { t, onDay } = useReviewWords();
  const { story, articles, notes, latestAt } = row;
  const latest = latestAt === null ? null : onDay(latestAt, now);
  const parts = [
    articles === 0
      ? t('stories.nothingRead')
      : t('stories.articles', { count: articles }),
    ...(notes > 0 ? [t('tally.notes', { count: notes })] : []),
    ...(latest === null ? [] : [t('stories.latest', { when: latest })]),
    ...(story.id.startsWith('seed/') ? [t('stories.seed')] : []),
  ];
  return <p class="hw-soft">{parts.join(' · ')}</p>;
}
