import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { SHOWN_KINDS, type ShownKind, shownKindOf } from '@/core/model/entity';
import { SearchField } from '../control/SearchField';
import { KIND_ICONS } from '../entity/kind-icons';
import { Icon } from '../icon/Icon';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { arrangeEntities, type EntityGroup } from './arrange-entities';
import { EntityLine } from './EntityLine';
import type { EntityRow, JumpPosition, PopupActions } from './popup-view';

interface Props {
  entities: EntityRow[];
  jump: JumpPosition | null;
  onJump: PopupActions['jumpToMention'];
  /** Leads to all that is known of an entity; null where earlier reading is not known. */
  onOpen: ((entityId: string) => void) | null;
  /** What else a line shows below its names; Tab may stop there when `isStop`. */
  extraOf?: (row: EntityRow, isStop: boolean) => ComponentChildren;
}

/** Fewer are taken in at a glance. */
const WORTH_FILTERING = 10;

/** The actors and places of the article, by kind, with what it takes to find one among hundreds. */
export function EntityList({ entities, jump, onJump, onOpen, extraOf }: Props) {
  const { t } = useReviewWords();
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<ShownKind | null>(null);
  const groups = arrangeEntities(entities, query);
  // A kind that went away with late content must not leave an empty list behind.
  const shown = groups.filter((group) => kind === null || group.kind === kind);
  const visible = shown.length > 0 ? shown : query === '' ? groups : shown;

  if (entities.length === 0) return <p class="hw-empty">{t('popup.noNames')}</p>;
  return (
    <>
      {entities.length >= WORTH_FILTERING && (
        <div class="hw-filters">
          <SearchField label={t('popup.filter')} value={query} onInput={setQuery} />
          <KindFilter entities={entities} value={kind} onChange={setKind} />
        </div>
      )}
      {visible.length === 0 ? (
        <p class="hw-empty">{t('popup.nothingFits', { query: isolated(query) })}</p>
      ) : (
        <Groups groups={visible} {...{ jump, onJump, onOpen, extraOf }} />
      )}
    </>
  );
}

function KindFilter({
  entities,
  value,
  onChange,
}: {
  entities: EntityRow[];
  value: ShownKind | null;
  onChange: (kind: ShownKind | null) => void;
}) {
  const { t, number } = useReviewWords();
  const kinds = entities.map(({ entity, acts }) => shownKindOf(entity.kind, acts));
  const present = SHOWN_KINDS.filter((kind) => kinds.includes(kind));
  if (present.length < 2) return null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame and a legend.
    <div class="hw-kind-filter" role="group" aria-label={t('popup.kindFilter')}>
      <button
        type="button"
        class="hw-pill"
        aria-pressed={value === null}
        onClick={() => onChange(null)}
      >
        {t('popup.allKinds')}
      </button>
      {present.map((kind) => (
        <button
          key={kind}
          type="button"
          class={`hw-pill hw-kind-${kind}`}
          aria-pressed={value === kind}
          title={t(`kinds.${kind}`)}
          onClick={() => onChange(value === kind ? null : kind)}
        >
          <Icon node={KIND_ICONS[kind]} size={14} />
          <span class="hw-unseen">{t(`kinds.${kind}`)}</span>
          <span class="hw-figures">
            {number(kinds.filter((one) => one === kind).length)}
          </span>
        </button>
      ))}
    </div>
  );
}

/**
 * One stop for Tab in the whole list: the arrow keys move between its lines,
 * Tab goes on to the buttons of the line where they stand.
 */
function Groups({
  groups,
  jump,
  onJump,
  onOpen,
  extraOf,
}: {
  groups: EntityGroup[];
  extraOf: Props['extraOf'] | undefined;
} & Pick<Props, 'jump' | 'onJump' | 'onOpen'>) {
  const { t, number } = useReviewWords();
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const ids = groups.flatMap(({ rows }) => rows.map(({ entity }) => entity.id));
  const stop = current !== null && ids.includes(current) ? current : ids[0];

  function onKeyDown(event: KeyboardEvent) {
    const { target } = event;
    if (!(target instanceof Element) || target.closest('.hw-entity-extra')) return;
    const to = lineFor(event.key, ids.indexOf(stop ?? ''), ids.length);
    if (to === null) return;
    event.preventDefault();
    setCurrent(ids[to] ?? null);
    const lines = list.current?.querySelectorAll<HTMLElement>('.hw-entity-main');
    lines?.[to]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the buttons inside.
    <div ref={list} class="hw-entities" onKeyDown={onKeyDown}>
      {groups.map(({ kind, rows }, index) => (
        <section key={kind} aria-label={t(`kinds.${kind}`)}>
          <div class="hw-group-line">
            <h3 class={`hw-group-head hw-kind-${kind}`}>
              {t(`kinds.${kind}`)} <span class="hw-figures">{number(rows.length)}</span>
            </h3>
            {/* Each figure says so itself to who does not see the columns. */}
            {index === 0 && onOpen && (
              <span class="hw-columns" aria-hidden="true">
                <span class="hw-entity-count">{t('popup.hereColumn')}</span>
                <span class="hw-before">{t('popup.beforeColumn')}</span>
              </span>
            )}
          </div>
          <ul>
            {rows.map((row) => (
              <EntityLine
                key={row.entity.id}
                row={row}
                jump={jump?.entityId === row.entity.id ? jump : null}
                isStop={row.entity.id === stop}
                onFocus={() => setCurrent(row.entity.id)}
                onJump={onJump}
                onOpen={onOpen}
              >
                {extraOf?.(row, row.entity.id === stop)}
              </EntityLine>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function lineFor(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
