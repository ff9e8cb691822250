import { ChevronLeft, ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { shownKindOf } from '@/core/model/entity';
import { EntityNames } from '../entity/EntityNames';
import { namesOf } from '../entity/entity-names';
import { KIND_ICONS } from '../entity/kind-icons';
import { Icon } from '../icon/Icon';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import type { EntityRow, JumpPosition, PopupActions } from './popup-view';
import { SeenBefore } from './SeenBefore';

interface Props {
  row: EntityRow;
  /** Where the last jump led, if it was to this entity. */
  jump: JumpPosition | null;
  /** Whether Tab stops here. */
  isStop: boolean;
  onFocus: () => void;
  onJump: PopupActions['jumpToMention'];
  /** Leads to all that is known of it; null where nothing is known of earlier reading. */
  onOpen: ((entityId: string) => void) | null;
  children?: ComponentChildren;
}

export function EntityLine({
  row,
  jump,
  isStop,
  onFocus,
  onJump,
  onOpen,
  children,
}: Props) {
  const { t } = useReviewWords();
  const { entity, count } = row;
  const kind = shownKindOf(entity.kind, row.acts);
  const name = isolated(namesOf(entity)[0].words);
  const tabIndex = isStop ? 0 : -1;
  const jumpLabel = jump ? t('popup.jumpNext', { name }) : t('popup.jumpFirst', { name });
  return (
    <li class={jump ? 'hw-entity hw-entity-current' : 'hw-entity'} onFocusIn={onFocus}>
      <button
        type="button"
        class="hw-entity-main"
        tabIndex={tabIndex}
        title={jumpLabel}
        onClick={() => onJump(entity.id, jump ? 'next' : 'first')}
      >
        <span class={`hw-entity-icon hw-kind-${kind}`}>
          <Icon node={KIND_ICONS[kind]} />
        </span>
        <EntityNames entity={entity} />
      </button>
      {count > 1 && (
        <span class="hw-entity-steps">
          <Step
            node={ChevronLeft}
            label={t('popup.jumpPrevious', { name })}
            tabIndex={tabIndex}
            onClick={() => onJump(entity.id, 'previous')}
          />
          <Step
            node={ChevronRight}
            label={t('popup.jumpNext', { name })}
            tabIndex={tabIndex}
            onClick={() => onJump(entity.id, 'next')}
          />
        </span>
      )}
      <Count count={count} jump={jump} />
      {onOpen && (
        <SeenBefore
          count={row.before}
          name={name}
          tabIndex={tabIndex}
          onOpen={() => onOpen(entity.id)}
        />
      )}
      {children}
    </li>
  );
}

function Count({ count, jump }: { count: number; jump: JumpPosition | null }) {
  const { t, number } = useReviewWords();
  if (jump) {
    return (
      <span class="hw-entity-count" role="status">
        {t('popup.position', { index: jump.index + 1, total: jump.count })}
      </span>
    );
  }
  const words = t('count.mentions', { count });
  return (
    <span class="hw-entity-count" title={words}>
      <span class="hw-unseen">{words}</span>
      <span aria-hidden="true">{number(count)}</span>
    </span>
  );
}

function Step(props: {
  node: typeof ChevronLeft;
  label: string;
  tabIndex: number;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="hw-icon-button hw-step"
      tabIndex={props.tabIndex}
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      <Icon node={props.node} directional />
    </button>
  );
}
