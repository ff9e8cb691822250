import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** On the button, and on that of the answer that does it. */
  label: string;
  /** What the first button is called where its label alone does not say of what. */
  name?: string;
  question: string;
  /** The answer that does it, where it has words of its own. */
  yes?: string;
  /** Another answer, which takes less. */
  other?: { label: string; onChoose: () => void };
  /** The answer that does nothing. */
  keep: string;
  small?: boolean;
  onYes: () => void;
}

/** What cannot be undone, or takes much: asks before it does. Esc is a no. */
export function AskFirst(props: Props) {
  const { label, name, question, yes = label, other, keep, small = false, onYes } = props;
  const [asking, setAsking] = useState(false);
  const wasAsking = useRef(false);
  const room = useRef<HTMLDivElement>(null);
  const asked = useId();
  const size = small ? ' hw-button-small' : '';

  // The focus goes to the harmless answer, and back to where it came from.
  useLayoutEffect(() => {
    if (asking || wasAsking.current) {
      room.current?.querySelector<HTMLElement>('[data-hw-autofocus]')?.focus();
    }
    wasAsking.current = asking;
  }, [asking]);

  return (
    <div ref={room} class="hw-ask-first">
      {asking ? (
        <div
          role="alertdialog"
          aria-labelledby={asked}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setAsking(false);
          }}
        >
          <p id={asked}>{question}</p>
          {other && (
            <button
              type="button"
              class={`hw-button${size}`}
              onClick={() => {
                setAsking(false);
                other.onChoose();
              }}
            >
              {other.label}
            </button>
          )}
          <button
            type="button"
            class={`hw-button hw-button-problem${size}`}
            onClick={() => {
              setAsking(false);
              onYes();
            }}
          >
            {yes}
          </button>
          <button
            type="button"
            class={`hw-button${size}`}
            data-hw-autofocus
            onClick={() => setAsking(false)}
          >
            {keep}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class={`hw-button${size}`}
          aria-label={name}
          data-hw-autofocus
          onClick={() => setAsking(true)}
        >
          {label}…
        </button>
      )}
    </div>
  );
}
