import { ChevronDown } from 'lucide';
import type { TextSpan } from '@/core/model/selector';
import type { Xray } from '@/core/xray/xray';
import { namesOf } from '../entity/entity-names';
import { Icon } from '../icon/Icon';
import { EntityList } from '../popup/EntityList';
import type { EntityRow, NoteRow } from '../popup/popup-view';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import type { PanelActions, PanelState } from './panel-view';
import { Strip } from './Strip';
import { XrayDetails } from './XrayDetails';

interface Props {
  entities: EntityRow[];
  /** Null until the text is known. */
  xray: Xray | null;
  view: TextSpan | null;
  notes: readonly NoteRow[];
  jump: PanelState['jump'];
  /** Whose details are open. */
  chosen: string | null;
  onChoose: (entityId: string | null) => void;
  /** Leads to all that is known of it; null where earlier reading is not known. */
  onOpen: ((entityId: string) => void) | null;
  /** Null for what is on no map. */
  mapOf: (entityId: string) => (() => void) | null;
  actions: PanelActions;
}

/** Every name with a strip that shows where in the text it is mentioned. */
export function XrayNames({ entities, xray, view, actions, ...props }: Props) {
  const { chosen, onChoose } = props;
  const length = Math.max(xray?.length ?? 1, 1);
  const percent = (offset: number) => `${((offset / length) * 100).toFixed(1)}%`;
  // One band for all strips, so that a scroll of the page draws none of them anew.
  const band = view
    ? {
        '--hw-view-from': percent(view.start),
        '--hw-view-size': percent(view.end - view.start),
      }
    : {};

  function extraOf(row: EntityRow, isStop: boolean) {
    const { id } = row.entity;
    const mentions = xray?.mentions.get(id);
    if (!xray || !mentions) return null;
    const isOpen = chosen === id;
    return (
      <div class="hw-entity-extra" data-entity={id}>
        <div class="hw-xray-row">
          <span class="hw-strip-frame">
            <Strip
              mentions={mentions}
              length={xray.length}
              words={xray.words}
              onJump={(index) => actions.jumpToMention(id, index)}
            />
          </span>
          <Toggle
            row={row}
            isOpen={isOpen}
            isStop={isStop}
            onPress={() => onChoose(isOpen ? null : id)}
          />
        </div>
        {isOpen && (
          <XrayDetails
            {...{ row, xray, entities, actions, onChoose }}
            notes={props.notes}
            onMap={props.mapOf(id)}
          />
        )}
      </div>
    );
  }

  return (
    <div class="hw-xray" style={band}>
      <EntityList
        entities={entities}
        jump={props.jump}
        onJump={actions.jumpToMention}
        onOpen={props.onOpen}
        extraOf={extraOf}
      />
    </div>
  );
}

function Toggle(props: {
  row: EntityRow;
  isOpen: boolean;
  isStop: boolean;
  onPress: () => void;
}) {
  const { t } = useReviewWords();
  const name = isolated(namesOf(props.row.entity)[0].words);
  const label = t('panel.details', { name });
  return (
    <button
      type="button"
      class="hw-icon-button hw-xray-toggle"
      aria-expanded={props.isOpen}
      aria-label={label}
      title={label}
      tabIndex={props.isStop || props.isOpen ? 0 : -1}
      onClick={props.onPress}
    >
      <Icon node={ChevronDown} />
    </button>
  );
}
