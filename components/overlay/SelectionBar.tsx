import { Copy, MapPin, StickyNote } from 'lucide';
import { NOTE_COLOURS } from '@/core/model/note';
import { Icon } from '../icon/Icon';
import { IconButton } from '../icon/IconButton';
import { useMarginWords } from '../translation/translation-context';
import { moveAlongToolbar } from './move-along-toolbar';
import { OverlayBox } from './OverlayBox';
import type { OverlayActions, OverlayView } from './overlay-view';

interface Props {
  view: Extract<OverlayView, { type: 'selection-bar' }>;
  actions: Pick<
    OverlayActions,
    'highlight' | 'writeNote' | 'copyQuote' | 'placeNote' | 'dismiss'
  >;
}

/** What can be done with the words just selected. */
export function SelectionBar({ view, actions }: Props) {
  const { t, direction } = useMarginWords();
  return (
    <OverlayBox
      anchor={view.anchor}
      position={{ side: 'top', align: 'centre', whenGone: 'hide' }}
      name="bar"
      role="toolbar"
      label={t('selection.label')}
      takesFocus={false}
      onDismiss={actions.dismiss}
      onKeyDown={(event) => moveAlongToolbar(event, direction)}
    >
      {/* A press must not take the selection away from the page: it is what the press is about. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: prevents, and does nothing itself. */}
      <div class="hw-bar-row" onMouseDown={(event) => event.preventDefault()}>
        {view.isPlacing ? (
          <button type="button" class="hw-bar-note" onClick={actions.placeNote}>
            <Icon node={MapPin} />
            {t('place.set')}
          </button>
        ) : (
          <Choices actions={actions} />
        )}
      </div>
    </OverlayBox>
  );
}

function Choices({ actions }: Pick<Props, 'actions'>) {
  const { t } = useMarginWords();
  return (
    <>
      {NOTE_COLOURS.map((colour) => {
        const label = t('selection.highlight', { colour: t(`colour.${colour}`) });
        return (
          <button
            key={colour}
            type="button"
            class={`hw-swatch hw-swatch-${colour}`}
            aria-label={label}
            title={label}
            onClick={() => actions.highlight(colour)}
          />
        );
      })}
      <span class="hw-bar-rule" />
      <button type="button" class="hw-bar-note" onClick={actions.writeNote}>
        <Icon node={StickyNote} />
        {t('selection.note')}
      </button>
      <IconButton node={Copy} label={t('selection.copy')} onClick={actions.copyQuote} />
    </>
  );
}
