import { X } from 'lucide';
import type { NoteFilters } from '@/core/model/search';
import { Icon } from '../icon/Icon';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { entityAddress } from './about-view';
import { filterWords } from './facet-words';
import type { NotesActions, NotesPart } from './notes-view';

interface Props {
  part: Pick<NotesPart, 'query' | 'facets'>;
  actions: Pick<NotesActions, 'filterNotes' | 'clearFilters'>;
}

/** The filters that are set, each of which goes by a press. */
export function ActiveFilters({ part: { query, facets }, actions }: Props) {
  const words = useReviewWords();
  const { t } = words;
  const { filters } = query;
  const names = (Object.keys(filters) as (keyof NoteFilters)[]).filter(
    (name) => filters[name] !== undefined,
  );
  if (names.length === 0) return null;
  return (
    <div class="hw-active-filters">
      {names.map((name) => {
        const filter = filterWords(words, filters, name, facets);
        return (
          <button
            key={name}
            type="button"
            class="hw-tag hw-active-filter"
            aria-label={t('notes.takeOff', { filter: isolated(filter) })}
            onClick={() => actions.filterNotes({ [name]: undefined })}
          >
            <bdi>{filter}</bdi>
            <Icon node={X} size={12} />
          </button>
        );
      })}
      {filters.entityId !== undefined && (
        <a class="hw-link" href={entityAddress(filters.entityId)}>
          {t('about.page', {
            name: isolated(filterWords(words, filters, 'entityId', facets)),
          })}
        </a>
      )}
      {names.length > 1 && (
        <button type="button" class="hw-link" onClick={actions.clearFilters}>
          {t('notes.clearFilters')}
        </button>
      )}
    </div>
  );
}
