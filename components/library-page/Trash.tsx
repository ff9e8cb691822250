import { Trash as TrashIcon, Undo2 } from 'lucide';
import { useRef } from 'preact/hooks';
import { isHighlight, quoteOf } from '@/core/model/note';
import { useFocusAfterLeaving } from '../control/focus-after-leaving';
import { SearchField } from '../control/SearchField';
import { Icon } from '../icon/Icon';
import { TagList } from '../note/TagList';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { AskFirst } from './AskFirst';
import { ROWS_AT_ONCE } from './History';
import type { LibraryActions, LibraryState, TrashRow } from './library-view';

type TrashActions = Pick<
  LibraryActions,
  'searchTrash' | 'showMoreTrash' | 'restoreNote' | 'purgeNote' | 'emptyTrash'
>;

interface Props {
  state: Pick<LibraryState, 'trash' | 'now'>;
  actions: TrashActions;
}

/** Notes that were thrown away: each may come back, or go for good. */
export function Trash({ state: { trash, now }, actions }: Props) {
  const { t } = useReviewWords();
  const list = useRef<HTMLUListElement>(null);
  const leaving = useFocusAfterLeaving(list, '.hw-restore', trash?.notes ?? []);
  if (trash === null) return <div aria-busy="true" />;
  const { notes, total, query } = trash;
  const rest = total - notes.length;
  return (
    <>
      <h1>{t('parts.trash')}</h1>
      <p class="hw-soft">{t('trash.hint')}</p>
      {(total > 0 || query !== '') && (
        <>
          <SearchField
            label={t('trash.search')}
            value={query}
            onInput={actions.searchTrash}
          />
          <p class="hw-soft hw-figures" role="status">
            {t(query === '' ? 'trash.count' : 'notes.fitting', { count: total })}
          </p>
        </>
      )}
      {total === 0 && <Empty query={query} />}
      <ul ref={list} class="hw-trash">
        {notes.map((row, index) => (
          <TrashedNote
            key={row.note.id}
            row={row}
            now={now}
            actions={{
              ...actions,
              restoreNote(noteId) {
                leaving(index);
                actions.restoreNote(noteId);
              },
              purgeNote(noteId) {
                leaving(index);
                actions.purgeNote(noteId);
              },
            }}
          />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="hw-button hw-more" onClick={actions.showMoreTrash}>
          {t('trash.more', { count: Math.min(rest, ROWS_AT_ONCE) })}
        </button>
      )}
      {total > 0 && query === '' && (
        <AskFirst
          label={t('trash.empty')}
          question={t('trash.emptyAsk', { count: total })}
          keep={t('trash.keep')}
          onYes={actions.emptyTrash}
        />
      )}
    </>
  );
}

function Empty({ query }: { query: string }) {
  const { t } = useReviewWords();
  if (query !== '') {
    return <p class="hw-empty">{t('popup.nothingFits', { query: isolated(query) })}</p>;
  }
  return (
    <div class="hw-empty">
      <Icon node={TrashIcon} size={28} />
      <p>{t('trash.none')}</p>
    </div>
  );
}

function TrashedNote({
  row: { note, article },
  now,
  actions,
}: {
  row: TrashRow;
  now: number;
  actions: TrashActions;
}) {
  const { t, onDay } = useReviewWords();
  const quote = quoteOf(note) ?? '';
  const title = article?.title || t('kin.untitled');
  const when = onDay(note.deletedAt ?? now, now);
  const short = isolated((quote || note.body || title).slice(0, 60));
  return (
    <li class={`hw-trashed hw-mark-${note.colour}`}>
      {quote !== '' && (
        <blockquote class="hw-trashed-quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {!isHighlight(note) && (
        <p class="hw-trashed-words" dir="auto">
          {note.body}
        </p>
      )}
      <TagList tags={note.tags} />
      <p class="hw-soft">
        <bdi lang={article?.lang}>{title}</bdi>
        {when !== null && <> · {t('trash.deleted', { when })}</>}
      </p>
      <div class="hw-trashed-foot">
        <button
          type="button"
          class="hw-button hw-button-small hw-restore"
          aria-label={t('trash.restoreNamed', { note: short })}
          onClick={() => actions.restoreNote(note.id)}
        >
          <Icon node={Undo2} size={14} />
          {t('trash.restore')}
        </button>
        <AskFirst
          small
          label={t('trash.purge')}
          name={t('trash.purgeNamed', { note: short })}
          question={t('trash.purgeAsk')}
          keep={t('trash.keep')}
          onYes={() => actions.purgeNote(note.id)}
        />
      </div>
    </li>
  );
}
