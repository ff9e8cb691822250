import { Languages } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { NoticeLine } from '../control/NoticeLine';
import { Icon } from '../icon/Icon';
import { Mark } from '../icon/Mark';
import { KeepingBanners } from '../keeping/KeepingBanners';
import { useReviewWords } from '../translation/translation-context';
import { AboutArticle } from './AboutArticle';
import { AboutEntity } from './AboutEntity';
import { Calendar } from './Calendar';
import { History } from './History';
import type { LibraryActions, LibraryState, Route } from './library-view';
import { Notes } from './Notes';
import { partOf } from './part-of';
import { Review } from './Review';
import { Settings } from './Settings';
import { StoryList } from './StoryList';
import { StoryPart } from './StoryPart';
import { Trash } from './Trash';

interface Props {
  state: LibraryState;
  actions: LibraryActions;
}

/** The stories that the reader follows, what they have read, and what is kept of it. */
export function LibraryPage({ state, actions }: Props) {
  const { failure, notice, broughtBack } = state;
  return (
    <div class="hw-page">
      <PageHeader
        route={state.route}
        dueNotes={state.dueNotes}
        onToggleLanguage={actions.toggleLanguage}
      />
      <main class="hw-page-main">
        <KeepingBanners
          failure={failure}
          broughtBack={broughtBack}
          onSave={actions.saveFile}
          onAccept={actions.acceptBroughtBack}
          onUndo={actions.undoBroughtBack}
        />
        <Part state={state} actions={actions} />
      </main>
      {notice && <NoticeLine notice={notice} onDismiss={actions.dismissNotice} />}
    </div>
  );
}

function Part({ state, actions }: Props) {
  const content = useRef<HTMLDivElement>(null);
  const { route } = state;
  const place = placeOf(route);
  const shown = useRef(place);
  // As a new page would: its heading is where reading goes on.
  useLayoutEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    scrollTo({ top: 0, behavior: 'instant' });
    content.current?.focus({ preventScroll: true });
  }, [place]);

  return (
    <div key={place} ref={content} class={`hw-part hw-part-${route.type}`} tabIndex={-1}>
      {route.type === 'notes' && (
        <Notes part={state.notes} now={state.now} actions={actions} />
      )}
      {route.type === 'article' && (
        <AboutArticle part={state.aboutArticle} now={state.now} />
      )}
      {route.type === 'entity' && (
        <AboutEntity part={state.aboutEntity} now={state.now} actions={actions} />
      )}
      {route.type === 'stories' && <StoryList state={state} />}
      {route.type === 'story' && (
        <StoryPart storyId={route.storyId} state={state} actions={actions} />
      )}
      {route.type === 'review' && (
        <Review part={state.review} now={state.now} actions={actions} />
      )}
      {route.type === 'history' && <History state={state} actions={actions} />}
      {route.type === 'calendar' && (
        <Calendar route={route} state={state} actions={actions} />
      )}
      {route.type === 'trash' && <Trash state={state} actions={actions} />}
      {route.type === 'settings' && <Settings state={state} actions={actions} />}
    </div>
  );
}

function placeOf(route: Route): string {
  switch (route.type) {
    case 'story':
      return `story/${route.storyId}`;
    case 'article':
      return `article/${route.articleId}`;
    case 'entity':
      return `entity/${route.entityId}`;
    default:
      return route.type;
  }
}

/** Beyond it they are not counted (`storage/review/read-review.ts`). */
const MOST_DUE = 99;
const PARTS = [
  'notes',
  'stories',
  'review',
  'history',
  'calendar',
  'trash',
  'settings',
] as const;

function PageHeader({
  route,
  dueNotes,
  onToggleLanguage,
}: {
  route: Route;
  dueNotes: number;
  onToggleLanguage: () => void;
}) {
  const { t, lang } = useReviewWords();
  const here = partOf(route);
  return (
    <header class="hw-page-head">
      <span class="hw-page-brand">
        <Mark size={26} />
        <span>{t('app.name')}</span>
      </span>
      <nav class="hw-page-nav" aria-label={t('parts.label')}>
        {PARTS.map((part) => (
          <a
            key={part}
            href={`#${part}`}
            aria-current={part === here ? 'page' : undefined}
          >
            {t(`parts.${part}`)}
            {part === 'review' && dueNotes > 0 && <DueNotes count={dueNotes} />}
          </a>
        ))}
      </nav>
      <button
        type="button"
        class="hw-language"
        lang={lang === 'ar' ? 'en' : 'ar'}
        title={t('popup.languageLabel')}
        onClick={onToggleLanguage}
      >
        <Icon node={Languages} />
        {t('popup.language')}
      </button>
    </header>
  );
}

/** How many notes of the review wait; of very many only that they are many. */
function DueNotes({ count }: { count: number }) {
  const { t, number } = useReviewWords();
  const words = number(Math.min(count, MOST_DUE));
  return (
    <>
      <span class="hw-badge hw-due" aria-hidden="true">
        {count > MOST_DUE ? `${words}+` : words}
      </span>
      <span class="hw-unseen">{t('daily.due', { count })}</span>
    </>
  );
}
