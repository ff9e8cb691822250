import { Archive, Trash } from 'lucide';
import { useRef } from 'preact/hooks';
import { useFocusAfterLeaving } from '../control/focus-after-leaving';
import { SearchField } from '../control/SearchField';
import { Icon } from '../icon/Icon';
import { IconButton } from '../icon/IconButton';
import { ArticleLink } from '../story/ArticleLink';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { AskFirst } from './AskFirst';
import type {
  HistoryPart,
  HistoryRow,
  LibraryActions,
  LibraryState,
} from './library-view';
import { PausedBanner } from './PausedBanner';

interface Props {
  state: Pick<LibraryState, 'history' | 'settings' | 'now'>;
  actions: LibraryActions;
}

/** Rows that "more" adds. */
export const ROWS_AT_ONCE = 50;

/** All that was read, searched and forgotten. */
export function History({ state: { history, settings, now }, actions }: Props) {
  const { t } = useReviewWords();
  if (history === null) return <div aria-busy="true" />;
  const { articles, total, query } = history;
  const rest = total - articles.length;
  return (
    <>
      <h1>{t('parts.history')}</h1>
      <PausedBanner settings={settings} onResume={actions.changeSettings} />
      {(total > 0 || query !== '') && (
        <>
          <SearchField
            label={t('history.search')}
            value={query}
            onInput={actions.search}
          />
          <p class="hw-soft hw-figures" role="status">
            {t(query === '' ? 'history.count' : 'history.fitting', { count: total })}
          </p>
        </>
      )}
      {total === 0 && <NothingRead query={query} />}
      {total > 0 && query === '' && <Sites history={history} actions={actions} />}
      <Articles rows={articles} now={now} actions={actions} />
      {rest > 0 && (
        <button type="button" class="hw-button hw-more" onClick={actions.showMore}>
          {t('history.more', { count: Math.min(rest, ROWS_AT_ONCE) })}
        </button>
      )}
      {total > 0 && query === '' && (
        <AskFirst
          label={t('history.forgetAll')}
          question={t('history.forgetAllAsk', { count: total })}
          keep={t('history.keep')}
          onYes={actions.forgetEverything}
        />
      )}
    </>
  );
}

function NothingRead({ query }: { query: string }) {
  const { t } = useReviewWords();
  if (query !== '') {
    return <p class="hw-empty">{t('popup.nothingFits', { query: isolated(query) })}</p>;
  }
  return (
    <div class="hw-empty">
      <Icon node={Archive} size={28} />
      <p>{t('history.none')}</p>
      <p class="hw-soft">{t('history.noneHint')}</p>
    </div>
  );
}

const FORGET = '.hw-member-row > .hw-icon-button';

function Articles({
  rows,
  now,
  actions,
}: {
  rows: readonly HistoryRow[];
  now: number;
  actions: Pick<LibraryActions, 'forgetArticle'>;
}) {
  const list = useRef<HTMLUListElement>(null);
  // By what stands first too: where there is more, as many rows stay.
  const leaving = useFocusAfterLeaving(list, FORGET, rows);
  return (
    <ul ref={list} class="hw-history">
      {rows.map((row, index) => (
        <HistoryLine
          key={row.article.id}
          row={row}
          now={now}
          onForget={() => {
            leaving(index);
            actions.forgetArticle(row.article.id);
          }}
        />
      ))}
    </ul>
  );
}

function HistoryLine({
  row,
  now,
  onForget,
}: {
  row: HistoryRow;
  now: number;
  onForget: () => void;
}) {
  const { t } = useReviewWords();
  const { article, notes, readAt } = row;
  const title = isolated(article.title || t('kin.untitled'));
  return (
    <li class="hw-kin hw-member-row hw-history-row">
      <ArticleLink article={article} readAt={readAt} notes={notes} now={now} />
      <IconButton
        node={Trash}
        tone="problem"
        label={t('history.forgetNamed', { title })}
        onClick={onForget}
      />
    </li>
  );
}

function Sites({
  history: { sites },
  actions,
}: {
  history: HistoryPart;
  actions: Pick<LibraryActions, 'showSites' | 'forgetSite'>;
}) {
  const { t } = useReviewWords();
  return (
    <details
      class="hw-fold"
      onToggle={(event) => {
        if (event.currentTarget.open) actions.showSites();
      }}
    >
      <summary>{t('history.sites')}</summary>
      <ul>
        {sites?.map(({ site, articles }) => (
          <li key={site} class="hw-site-row">
            <bdi dir="ltr">{site}</bdi>
            <span class="hw-soft hw-figures">
              {t('stories.articles', { count: articles })}
            </span>
            <button
              type="button"
              class="hw-button hw-button-small"
              aria-label={t('history.forgetSiteNamed', { site: isolated(site) })}
              onClick={() => actions.forgetSite(site)}
            >
              {t('history.forgetSite')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
