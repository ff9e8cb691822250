import { Download, Ellipsis, Library, PanelRight } from 'lucide';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icon/Icon';
import { IconButton } from '../icon/IconButton';
import { useReviewWords } from '../translation/translation-context';
import { ExportPanel } from './ExportPanel';
import { HistoryPanel } from './HistoryPanel';
import { KeepingLine } from './KeepingLine';
import type { ExportScope, PopupActions, PopupState } from './popup-view';

interface Props {
  state: PopupState;
  actions: PopupActions;
}

type Panel = 'history' | 'export';

/** The foot of the popup: the way to all stories, and two buttons that open what else can be done. */
export function PopupFoot({ state, actions }: Props) {
  const { t } = useReviewWords();
  const [panel, setPanel] = useState<Panel | null>(null);
  const { busy } = state;
  const foot = useRef<HTMLElement>(null);
  const wasOpen = useRef<Panel | null>(null);
  const toggle = (one: Panel) => setPanel(panel === one ? null : one);

  // What opens stands before its button: the focus goes in, and comes back when it closes.
  useLayoutEffect(() => {
    const of = panel ?? wasOpen.current;
    wasOpen.current = panel;
    if (of === null) return;
    const goal = panel === null ? `[data-opens="${of}"]` : 'section button:enabled';
    foot.current?.querySelector<HTMLElement>(goal)?.focus();
  }, [panel]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to the buttons inside.
    <footer
      ref={foot}
      class="hw-popup-foot"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || panel === null) return;
        event.preventDefault();
        setPanel(null);
      }}
    >
      {panel === 'history' && <HistoryPanel state={state} actions={actions} />}
      {panel === 'export' && (
        <ExportPanel
          scopes={scopesOf(state)}
          notes={state.notes}
          view={state.exporting}
          busy={busy}
          actions={actions}
        />
      )}
      <div class="hw-popup-foot-row">
        <button
          type="button"
          class="hw-to-stories"
          title={t('popup.libraryHint')}
          onClick={() => actions.openLibrary()}
        >
          <Icon node={Library} />
          {t('popup.library')}
        </button>
        <span class="hw-spring" />
        <button
          type="button"
          class="hw-icon-button"
          aria-label={t('popup.history')}
          title={t('popup.history')}
          data-opens="history"
          aria-expanded={panel === 'history'}
          onClick={() => toggle('history')}
        >
          <Icon node={Ellipsis} />
        </button>
        {state.hasPanel && (
          <IconButton
            node={PanelRight}
            label={t('panel.open')}
            directional
            onClick={actions.openPanel}
          />
        )}
        <button
          type="button"
          class="hw-button"
          data-opens="export"
          aria-expanded={panel === 'export'}
          onClick={() => toggle('export')}
        >
          <Icon node={Download} />
          {t('export.button')}
        </button>
      </div>
      {state.keeping && (
        <KeepingLine
          keeping={state.keeping}
          onOpen={() => actions.openLibrary('#settings')}
        />
      )}
    </footer>
  );
}

/** In a private window what is kept on the disk cannot be read in every browser. */
function scopesOf({ notes, page, isPrivate }: PopupState): ExportScope[] {
  const hasPage = notes.length > 0 || page.type === 'reading';
  if (isPrivate) return hasPage ? ['page'] : [];
  return hasPage ? ['page', 'everything'] : ['everything'];
}
