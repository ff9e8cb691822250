import { BookOpen, ChevronDown, ChevronUp, Undo2 } from 'lucide';
import { useRef } from 'preact/hooks';
import { useFocusAfterLeaving } from '../control/focus-after-leaving';
import { Icon } from '../icon/Icon';
import { IconButton } from '../icon/IconButton';
import { ArticleLink } from '../story/ArticleLink';
import { isolated } from '../story/story-name';
import { Why } from '../story/Why';
import { useReviewWords } from '../translation/translation-context';
import { articleAddress } from './about-view';
import { isoDayOf } from './arrange-timeline';
import type { LibraryActions, OpenWhy, StoryArticleRow } from './library-view';

interface Props {
  rows: readonly StoryArticleRow[];
  why: OpenWhy | null;
  now: number;
  actions: Pick<LibraryActions, 'toggleWhy' | 'say'>;
}

const LEAVE = '.hw-take-out';

/** The articles of a story, the latest first; folded below, those that the reader took out. */
export function StoryArticles({ rows, why, now, actions }: Props) {
  const { t } = useReviewWords();
  const members = rows.filter(({ said }) => said !== 'different').toReversed();
  const refused = rows.filter(({ said }) => said === 'different');
  const list = useRef<HTMLUListElement>(null);
  const leaving = useFocusAfterLeaving(list, LEAVE, rows);
  return (
    <section class="hw-members" aria-label={t('stories.list')}>
      {members.length === 0 && (
        <div class="hw-empty">
          <Icon node={BookOpen} size={28} />
          <p>{t('stories.empty')}</p>
          <p class="hw-soft">{t('stories.emptyHint')}</p>
        </div>
      )}
      <ul ref={list}>
        {members.map((row, index) => (
          <Member
            key={row.article.id}
            row={row}
            why={why?.articleId === row.article.id ? why : null}
            now={now}
            actions={actions}
            onLeaving={() => leaving(index)}
          />
        ))}
      </ul>
      {refused.length > 0 && (
        <details class="hw-fold">
          <summary>{t('stories.refused', { count: refused.length })}</summary>
          <ul>
            {refused.map((row) => (
              <Refused key={row.article.id} row={row} now={now} actions={actions} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Member({
  row,
  why,
  now,
  actions,
  onLeaving,
}: Omit<Props, 'rows'> & { row: StoryArticleRow; onLeaving: () => void }) {
  const { t } = useReviewWords();
  const { article, notes } = row;
  const title = isolated(article.title || t('kin.untitled'));
  return (
    <li class="hw-kin hw-member" data-day={isoDayOf(row)} tabIndex={-1}>
      <ArticleLink
        article={article}
        readAt={article.lastOpenedAt}
        notes={notes}
        now={now}
      />
      <p class="hw-member-origin hw-soft">
        <Origin row={row} />
        <button
          type="button"
          class="hw-why-open"
          aria-expanded={why !== null}
          aria-label={t('stories.whyNamed', { title })}
          onClick={() => actions.toggleWhy(article.id)}
        >
          {t('why.open')}
          <Icon node={why === null ? ChevronDown : ChevronUp} size={14} />
        </button>
        <a
          class="hw-member-page"
          href={articleAddress(article.id)}
          aria-label={t('stories.insideNamed', { title })}
        >
          {t('stories.inside')}
        </a>
        <button
          type="button"
          class="hw-take-out"
          aria-label={t('stories.notOfStoryNamed', { title })}
          onClick={() => {
            onLeaving();
            actions.say(article.id, 'different');
          }}
        >
          {t('stories.notOfStory')}
        </button>
      </p>
      {why && (
        <div class="hw-member-why">
          <Why
            explanation={why.explanation}
            now={now}
            onSay={(says) => actions.say(article.id, says)}
          />
        </div>
      )}
    </li>
  );
}

/** How it came into the story. */
function Origin({ row: { by, said } }: { row: StoryArticleRow }) {
  const { t } = useReviewWords();
  if (by === 'seed') return <>{t('stories.wasSeed')}</>;
  if (by === 'reader' || said === 'same') return <>{t('stories.saidByReader')}</>;
  return <>{t('stories.foundBy')}</>;
}

function Refused({
  row: { article, notes },
  now,
  actions,
}: Pick<Props, 'now' | 'actions'> & {
  row: StoryArticleRow;
}) {
  const { t } = useReviewWords();
  const title = isolated(article.title || t('kin.untitled'));
  return (
    <li class="hw-kin hw-member-row">
      <ArticleLink
        article={article}
        readAt={article.lastOpenedAt}
        notes={notes}
        now={now}
      />
      <IconButton
        node={Undo2}
        directional
        label={t('stories.takeBackNamed', { title })}
        onClick={() => actions.say(article.id, null)}
      />
    </li>
  );
}
