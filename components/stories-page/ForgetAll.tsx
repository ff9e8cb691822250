import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useReviewWords } from '../translation/translation-context';

interface Props {
  /** Articles. */
  count: number;
  onForget: () => void;
}

/** The one thing here that asks before it does; Esc is a no. */
export function ForgetAll({ count, onForget }: Props) {
  const { t } = useReviewWords();
  const [asking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const room = useRef<HTMLDivElement>(null);

  // The focus goes to the harmless answer, and back to where it came from.
  useLayoutEffect(() => {
    if (asking || wasAsking.current) {
      room.current?.querySelector<HTMLElement>('[data-hw-autofocus]')?.focus();
    }
    wasAsking.current = asking;
  }, [asking]);

  return (
    <div ref={room} class="hw-forget-all">
      {asking ? (
        <div
          role="alertdialog"
          aria-labelledby="hw-forget-ask"
          onKeyDown={(event) => {
            if (event.key === 'Escape') setAsking(false);
          }}
        >
          <p id="hw-forget-ask">{t('history.forgetAllAsk', { count })}</p>
          <button
            type="button"
            class="hw-button hw-button-problem"
            onClick={() => {
              setAsking(false);
              onForget();
            }}
          >
            {t('history.forgetAll')}
          </button>
          <button
            type="button"
            class="hw-button"
            data-hw-autofocus
            onClick={() => setAsking(false)}
          >
            {t('history.keep')}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="hw-button"
          data-hw-autofocus
          onClick={() => setAsking(true)}
        >
          {t('history.forgetAll')}…
        </button>
      )}
    </div>
  );
}
