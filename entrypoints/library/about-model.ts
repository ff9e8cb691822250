/** The pages of one article, of one actor or place, and what was written on a story. */
import {
  computed,
  effect,
  type ReadonlySignal,
  type Signal,
  signal,
} from '@preact/signals';
import { nameIn } from '@/components/entity/entity-names';
import type { AboutActions } from '@/components/library-page/about-view';
import { ROWS_AT_ONCE } from '@/components/library-page/History';
import type { LibraryState, Route } from '@/components/library-page/library-view';
import type { Translator } from '@/locales/translate';
import { readAboutArticle } from '@/storage/about-article';
import {
  type AboutEntity,
  type EntityCompany,
  readAboutEntity,
  readEntityCompany,
  readSaidOfEntity,
  type SaidOfEntity,
} from '@/storage/about-entity';
import { type AboutStory, readAboutStory } from '@/storage/about-story';
import type { HawashiDatabase } from '@/storage/database';
import type { Watch } from './create-watch';

interface Ports {
  db: HawashiDatabase;
  watch: Watch;
}

type Parts = Pick<LibraryState, 'aboutArticle' | 'aboutEntity' | 'aboutStory'>;

export interface AboutModel {
  parts: ReadonlySignal<Parts>;
  actions: AboutActions;
  follow(route: Route, ending: AbortSignal): void;
  /** What the page is called; null where it is none of these, or not known yet. */
  titleOf(route: Route, words: Translator): string | null;
}

/** Notes that name an actor or place: few are what one wants to see of them at first. */
const SAID_FIRST = 10;

export function createAboutModel({ db, watch }: Ports): AboutModel {
  const article = signal<Parts['aboutArticle']>(null);
  const entity = signal<AboutEntity | 'gone' | null>(null);
  const company = signal<EntityCompany | null>(null);
  const said = signal<SaidOfEntity | null>(null);
  const story = signal<AboutStory | null>(null);
  const articleLimit = signal(ROWS_AT_ONCE);
  const saidLimit = signal(SAID_FIRST);
  const parts = computed<Parts>(() => ({
    aboutArticle: article.value,
    aboutEntity:
      entity.value === null || entity.value === 'gone'
        ? entity.value
        : { ...entity.value, company: company.value, said: said.value },
    aboutStory: story.value,
  }));

  /** Each by itself: the page does not wait for what takes longest. */
  function followEntity(entityId: string, ending: AbortSignal): void {
    const follow = <T>(
      limit: Signal<number>,
      read: (limit: number) => Promise<T>,
      show: (value: T) => void,
    ) =>
      followLimited(
        limit,
        (count, ended) => watch(() => read(count), show, ended),
        ending,
      );
    follow(
      articleLimit,
      (limit) => readAboutEntity(db, entityId, limit),
      (value) => (entity.value = value ?? 'gone'),
    );
    follow(
      saidLimit,
      (limit) => readSaidOfEntity(db, entityId, limit),
      (value) => (said.value = value),
    );
    const read = () => readEntityCompany(db, entityId);
    watch(read, (value) => (company.value = value), ending);
  }

  return {
    parts,
    actions: {
      showMoreArticles: () => (articleLimit.value += ROWS_AT_ONCE),
      showMoreSaid: () => (saidLimit.value += ROWS_AT_ONCE),
    },
    follow(route, ending) {
      article.value = null;
      entity.value = null;
      company.value = null;
      said.value = null;
      story.value = null;
      articleLimit.value = ROWS_AT_ONCE;
      saidLimit.value = SAID_FIRST;
      if (route.type === 'article') {
        const read = () => readAboutArticle(db, route.articleId);
        watch(read, (value) => (article.value = value ?? 'gone'), ending);
      }
      if (route.type === 'story') {
        const read = () => readAboutStory(db, route.storyId);
        watch(read, (value) => (story.value = value), ending);
      }
      if (route.type === 'entity') followEntity(route.entityId, ending);
    },
    titleOf(route, { lang }) {
      const { aboutArticle, aboutEntity } = parts.value;
      if (route.type === 'article' && aboutArticle && aboutArticle !== 'gone') {
        return aboutArticle.article.title || null;
      }
      if (route.type === 'entity' && aboutEntity && aboutEntity !== 'gone') {
        return nameIn(aboutEntity.entity, lang).words;
      }
      return null;
    },
  };
}

/** Follows anew, each time more is asked for. */
function followLimited(
  limit: ReadonlySignal<number>,
  follow: (limit: number, ended: AbortSignal) => void,
  ending: AbortSignal,
): void {
  let current = new AbortController();
  const stop = effect(() => {
    const { value: wanted } = limit;
    current.abort();
    current = new AbortController();
    follow(wanted, current.signal);
  });
  ending.addEventListener('abort', () => {
    stop();
    current.abort();
  });
}
