import type { Refusal } from '@/core/import/import-report';
import { useReviewWords } from '../translation/translation-context';

/** Enough to see what is wrong with a file; more nobody reads. */
const ROWS = 200;

/** The rows of a file that are left out, each with its reason. */
export function ImportRefused({ left, refused }: { left: number; refused: Refusal[] }) {
  const { t } = useReviewWords();
  const rest = left - Math.min(ROWS, refused.length);
  return (
    <details class="hw-fold">
      <summary>{t('keeping.unsound', { count: left })}</summary>
      <ul class="hw-import-rows">
        {refused.slice(0, ROWS).map(({ row, reason, list, field }, at) => (
          <li key={at}>
            <p>
              {list !== undefined && <code>{list} </code>}
              {row > 0 && `${t('import.row', { row })} `}
              {t(`import.reasons.${reason}`)}
              {field !== undefined && <code> {field}</code>}
            </p>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="hw-soft">{t('import.moreRefused', { count: rest })}</p>}
    </details>
  );
}
