import type { FacetCount, NoteFilters } from '@/core/model/search';
import { useReviewWords } from '../translation/translation-context';
import { localDay, startOfDay } from './local-day';
import type { NotesActions } from './notes-view';

interface Props {
  filters: NoteFilters;
  /** On which notes were made, oldest first. */
  days: readonly FacetCount<string>[];
  onChange: NotesActions['filterNotes'];
}

/** From one day to another, both included. */
export function DateFilter({ filters: { from, to }, days, onChange }: Props) {
  const { t } = useReviewWords();
  const first = days[0]?.value;
  const last = days.at(-1)?.value;
  return (
    <fieldset class="hw-facet hw-dates">
      <legend>{t('notes.date')}</legend>
      <label>
        {t('notes.from')}
        <input
          type="date"
          value={from === undefined ? '' : localDay(from)}
          min={first}
          max={last}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ from: value === '' ? undefined : startOfDay(value, 0) });
          }}
        />
      </label>
      <label>
        {t('notes.to')}
        <input
          type="date"
          value={to === undefined ? '' : localDay(to - 1)}
          min={first}
          max={last}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ to: value === '' ? undefined : startOfDay(value, 1) });
          }}
        />
      </label>
    </fieldset>
  );
}
