/** The pages of one article, and of one actor or place. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { namesOf } from '@/components/entity/entity-names';
import type { LibraryState, Route } from '@/components/library-page/library-view';
import type { Translator } from '@/locales/translate';
import { readAboutArticle } from '@/storage/about-article';
import { readAboutEntity } from '@/storage/about-entity';
import type { HawashiDatabase } from '@/storage/database';
import type { Watch } from './create-watch';

interface Ports {
  db: HawashiDatabase;
  watch: Watch;
}

type Parts = Pick<LibraryState, 'aboutArticle' | 'aboutEntity'>;

export interface AboutModel {
  parts: ReadonlySignal<Parts>;
  follow(route: Route, ending: AbortSignal): void;
  /** What the page is called; null where it is none of these, or not known yet. */
  titleOf(route: Route, words: Translator): string | null;
}

export function createAboutModel({ db, watch }: Ports): AboutModel {
  const article = signal<Parts['aboutArticle']>(null);
  const entity = signal<Parts['aboutEntity']>(null);
  const parts = computed(() => ({
    aboutArticle: article.value,
    aboutEntity: entity.value,
  }));
  return {
    parts,
    follow(route, ending) {
      article.value = null;
      entity.value = null;
      if (route.type === 'article') {
        const read = () => readAboutArticle(db, route.articleId);
        watch(read, (value) => (article.value = value ?? 'gone'), ending);
      }
      if (route.type === 'entity') {
        const read = () => readAboutEntity(db, route.entityId);
        watch(read, (value) => (entity.value = value ?? 'gone'), ending);
      }
    },
    titleOf(route, { lang }) {
      const { aboutArticle, aboutEntity } = parts.value;
      if (route.type === 'article' && aboutArticle && aboutArticle !== 'gone') {
        return aboutArticle.article.title || null;
      }
      if (route.type === 'entity' && aboutEntity && aboutEntity !== 'gone') {
        return aboutEntity.entity.names[lang] || namesOf(aboutEntity.entity)[0].words;
      }
      return null;
    },
  };
}
