import { X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../icon/IconButton';
import { Mark } from '../icon/Mark';
import { popoverMode, useTopLayer } from '../overlay/top-layer';
import { useStay } from '../overlay/use-stay';
import { useMarginWords } from '../translation/translation-context';
import type { LineActions } from './line-view';

/** Milliseconds until it goes: time enough to notice it, to read it and to reach it. */
const STAYS = 12_000;

interface Props {
  /** What the article has to do with those read before, in one sentence. */
  sentence: string;
  actions: Pick<LineActions, 'open' | 'close'>;
}

/** One sentence in a corner at the foot of the page. Takes no focus, and goes by itself unless it is held. */
export function QuietLine({ sentence, actions }: Props) {
  const { t } = useMarginWords();
  const line = useRef<HTMLElement>(null);
  const stay = useStay(STAYS, null, actions.close);
  useTopLayer(line);
  // Speech follows words that come into a status, not a status that comes with words.
  const [said, setSaid] = useState(false);
  useEffect(() => setSaid(true), []);
  return (
    <section
      ref={line}
      class="hw-line"
      popover={popoverMode()}
      aria-label={t('line.label')}
      {...stay}
    >
      <Mark size={18} />
      <div class="hw-line-status" role="status">
        {said && (
          <button
            type="button"
            class="hw-line-open"
            aria-expanded={false}
            title={sentence}
            onClick={actions.open}
          >
            {sentence}
          </button>
        )}
      </div>
      <IconButton node={X} label={t('action.dismiss')} onClick={actions.close} />
    </section>
  );
}
