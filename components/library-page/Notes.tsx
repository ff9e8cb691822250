import { Funnel, NotebookText } from 'lucide';
import { useState } from 'preact/hooks';
import { NOTE_SORTS } from '@/core/model/search';
import { SearchField } from '../control/SearchField';
import { Icon } from '../icon/Icon';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { ActiveFilters } from './ActiveFilters';
import { NoteBulk } from './NoteBulk';
import { NoteFilters } from './NoteFilters';
import { NoteRows } from './NoteRows';
import type { NotesActions, NotesPart } from './notes-view';

interface Props {
  /** Null until they have been read. */
  part: NotesPart | null;
  now: number;
  actions: NotesActions;
}

/** All notes, searched, filtered, chosen, and changed many at once. */
export function Notes({ part, now, actions }: Props) {
  const { t } = useReviewWords();
  const [filtersOpen, setFiltersOpen] = useState(false);
  if (part === null) return <div aria-busy="true" />;
  const { query, total } = part;
  const filters = Object.values(query.filters).filter((one) => one !== undefined);
  const isSought = query.words !== '' || filters.length > 0;
  if (total === 0 && !isSought) return <NoNotes />;
  return (
    <div class="hw-notes">
      <h1 class="hw-unseen">{t('parts.notes')}</h1>
      <div class="hw-notes-search">
        <SearchField
          label={t('notes.search')}
          value={query.words}
          onInput={actions.searchNotes}
        />
        <button
          type="button"
          class="hw-button hw-filters-open"
          aria-expanded={filtersOpen}
          aria-controls="hw-note-filters"
          onClick={() => setFiltersOpen(!filtersOpen)}
        >
          <Icon node={Funnel} size={14} />
          {filters.length === 0
            ? t('notes.filters')
            : t('notes.filtersSet', { count: filters.length })}
        </button>
        <label class="hw-sort">
          <span class="hw-unseen">{t('notes.sort')}</span>
          <select
            class="hw-select"
            value={query.sort}
            onChange={(event) => {
              const { value } = event.currentTarget;
              const sort = NOTE_SORTS.find((one) => one === value);
              if (sort) actions.sortNotes(sort);
            }}
          >
            {NOTE_SORTS.map((sort) => (
              <option key={sort} value={sort} selected={sort === query.sort}>
                {t(`notes.sorts.${sort}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div
        id="hw-note-filters"
        class={`hw-note-filters${filtersOpen ? ' hw-filters-shown' : ''}`}
      >
        <NoteFilters part={part} actions={actions} />
      </div>
      <div class="hw-notes-found">
        <ActiveFilters part={part} actions={actions} />
        <NoteBulk part={part} actions={actions} />
        {total === 0 ? (
          <div class="hw-empty">
            <p>
              {query.words === ''
                ? t('notes.noneFit')
                : t('popup.nothingFits', { query: isolated(query.words) })}
            </p>
            {filters.length > 0 && (
              <button type="button" class="hw-link" onClick={actions.clearFilters}>
                {t('notes.clearFilters')}
              </button>
            )}
          </div>
        ) : (
          <NoteRows part={part} now={now} actions={actions} />
        )}
      </div>
    </div>
  );
}

function NoNotes() {
  const { t } = useReviewWords();
  return (
    <>
      <h1>{t('parts.notes')}</h1>
      <div class="hw-empty">
        <Icon node={NotebookText} size={28} />
        <p>{t('notes.none')}</p>
        <p class="hw-soft">{t('notes.noneHint')}</p>
      </div>
    </>
  );
}
