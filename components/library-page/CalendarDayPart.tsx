import { useEffect, useRef } from 'preact/hooks';
import { nameDay } from '@/locales/calendar-names';
import { ArticleLink } from '../story/ArticleLink';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { AboutNote } from './AboutNote';
import { articleAddress } from './about-view';
import type { CalendarActions, CalendarDay, CalendarPart } from './calendar-view';
import { ROWS_AT_ONCE } from './History';
import type { HistoryRow } from './library-view';
import { startOfDay } from './local-day';
import { EVERYTHING, noteAddress } from './note-address';
import { tallyWords } from './tally-words';

interface Props {
  part: CalendarPart;
  /** That was chosen. */
  day: string | null;
  actions: CalendarActions;
}

/** What was read and noted on the day that was chosen. */
export function CalendarDayPart({ part, day, actions }: Props) {
  const words = useReviewWords();
  const { t, lang } = words;
  const section = useRef<HTMLElement>(null);
  // In a narrow window it stands below the month, where nobody would see it come.
  useEffect(() => {
    if (day === null) return;
    const { top = 0 } = section.current?.getBoundingClientRect() ?? {};
    if (top > innerHeight - ENOUGH) section.current?.scrollIntoView({ block: 'center' });
  }, [day]);

  if (day === null) {
    return (
      <section class="hw-calendar-day">
        <p class="hw-soft">{t('calendar.choose')}</p>
      </section>
    );
  }
  const read = part.day?.day === day ? part.day : null;
  const notes = part.noted?.get(day) ?? 0;
  return (
    <section ref={section} class="hw-calendar-day" aria-busy={read === null}>
      <h2>{nameDay(lang, day)}</h2>
      <p class="hw-soft hw-figures" role="status">
        {read && tallyWords(words, read.total, notes, t('calendar.nothingOnDay'))}
      </p>
      {read && read.total > 0 && <Articles read={read} onMore={actions.showMoreOfDay} />}
      {read && notes > 0 && <Notes read={read} count={notes} />}
    </section>
  );
}

/** Pixels of it that are enough to see what came. */
const ENOUGH = 120;

function Articles({
  read: { articles, total },
  onMore,
}: {
  read: CalendarDay;
  onMore: () => void;
}) {
  const { t } = useReviewWords();
  const rest = total - articles.length;
  return (
    <>
      <h3>{t('calendar.articles')}</h3>
      <ul>
        {articles.map((row) => (
          <ArticleRow key={row.article.id} row={row} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="hw-button hw-more" onClick={onMore}>
          {t('history.more', { count: Math.min(rest, ROWS_AT_ONCE) })}
        </button>
      )}
    </>
  );
}

function ArticleRow({ row: { article, notes, readAt } }: { row: HistoryRow }) {
  const { t, time } = useReviewWords();
  const title = isolated(article.title || t('kin.untitled'));
  return (
    <li class="hw-kin hw-member-row hw-member">
      <time class="hw-soft hw-figures" dateTime={new Date(readAt).toISOString()}>
        {time(readAt)}
      </time>
      <div class="hw-calendar-article">
        <ArticleLink article={article} readAt={null} notes={notes} now={readAt} />
        <a
          class="hw-link hw-soft"
          href={articleAddress(article.id)}
          aria-label={t('calendar.pageOf', { title })}
        >
          {t('calendar.page')}
        </a>
      </div>
    </li>
  );
}

function Notes({ read: { day, notes }, count }: { read: CalendarDay; count: number }) {
  const { t } = useReviewWords();
  const filters = { from: startOfDay(day, 0), to: startOfDay(day, 1) };
  return (
    <>
      <h3>{t('calendar.notes')}</h3>
      <p>
        <a class="hw-link" href={noteAddress({ ...EVERYTHING, filters })}>
          {t('calendar.allNotes', { count })}
        </a>
      </p>
      <ul class="hw-about-notes">
        {notes.map(({ note, article }) => (
          <li key={note.id}>
            <AboutNote note={note} />
            {article && (
              <p class="hw-soft">
                <a class="hw-link" href={articleAddress(article.id)}>
                  <bdi lang={article.lang}>{article.title || t('kin.untitled')}</bdi>
                </a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
