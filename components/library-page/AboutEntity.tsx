import { EntityNames } from '../entity/EntityNames';
import { descriptionOf } from '../entity/entity-names';
import { KindChip } from '../entity/KindChip';
import { ArticleLink } from '../story/ArticleLink';
import { useReviewWords } from '../translation/translation-context';
import { Gone } from './AboutArticle';
import {
  type AboutActions,
  articleAddress,
  type CompanyPart,
  type EntityPart,
  type SaidPart,
} from './about-view';
import { arrangeMonths } from './arrange-months';
import { CompanySection, OfLatest } from './CompanySection';
import { ROWS_AT_ONCE } from './History';
import { EVERYTHING, noteAddress } from './note-address';
import { SaidNote } from './SaidNote';

interface Props {
  part: EntityPart | 'gone' | null;
  now: number;
  actions: AboutActions;
}

/** An actor or place: met where and when, what was said of it, and with whom. */
export function AboutEntity({ part, now, actions }: Props) {
  const { t, lang } = useReviewWords();
  if (part === null) return <div aria-busy="true" />;
  if (part === 'gone') return <Gone />;
  const { entity, total, articles, said, company } = part;
  const description = descriptionOf(entity, lang);
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
        {t('stories.articles', { count: total })}
        {said && said.total > 0 && (
          <>
            {' · '}
            <a
              class="hw-link"
              href={noteAddress({ ...EVERYTHING, filters: { entityId: entity.id } })}
            >
              {t('about.notesThere', { count: said.total })}
            </a>
          </>
        )}
      </p>
      {company ? (
        <>
          <OverTime company={company} total={total} />
          <CompanySection entity={entity} company={company} total={total} />
        </>
      ) : (
        <div aria-busy="true" />
      )}
      {said ? (
        <Said part={said} onMore={actions.showMoreSaid} />
      ) : (
        <div aria-busy="true" />
      )}
      <In
        articles={articles}
        left={total - articles.length}
        now={now}
        onMore={actions.showMoreArticles}
      />
    </>
  );
}

/** Articles by the month in which they were published, or read when that is unknown. */
function OverTime({ company, total }: { company: CompanyPart; total: number }) {
  const { t, day } = useReviewWords();
  const spans = arrangeMonths(company.times);
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
      <OfLatest looked={company.looked} total={total} />
    </section>
  );
}

function Said({ part, onMore }: { part: SaidPart; onMore: () => void }) {
  const { t } = useReviewWords();
  const { said, more } = part;
  return (
    <section>
      <h2>{t('about.said')}</h2>
      {said.length === 0 && !more && <p class="hw-soft">{t('about.nothingSaid')}</p>}
      <ul class="hw-about-notes">
        {said.map(({ note, article }) => (
          <SaidNote key={note.id} note={note} article={article} />
        ))}
      </ul>
      {more && (
        <button type="button" class="hw-button hw-more" onClick={onMore}>
          {t('about.moreSaid')}
        </button>
      )}
    </section>
  );
}

function In({
  articles,
  left,
  now,
  onMore,
}: Pick<EntityPart, 'articles'> & { left: number; now: number; onMore: () => void }) {
  const { t } = useReviewWords();
  return (
    <section>
      <h2>{t('about.articles')}</h2>
      <ul>
        {articles.map(({ article, count, notes }) => (
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
      {left > 0 && (
        <button type="button" class="hw-button hw-more" onClick={onMore}>
          {t('history.more', { count: Math.min(left, ROWS_AT_ONCE) })}
        </button>
      )}
    </section>
  );
}
