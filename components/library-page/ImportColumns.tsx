import { useId } from 'preact/hooks';
import { COLUMN_ROLES, type ColumnRole, type Columns } from '@/core/import/csv-columns';
import { useReviewWords } from '../translation/translation-context';
import type { FilePreview } from './keeping-view';

interface Props {
  table: NonNullable<FilePreview['table']>;
  onChoose: (columns: Columns) => void;
}

/** Which column of a table holds what; a choice is tried at once. */
export function ImportColumns({ table, onChoose }: Props) {
  const { t } = useReviewWords();
  const id = useId();
  const { headings, columns, sample } = table;
  const choose = (role: ColumnRole, at: number) => {
    const { [role]: _, ...rest } = columns;
    onChoose(at < 0 ? rest : { ...rest, [role]: at });
  };
  return (
    <details
      class="hw-fold"
      open={columns.quote === undefined && columns.note === undefined}
    >
      <summary>{t('import.columns')}</summary>
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
