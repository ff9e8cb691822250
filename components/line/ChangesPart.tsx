import { ChevronLeft, ChevronRight } from 'lucide';
import { IconButton } from '../icon/IconButton';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions, LineView } from './line-view';

interface Props {
  view: LineView;
  actions: Pick<LineActions, 'showChanges' | 'stepChange'>;
}

/** What was added, changed and removed since the last visit: marked in the text, one by one here. */
export function ChangesPart({ view: { changes }, actions }: Props) {
  const { t } = useMarginWords();
  return (
    <section class="hw-panel-changes" aria-label={t('line.changes')}>
      <div class="hw-panel-row">
        <button
          type="button"
          class="hw-button"
          aria-pressed={changes !== null}
          onClick={() => actions.showChanges(changes === null)}
        >
          {t('line.showChanges')}
        </button>
        <span class="hw-spring" />
        {changes && changes.list.length > 1 && (
          <>
            <IconButton
              node={ChevronLeft}
              directional
              label={t('line.previousChange')}
              onClick={() => actions.stepChange(-1)}
            />
            <span class="hw-figures">
              {t('line.position', { index: changes.at + 1, total: changes.list.length })}
            </span>
            <IconButton
              node={ChevronRight}
              directional
              label={t('line.nextChange')}
              onClick={() => actions.stepChange(1)}
            />
          </>
        )}
      </div>
      <OneChange changes={changes} />
    </section>
  );
}

function OneChange({ changes }: Pick<LineView, 'changes'>) {
  const { t } = useMarginWords();
  const change = changes?.list[changes.at];
  return (
    <div aria-live="polite">
      {change && <p class="hw-soft">{t(`line.${change.kind}`)}</p>}
      {change && change.kind !== 'added' && (
        <blockquote class="hw-panel-before" dir="auto">
          {change.before}
        </blockquote>
      )}
    </div>
  );
}
