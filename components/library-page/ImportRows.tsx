import { useState } from 'preact/hooks';
import { useReviewWords } from '../translation/translation-context';
import type { ImportRow } from './keeping-view';

/** Shown at first, and more each time they are asked for. */
const ROWS = 50;

interface Props {
  rows: readonly ImportRow[];
  /** Notes that are not taken; null where none of the list is to be chosen. */
  without: ReadonlySet<string> | null;
  onTake: (noteId: string, isTaken: boolean) => void;
}

/** The notes of a kind, drawn when they are looked at. */
export function ImportRows({ rows, without, onTake }: Props) {
  const { t } = useReviewWords();
  const [count, setCount] = useState(0);
  const rest = rows.length - count;
  return (
    <details
      class="hw-fold"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && count === 0) setCount(ROWS);
      }}
    >
      <summary>{t('import.list')}</summary>
      <ul class="hw-import-rows">
        {rows.slice(0, count).map((row) => (
          <li key={row.id}>
            {without === null ? (
              <p>
                <bdi>{row.article}</bdi>
              </p>
            ) : (
              <label class="hw-keeping-check">
                <input
                  type="checkbox"
                  checked={!without.has(row.id)}
                  onChange={({ currentTarget }) => onTake(row.id, currentTarget.checked)}
                />
                <span>
                  <bdi>{row.article}</bdi>
                </span>
              </label>
            )}
            {row.quote !== null && (
              <blockquote>
                <bdi>{row.quote}</bdi>
              </blockquote>
            )}
            {row.body !== '' && (
              <p>
                <bdi>{row.body}</bdi>
              </p>
            )}
            {row.here !== null && row.here !== row.body && (
              <p class="hw-soft">
                {t('import.here')} <bdi>{row.here === '' ? '–' : row.here}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {count > 0 && rest > 0 && (
        <button type="button" class="hw-link" onClick={() => setCount(count + ROWS)}>
          {t('trash.more', { count: rest })}
        </button>
      )}
    </details>
  );
}
