import { FileQuestionMark } from 'lucide';
import { SHOWN_KINDS, type ShownKind, shownKindOf } from '@/core/model/entity';
import { EntityNames } from '../entity/EntityNames';
import { KindChip } from '../entity/KindChip';
import { Icon } from '../icon/Icon';
import { ArticleLink } from '../story/ArticleLink';
import { storyName } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { AboutNote } from './AboutNote';
import { type ArticlePart, entityAddress, storyAddress } from './about-view';

/** `gone`: it is not kept. */
interface Props {
  part: ArticlePart | 'gone' | null;
  now: number;
}

/** One article: its facts, its stories, who and where is in it, and the notes on it in their order. */
export function AboutArticle({ part, now }: Props) {
  const words = useReviewWords();
  const { t } = words;
  if (part === null) return <div aria-busy="true" />;
  if (part === 'gone') return <Gone />;
  const { article, notes, entities, stories } = part;
  return (
    <>
      <h1>
        <bdi lang={article.lang}>{article.title || t('kin.untitled')}</bdi>
      </h1>
      <ArticleLink
        article={article}
        readAt={article.lastOpenedAt}
        notes={notes.length}
        now={now}
      />
      <p class="hw-soft hw-figures">
        {article.byline && (
          <>
            <bdi>{article.byline}</bdi> ·{' '}
          </>
        )}
        {t('why.words', { count: article.wordCount })}
      </p>
      {stories.length > 0 && (
        <p>
          {t('notes.story')}:{' '}
          {stories.map((story) => (
            <a key={story.id} class="hw-link" href={storyAddress(story.id)}>
              <bdi>{storyName(words, story)}</bdi>
            </a>
          ))}
        </p>
      )}
      <h2>{t('about.notes')}</h2>
      {notes.length === 0 && <p class="hw-soft">{t('about.noNotes')}</p>}
      <ul class="hw-about-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <AboutNote note={note} />
          </li>
        ))}
      </ul>
      <h2>{t('about.entities')}</h2>
      {entities.length === 0 && <p class="hw-soft">{t('about.noEntities')}</p>}
      {SHOWN_KINDS.map((kind) => (
        <OfKind key={kind} kind={kind} entities={entities} />
      ))}
    </>
  );
}

function OfKind({ kind, entities }: { kind: ShownKind } & Pick<ArticlePart, 'entities'>) {
  const { t } = useReviewWords();
  const these = entities.filter(
    ({ entity, acts }) => shownKindOf(entity.kind, acts) === kind,
  );
  if (these.length === 0) return null;
  return (
    <section class="hw-about-kind">
      <h3>
        <KindChip kind={kind} />
      </h3>
      <ul>
        {these.map(({ entity, count }) => (
          <li key={entity.id}>
            <a class="hw-about-entity" href={entityAddress(entity.id)}>
              <EntityNames entity={entity} />
              <span class="hw-badge" title={t('count.mentions', { count })}>
                {count}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Gone() {
  const { t } = useReviewWords();
  return (
    <div class="hw-empty">
      <Icon node={FileQuestionMark} size={28} />
      <p>{t('about.gone')}</p>
      <p class="hw-soft">{t('about.goneHint')}</p>
      <a class="hw-link" href="#notes">
        {t('parts.notes')}
      </a>
    </div>
  );
}
