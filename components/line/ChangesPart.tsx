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
          <Stepper changes={changes} onStep={actions.stepChange} />
        )}
      </div>
      <OneChange changes={changes} />
    </section>
  );
}

function Stepper({
  changes: { list, at },
  onStep,
}: {
  changes: NonNullable<LineView['changes']>;
  onStep: LineActions['stepChange'];
}) {
  const { t } = useMarginWords();
  return (
    <span class="hw-panel-stepper">
      <IconButton
        node={ChevronLeft}
        directional
        label={t('line.previousChange')}
        onClick={() => onStep(-1)}
      />
      <span class="hw-figures">
        {t('line.position', { index: at + 1, total: list.length })}
      </span>
      <IconButton
        node={ChevronRight}
        directional
        label={t('line.nextChange')}
        onClick={() => onStep(1)}
      />
    </span>
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
