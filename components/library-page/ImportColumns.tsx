import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { COLUMN_ROLES, type ColumnRole, type Columns } from '@/core/import/csv-columns';
import { useReviewWords } from '../translation/translation-context';
import type { FilePreview } from './keeping-view';

interface Props {
  table: NonNullable<FilePreview['table']>;
  onChoose: (columns: Columns, role: ColumnRole) => void;
}

/** Which column of a table holds what; a choice is tried at once. */
export function ImportColumns({ table, onChoose }: Props) {
  const { t } = useReviewWords();
  const id = useId();
  const { headings, columns, sample, chosen } = table;
  const isUnknown = columns.quote === undefined && columns.note === undefined;
  const last = useRef<HTMLSelectElement>(null);
  // What was chosen was tried, and the preview is a new one: the reader goes on where they were.
  useLayoutEffect(() => last.current?.focus(), []);
  const choose = (role: ColumnRole, at: number) => {
    const { [role]: _, ...rest } = columns;
    onChoose(at < 0 ? rest : { ...rest, [role]: at }, role);
  };
  return (
    <details class="hw-fold" open={isUnknown || chosen !== null}>
      <summary>{t('import.columns')}</summary>
      {isUnknown && <p>{t('import.columnsHint')}</p>}
      <div class="hw-import-columns">
        {COLUMN_ROLES.map((role) => {
          const at = columns[role] ?? -1;
          const example = sample
            .map((cells) => cells[at] ?? '')
            .find((cell) => cell !== '');
          return (
            <div key={role}>
              <label for={`${id}-${role}`}>{t(`import.roles.${role}`)}</label>
              <select
                ref={role === chosen ? last : null}
                class="hw-select"
                id={`${id}-${role}`}
                value={String(at)}
                onChange={({ currentTarget }) =>
                  choose(role, Number(currentTarget.value))
                }
              >
                <option value="-1">{t('import.noColumn')}</option>
                {headings.map((heading, index) => (
                  <option key={index} value={String(index)}>
                    {heading.slice(0, 60) || String(index + 1)}
                  </option>
                ))}
              </select>
              {example !== undefined && (
                <span class="hw-soft" dir="auto">
                  {example.slice(0, 60)}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </details>
  );
}
