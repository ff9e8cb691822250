import { useState } from 'preact/hooks';
import { EntityNames } from '../entity/EntityNames';
import { descriptionOf } from '../entity/entity-names';
import { KindChip } from '../entity/KindChip';
import { ArticleLink } from '../story/ArticleLink';
import { useReviewWords } from '../translation/translation-context';
import { Gone } from './AboutArticle';
import { AboutNote } from './AboutNote';
import { articleAddress, type EntityPart, entityAddress } from './about-view';
import { arrangeMonths } from './arrange-months';
import { ROWS_AT_ONCE } from './History';
import { EVERYTHING, noteAddress } from './note-address';

interface Props {
  part: EntityPart | 'gone' | null;
  now: number;
}

/** An actor or place: met where and when, what was said of it, and with whom. */
export function AboutEntity({ part, now }: Props) {
  const { t, lang } = useReviewWords();
  if (part === null) return <div aria-busy="true" />;
  if (part === 'gone') return <Gone />;
  const { entity, articles, said, company } = part;
  const description = descriptionOf(entity, lang);
  const notes = { ...EVERYTHING, filters: { entityId: entity.id } };
  return (
    <>
      <h1>
        <EntityNames entity={entity} />
      </h1>
      <KindChip kind={entity.kind} />
      {description && (
        <p lang={description.lang} dir="auto">
          {description.words}
        </p>
      )}
      <p class="hw-figures">
        {t('stories.articles', { count: articles.length })} ·{' '}
        <a class="hw-link" href={noteAddress(notes)}>
          {t('about.allNotes')}
        </a>
      </p>
      <OverTime articles={articles} />
      {company.length > 0 && <Company company={company} />}
      <Said said={said} />
      <In articles={articles} now={now} />
    </>
  );
}

/** Articles by the month in which they were published, or read when that is unknown. */
function OverTime({ articles }: Pick<EntityPart, 'articles'>) {
  const { t, day } = useReviewWords();
  const spans = arrangeMonths(articles.map(({ article }) => timeOf(article)));
  if (spans.length < 2) return null;
  const most = Math.max(...spans.map(({ count }) => count));
  return (
    <section>
      <h2>{t('about.overTime')}</h2>
      <ol class="hw-bars">
        {spans.map(({ from, to, count }) => {
          const days = from === to ? (day(`${from}-01`) ?? from) : `${from} – ${to}`;
          const words = `${days}: ${t('stories.articles', { count })}`;
          return (
            <li key={from} title={words}>
              <span class="hw-unseen">{words}</span>
              <span
                class="hw-bar"
                style={{ blockSize: `${Math.round((count / most) * 100)}%` }}
              />
            </li>
          );
        })}
      </ol>
      <p class="hw-soft hw-bars-ends" aria-hidden="true">
        <bdi dir="ltr">{spans[0]?.from}</bdi>
        <bdi dir="ltr">{spans.at(-1)?.to}</bdi>
      </p>
    </section>
  );
}

function timeOf({ published, createdAt }: { published?: string; createdAt: number }) {
  const at = published === undefined ? Number.NaN : Date.parse(published);
  return Number.isNaN(at) ? createdAt : at;
}

function Company({ company }: Pick<EntityPart, 'company'>) {
  const { t } = useReviewWords();
  const most = company[0]?.articles ?? 1;
  return (
    <section>
      <h2>{t('about.company')}</h2>
      <ul class="hw-company">
        {company.map(({ entity, articles }) => (
          <li key={entity.id}>
            <a class="hw-company-name" href={entityAddress(entity.id)}>
              <EntityNames entity={entity} />
            </a>
            <span
              class="hw-company-bar"
              style={{ inlineSize: `${(articles / most) * 40}%` }}
            />
            <span class="hw-soft hw-figures">
              {t('stories.articles', { count: articles })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ said }: Pick<EntityPart, 'said'>) {
  const { t } = useReviewWords();
  const [shown, setShown] = useState(10);
  return (
    <section>
      <h2>{t('about.said')}</h2>
      {said.length === 0 && <p class="hw-soft">{t('about.nothingSaid')}</p>}
      <ul class="hw-about-notes">
        {said.slice(0, shown).map(({ note, article }) => (
          <li key={note.id}>
            <AboutNote note={note} />
            <p class="hw-soft">
              <a class="hw-link" href={articleAddress(article.id)}>
                <bdi lang={article.lang}>{article.title || t('kin.untitled')}</bdi>
              </a>
            </p>
          </li>
        ))}
      </ul>
      <More left={said.length - shown} onMore={() => setShown(shown + ROWS_AT_ONCE)} />
    </section>
  );
}

function In({ articles, now }: Pick<EntityPart, 'articles'> & { now: number }) {
  const { t } = useReviewWords();
  const [shown, setShown] = useState(ROWS_AT_ONCE);
  return (
    <section>
      <h2>{t('about.articles')}</h2>
      <ul>
        {articles.slice(0, shown).map(({ article, count, notes }) => (
          <li key={article.id} class="hw-kin hw-member-row">
            <ArticleLink
              article={article}
              readAt={article.lastOpenedAt}
              notes={notes}
              now={now}
            />
            <a class="hw-link hw-figures" href={articleAddress(article.id)}>
              {t('count.mentions', { count })}
              <span class="hw-unseen">
                {' '}
                <bdi>{article.title}</bdi>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <More
        left={articles.length - shown}
        onMore={() => setShown(shown + ROWS_AT_ONCE)}
      />
    </section>
  );
}

function More({ left, onMore }: { left: number; onMore: () => void }) {
  const { t } = useReviewWords();
  if (left <= 0) return null;
  return (
    <button type="button" class="hw-button hw-more" onClick={onMore}>
      {t('history.more', { count: Math.min(left, ROWS_AT_ONCE) })}
    </button>
  );
}
