import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useReviewWords } from '../translation/translation-context';

interface Props<Id extends string> {
  label: string;
  tabs: { id: Id; label: string; count: number }[];
  chosen: Id;
  onChoose: (id: Id) => void;
  children: ComponentChildren;
}

/** Tabs as the ARIA practices have them: arrows move and choose, Tab goes on into the panel. */
export function Tabs<Id extends string>(props: Props<Id>) {
  const { tabs, chosen, onChoose } = props;
  const { direction, number } = useReviewWords();
  const list = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent) {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const backward = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const step = event.key === forward ? 1 : event.key === backward ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = (at + step + tabs.length) % tabs.length;
    const tab = tabs[to];
    if (tab) onChoose(tab.id);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  }

  return (
    <>
      <div
        ref={list}
        class="hw-tabs-bar"
        role="tablist"
        aria-label={props.label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
      >
        {tabs.map(({ id, label, count }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`hw-tab-${id}`}
            class="hw-tab"
            aria-selected={id === chosen}
            aria-controls="hw-panel"
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {label} <span class="hw-badge">{number(count)}</span>
          </button>
        ))}
      </div>
      <div
        id="hw-panel"
        class="hw-panel"
        role="tabpanel"
        aria-labelledby={`hw-tab-${chosen}`}
      >
        {props.children}
      </div>
    </>
  );
}
