/** The library's state, as signals, and what its buttons do. */
import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
} from '@preact/signals';
import type { SpokenNotice } from '@/components/control/NoticeLine';
import { ROWS_AT_ONCE } from '@/components/library-page/History';
import type {
  LibraryActions,
  LibraryState,
  OpenWhy,
  Route,
} from '@/components/library-page/library-view';
import { partOf } from '@/components/library-page/part-of';
import { storyName } from '@/components/story/story-name';
import type { HawashiDatabase } from '@/storage/database';
import { type History, readHistory, readSites } from '@/storage/history';
import {
  type HistorySettings,
  readHistorySettings,
  watchHistorySettings,
} from '@/storage/history-settings';
import {
  readStories,
  readStoryArticles,
  type StoryArticle,
  type StoryOverview,
} from '@/storage/stories';
import { readTrash, type Trash } from '@/storage/trash';
import { countBroughtBack } from '../popup/brought-back';
import type { Language } from '../popup/language';
import { createSpeaker } from '../popup/speaker';
import { createAboutModel } from './about-model';
import { createCalendarModel } from './calendar-model';
import { createWatch, TYPING_PAUSE } from './create-watch';
import { historyActions } from './history-actions';
import { keepingActions } from './keeping-actions';
import { createKeepingModel } from './keeping-model';
import { createNotesModel } from './notes-model';
import { readRoute } from './read-route';
import { createReviewModel } from './review-model';
import { storyActions } from './story-actions';
import { trashActions } from './trash-actions';

export interface LibraryModel {
  readonly state: ReadonlySignal<LibraryState>;
  /** Of the document. */
  readonly title: ReadonlySignal<string>;
  readonly actions: LibraryActions;
  start(): void;
}

interface Ports {
  db: HawashiDatabase;
  language: Language;
  closing: AbortSignal;
}

export function createLibraryModel({ db, language, closing }: Ports): LibraryModel {
  const route = signal<Route>(readRoute(location.hash));
  const stories = signal<StoryOverview[] | null>(null);
  const articles = signal<StoryArticle[] | null>(null);
  const why = signal<OpenWhy | null>(null);
  const query = signal('');
  const found = signal<History | null>(null);
  const sites = signal<Awaited<ReturnType<typeof readSites>> | null>(null);
  const wantsSites = signal(false);
  const limit = signal(ROWS_AT_ONCE);
  const trash = signal<Trash | null>(null);
  const trashQuery = signal('');
  const trashLimit = signal(ROWS_AT_ONCE);
  const settings = signal<HistorySettings | null>(null);
  const failure = signal<string | null>(null);
  const watch = createWatch(db, failure);
  const keeping = createKeepingModel({ db, onFailure: (code) => (failure.value = code) });
  const notice = signal<SpokenNotice | null>(null);
  const speaker = createSpeaker(notice, language);

  const notes = createNotesModel({ db, route, speaker, language, watch });
  const about = createAboutModel({ db, watch });
  const calendar = createCalendarModel({ db, route, language, watch });
  const review = createReviewModel({ db, speaker, language, watch });
  const state = computed<LibraryState>(() => ({
    route: route.value,
    notes: notes.part.value,
    ...about.parts.value,
    ...review.parts.value,
    stories: stories.value,
    articles: articles.value,
    why: why.value,
    history: found.value && {
      ...found.value,
      query: query.value,
      sites: sites.value,
    },
    calendar: calendar.part.value,
    trash: trash.value && { ...trash.value, query: trashQuery.value },
    settings: settings.value,
    keeping: keeping.part.value,
    broughtBack: countBroughtBack(keeping.report.value),
    failure: failure.value,
    notice: notice.value,
    now: Date.now(),
  }));

  const title = computed(() => {
    const words = language.translator.value;
    const { t } = words;
    const at = route.value;
    const story =
      at.type === 'story' &&
      stories.value?.find(({ story }) => story.id === at.storyId)?.story;
    const here = story
      ? storyName(words, story)
      : (about.titleOf(at, words) ?? t(`parts.${partOf(at)}`));
    return `${here} · ${t('app.name')}`;
  });

  /** Changes when another part is shown: notes and calendar follow by themselves what is looked for. */
  const place = computed(() => {
    const { value: at } = route;
    return at.type === 'notes' || at.type === 'calendar' ? at.type : at;
  });

  function followRoute(ending: AbortSignal): void {
    const at = route.peek();
    if (at.type === 'stories' || at.type === 'story') {
      watch(
        () => readStories(db),
        (value) => (stories.value = value),
        ending,
      );
    }
    if (at.type === 'story') {
      const { storyId } = at;
      const read = () => readStoryArticles(db, storyId);
      watch(read, (value) => (articles.value = value), ending);
    }
    if (at.type === 'notes') notes.follow(ending);
    if (at.type === 'calendar') calendar.follow(ending);
    about.follow(at, ending);
    if (at.type === 'review') review.follow(ending);
    if (at.type === 'settings') keeping.follow(ending);
    if (at.type === 'trash') followTrash(ending);
    if (at.type === 'history') {
      followHistory(ending);
      if (wantsSites.value) {
        watch(
          () => readSites(db),
          (value) => (sites.value = value),
          ending,
        );
      }
    }
  }

  const followHistory = (ending: AbortSignal): void =>
    followSearch({ query, limit, found }, (wanted) => readHistory(db, wanted), ending);
  const followTrash = (ending: AbortSignal): void =>
    followSearch(
      { query: trashQuery, limit: trashLimit, found: trash },
      (wanted) => readTrash(db, wanted),
      ending,
    );

  /** Follows what a search finds until `ending`, anew with each change of what is searched for. */
  function followSearch<T>(
    {
      query,
      limit,
      found,
    }: { query: Signal<string>; limit: Signal<number>; found: Signal<T | null> },
    search: (wanted: { query: string; limit: number }) => Promise<T>,
    ending: AbortSignal,
  ): void {
    let current = new AbortController();
    ending.addEventListener('abort', () => current.abort());
    const stop = effect(() => {
      const wanted = { query: query.value, limit: limit.value };
      current.abort();
      current = new AbortController();
      const { signal: superseded } = current;
      const pause = found.peek() === null ? 0 : TYPING_PAUSE;
      setTimeout(() => {
        const read = () => search(wanted);
        watch(read, (value) => (found.value = value), superseded);
      }, pause);
    });
    ending.addEventListener('abort', stop);
  }

  return {
    state,
    title,
    actions: {
      ...notes.actions,
      ...calendar.actions,
      ...review.actions,
      ...about.actions,
      ...storyActions({ route, stories, articles, why, speaker, language }),
      ...historyActions({ query, limit, wantsSites, settings, speaker, language }),
      ...keepingActions({ db, ...keeping, speaker, language }),
      ...trashActions({
        ...{ found: trash, query: trashQuery, limit: trashLimit },
        ...{ speaker, language },
      }),
      toggleLanguage: language.toggle,
      dismissNotice: speaker.silence,
    },
    start() {
      const show = (read: HistorySettings) => {
        settings.value = read;
      };
      readHistorySettings().then(show, () => speaker.complainOf('storage-unavailable'));
      watchHistorySettings(show, closing);
      keeping.start(closing);
      review.start(closing);
      addEventListener(
        'hashchange',
        () => {
          route.value = readRoute(location.hash);
        },
        { signal: closing },
      );
      let current = new AbortController();
      const stop = effect(() => {
        place.value;
        current.abort();
        current = new AbortController();
        articles.value = null;
        why.value = null;
        followRoute(current.signal);
      });
      closing.addEventListener('abort', () => {
        stop();
        current.abort();
      });
    },
  };
}
