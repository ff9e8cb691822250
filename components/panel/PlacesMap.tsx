import { ZoomIn, ZoomOut } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { mentionTypeOf } from '@/core/model/entity';
import { IconButton } from '../icon/IconButton';
import { EntityLine } from '../popup/EntityLine';
import { EntityList } from '../popup/EntityList';
import type { EntityRow, JumpPosition } from '../popup/popup-view';
import { useReviewWords } from '../translation/translation-context';
import { MapPicture } from './MapPicture';
import type { MapData, PanelActions } from './panel-view';

interface Props {
  entities: readonly EntityRow[];
  map: MapData | 'failed' | null;
  jump: JumpPosition | null;
  /** What was chosen here or among the names. */
  chosen: string | null;
  onChoose: (entityId: string) => void;
  /** Leads to all that is known of it; null where earlier reading is not known. */
  onOpen: ((entityId: string) => void) | null;
  actions: Pick<PanelActions, 'jumpToMention' | 'loadMap'>;
}

const CLOSEST = 16;

/** The places of the article, larger the more often they are mentioned: on a map, and in a list below it. */
export function PlacesMap({ entities, map, jump, chosen, onChoose, ...props }: Props) {
  const { t } = useReviewWords();
  const { onOpen, actions } = props;
  const [zoom, setZoom] = useState(1);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => actions.loadMap(), []);
  useEffect(() => {
    list.current
      ?.querySelector('.hw-entity-current')
      ?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [jump?.entityId]);
  const [placed, unplaced] = useMemo(() => part(entities, map), [entities, map]);

  if (map === null) return <p class="hw-empty" aria-busy="true" />;
  if (map === 'failed') return <p class="hw-empty">{t('panel.mapFailed')}</p>;

  function lead(entityId: string, step: Parameters<PanelActions['jumpToMention']>[1]) {
    onChoose(entityId);
    actions.jumpToMention(entityId, step);
  }

  return (
    <>
      {placed.length === 0 ? (
        <p class="hw-empty">{t('panel.noPlaces')}</p>
      ) : (
        <div class="hw-map-frame">
          <MapPicture
            {...{ placed, map, zoom, chosen }}
            onPress={(id) => lead(id, jump?.entityId === id ? 'next' : 'first')}
          />
          <div class="hw-map-tools">
            <IconButton
              node={ZoomIn}
              label={t('panel.closer')}
              disabled={zoom >= CLOSEST}
              onClick={() => setZoom(zoom * 2)}
            />
            <IconButton
              node={ZoomOut}
              label={t('panel.farther')}
              disabled={zoom <= 0.25}
              onClick={() => setZoom(zoom / 2)}
            />
          </div>
          <p class="hw-soft hw-map-words">
            {t('panel.mapKeys')} <bdi>{t('panel.source')}</bdi>
          </p>
        </div>
      )}
      <div ref={list}>
        {placed.length > 0 && (
          <EntityList entities={placed} {...{ jump, onOpen }} onJump={lead} />
        )}
        {unplaced.length > 0 && (
          <section class="hw-entities" aria-label={t('panel.unplaced')}>
            <h3 class="hw-group-head">{t('panel.unplaced')}</h3>
            <ul>
              {unplaced.map((row) => (
                <EntityLine
                  key={row.entity.id}
                  row={row}
                  jump={jump?.entityId === row.entity.id ? jump : null}
                  isStop
                  onFocus={() => {}}
                  onJump={actions.jumpToMention}
                  onOpen={onOpen}
                />
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

/** Those on the map, the most mentioned first, and places of which nobody knows where they are. */
function part(
  entities: readonly EntityRow[],
  map: Props['map'],
): [EntityRow[], EntityRow[]] {
  if (map === null || map === 'failed') return [[], []];
  const places = entities.filter(({ entity }) => mentionTypeOf(entity.kind) === 'LOC');
  const isKnown = ({ entity }: EntityRow) => map.coordinates.has(entity.id);
  return [
    places.filter(isKnown).sort((one, other) => other.count - one.count),
    places.filter((row) => !isKnown(row)),
  ];
}
