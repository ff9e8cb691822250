import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { nameIn } from '../entity/entity-names';
import type { EntityRow } from '../popup/popup-view';
import { isolated } from '../story/story-name';
import { useReviewWords } from '../translation/translation-context';
import { drawWorld } from './draw-world';
import type { MapData } from './panel-view';
import { placeLabels } from './place-labels';

interface Props {
  /** All are on the map; the most mentioned first. */
  placed: readonly EntityRow[];
  map: MapData;
  zoom: number;
  chosen: string | null;
  onPress: (entityId: string) => void;
}

/** Pixels of the largest and of the smallest circle; the areas go by the mentions. */
const LARGEST = 18;
const SMALLEST = 4;
const SHAPE = 0.7;

export function MapPicture({ placed, map, zoom, chosen, onPress }: Props) {
  const { t, lang } = useReviewWords();
  const frame = useRef<SVGSVGElement>(null);
  const width = useWidth(frame);
  const height = Math.round(width * SHAPE);
  const spots = useMemo(
    () => placed.map(({ entity }) => map.coordinates.get(entity.id) ?? ([0, 0] as const)),
    [placed, map],
  );
  const at = placed.findIndex(({ entity }) => entity.id === chosen);
  // Nothing chosen: what is mentioned most.
  const around = zoom === 1 ? null : (spots[Math.max(at, 0)] ?? null);
  const drawing = useMemo(
    () =>
      drawWorld(map.world, spots, { width, height, zoom, around, margin: LARGEST + 6 }),
    [map, spots, width, zoom, around],
  );
  const most = placed[0]?.count ?? 1;
  const nameOf = ({ entity }: EntityRow) => nameIn(entity, lang);
  const points = placed.map((row, index) => {
    const [x, y] = drawing.points[index] ?? [-99, -99];
    const radius = Math.max(SMALLEST, LARGEST * Math.sqrt(row.count / most));
    return { x, y, radius, name: nameOf(row).words };
  });
  const labels = placeLabels(points, { width, height });

  function onKeyDown(event: KeyboardEvent) {
    const step = STEPS[event.key];
    const circles = frame.current?.querySelectorAll<SVGElement>('[role="button"]') ?? [];
    const from = [...circles].findIndex((circle) => circle.matches(':focus'));
    if (from < 0) return;
    if (event.key === 'Enter' || event.key === ' ')
      onPress(placed[from]?.entity.id ?? '');
    else if (step !== undefined)
      circles[(from + step + circles.length) % circles.length]?.focus();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a picture.
    <svg
      ref={frame}
      class="hw-map"
      role="group"
      aria-label={t('panel.mapLabel', { count: placed.length })}
      viewBox={`0 0 ${width} ${height}`}
      onKeyDown={onKeyDown}
    >
      <path class="hw-map-land" d={drawing.land} />
      <path class="hw-map-borders" d={drawing.borders} />
      {placed.map((row, index) => {
        const { id, kind } = row.entity;
        const point = points[index];
        const mentions = t('count.mentions', { count: row.count });
        const words = `${isolated(nameOf(row).words)} – ${mentions}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: there is no button in a picture.
          <g
            key={id}
            class={`hw-map-place hw-kind-${kind}`}
            role="button"
            tabindex={index === Math.max(at, 0) ? 0 : -1}
            aria-label={words}
            aria-pressed={id === chosen}
            onClick={() => onPress(id)}
          >
            <title>{words}</title>
            <circle cx={point?.x} cy={point?.y} r={point?.radius} />
          </g>
        );
      })}
      {labels.map(({ index, x, y, anchor }) => {
        const row = placed[index];
        return row ? (
          <MapLabel key={row.entity.id} name={nameOf(row)} at={[x, y]} anchor={anchor} />
        ) : null;
      })}
    </svg>
  );
}

/** Said by the place itself. In its own direction: `start` would be its right end in Arabic. */
function MapLabel(props: {
  name: { words: string; lang: 'ar' | 'en' };
  at: [number, number];
  anchor: 'start' | 'end';
}) {
  const { name, anchor } = props;
  const isRtl = name.lang === 'ar';
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in a picture takes the focus unasked.
    <text
      class="hw-map-label"
      lang={name.lang}
      direction={isRtl ? 'rtl' : 'ltr'}
      aria-hidden="true"
      x={props.at[0]}
      y={props.at[1]}
      dy="0.35em"
      text-anchor={isRtl === (anchor === 'start') ? 'end' : 'start'}
    >
      {name.words}
    </text>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** In pixels, as it is drawn now. */
function useWidth(of: { current: Element | null }): number {
  const [width, setWidth] = useState(360);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    let frame = 0;
    const measure = () =>
      setWidth(Math.max(200, Math.round(element.getBoundingClientRect().width)));
    // In the next frame: what is drawn anew changes the height that is being observed.
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    });
    measure();
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, []);
  return width;
}
