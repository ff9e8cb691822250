import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { FacetCount, NoteFilters as Filters } from '@/core/model/search';
import { useReviewWords } from '../translation/translation-context';
import { DateFilter } from './DateFilter';
import { entityWords, storyWords } from './facet-words';
import type { NotesActions, NotesPart } from './notes-view';

interface Props {
  part: Pick<NotesPart, 'query' | 'facets'>;
  actions: Pick<NotesActions, 'filterNotes'>;
}

/** By what the notes can be filtered, with how many each would leave. */
export function NoteFilters({ part: { query, facets }, actions }: Props) {
  const words = useReviewWords();
  const { t, lang } = words;
  const { filters } = query;
  const press = (name: keyof Filters, value: unknown) =>
    actions.filterNotes({ [name]: filters[name] === value ? undefined : value });
  const group = <T extends string>(
    name: keyof Filters,
    label: string,
    counts: readonly FacetCount<T>[],
    wordsOf: (count: FacetCount<T>) => ComponentChildren,
  ) => (
    <Facet
      key={name}
      label={label}
      counts={counts}
      active={filters[name]}
      wordsOf={wordsOf}
      onPress={(value) => press(name, value)}
    />
  );
  return (
    <>
      {group('kind', t('notes.kind'), facets.kinds, ({ value }) =>
        t(`notes.kinds.${value}`),
      )}
      {group('colour', t('notes.colour'), facets.colours, ({ value }) => (
        <>
          <span class={`hw-dot hw-mark-${value}`} />
          {t(`colour.${value}`)}
        </>
      ))}
      {group('tag', t('notes.tag'), facets.tags, ({ value }) => (
        <bdi>{value}</bdi>
      ))}
      {group('site', t('notes.site'), facets.sites, ({ value }) => (
        <bdi dir="ltr">{value}</bdi>
      ))}
      {group('storyId', t('notes.story'), facets.stories, ({ value }) => {
        const story = facets.stories.find((one) => one.value === value);
        return <bdi>{story ? storyWords(words, story) : value}</bdi>;
      })}
      {group('entityId', t('notes.entity'), facets.entities, ({ value }) => {
        const entity = facets.entities.find((one) => one.value === value);
        return (
          <bdi class={`hw-kind-${entity?.kind}`}>
            {entity ? entityWords(lang, entity) : value}
          </bdi>
        );
      })}
      <DateFilter filters={filters} days={facets.days} onChange={actions.filterNotes} />
      <Facet
        label={t('notes.state')}
        counts={[
          { value: 'orphaned', count: facets.orphaned },
          { value: 'trash', count: facets.trash },
        ]}
        active={filters.trash ? 'trash' : filters.orphaned ? 'orphaned' : undefined}
        wordsOf={({ value }) => t(value === 'trash' ? 'notes.inTrash' : 'notes.orphaned')}
        onPress={(value) => press(value as 'orphaned' | 'trash', true)}
      />
    </>
  );
}

/** Values shown before the reader asks for all. */
const FIRST = 6;

interface FacetProps<T extends string> {
  label: string;
  counts: readonly FacetCount<T>[];
  active: unknown;
  wordsOf: (count: FacetCount<T>) => ComponentChildren;
  onPress: (value: T) => void;
}

function Facet<T extends string>(props: FacetProps<T>) {
  const { label, counts, active } = props;
  const { t, number } = useReviewWords();
  const [open, setOpen] = useState(false);
  const there = counts.filter(({ value, count }) => count > 0 || value === active);
  if (there.length === 0) return null;
  const shown = open
    ? there
    : there.filter(({ value }, index) => index < FIRST || value === active);
  return (
    <fieldset class="hw-facet">
      <legend>{label}</legend>
      <ul class={open ? 'hw-facet-all' : ''}>
        {shown.map((one) => (
          <li key={one.value}>
            <button
              type="button"
              class="hw-facet-value"
              aria-pressed={one.value === active}
              onClick={() => props.onPress(one.value)}
            >
              <span class="hw-facet-words">{props.wordsOf(one)}</span>
              <span class="hw-figures hw-soft">{number(one.count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {there.length > FIRST && (
        <button
          type="button"
          class="hw-link hw-facet-more"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t('notes.fewer') : t('notes.more', { count: there.length - FIRST })}
        </button>
      )}
    </fieldset>
  );
}
