/** The map of the panel as paths and points: pure, from what is mentioned and how large the drawing is. */
import { geoMercator, geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type World = Topology<{ countries: GeometryCollection }>;

/** Degrees, latitude and longitude. */
export type Place = readonly [number, number];

export interface Drawing {
  land: string;
  borders: string;
  /** Pixels of each place, in the order in which they were given. */
  points: [number, number][];
}

export interface Frame {
  width: number;
  height: number;
  /** Pixels kept free around the places. */
  margin: number;
  /** 1 shows all places; more is closer. */
  zoom: number;
  /** What stays in the middle when closer; null: all places. */
  around: Place | null;
}

/** Degrees: what a reader needs around a single town to know where it is. */
const LEAST_SPAN = 12;
/** Degrees of longitude beyond which the whole world is shown, as a world. */
const WORLD_SPAN = 150;
/** Degrees of latitude: beyond these Mercator has little but ice. */
const HIGHEST = 74;

export function drawWorld(world: World, places: readonly Place[], frame: Frame): Drawing {
  const { width, height, margin, zoom } = frame;
  const [south, north] = spanOf(
    places.map(([latitude]) => clampLatitude(latitude)),
    HIGHEST,
  );
  const [west, east] = spanOf(
    places.map(([, longitude]) => longitude),
    180,
  );
  // On a round world the parallels are the longer the nearer they are to the equator.
  const widest = Math.min(north, Math.max(south, 0));
  const projection = east - west > WORLD_SPAN ? geoNaturalEarth1() : geoMercator();
  projection.fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    {
      type: 'MultiPoint',
      coordinates: [
        [west, south],
        [west, north],
        [east, south],
        [east, north],
        [(west + east) / 2, north],
        [(west + east) / 2, south],
        [west, widest],
        [east, widest],
      ],
    },
  );
  if (zoom !== 1) {
    const middle = frame.around ?? [(south + north) / 2, (west + east) / 2];
    const [x, y] = projection([middle[1], clampLatitude(middle[0])]) ?? [0, 0];
    const [left, top] = projection.translate();
    projection
      .scale(projection.scale() * zoom)
      .translate([width / 2 + (left - x) * zoom, height / 2 + (top - y) * zoom]);
  }
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const path = geoPath(projection).digits(1);
  const { countries } = world.objects;
  return {
    land: path(feature(world, countries)) ?? '',
    borders: path(mesh(world, countries, (one, other) => one !== other)) ?? '',
    points: places.map(([latitude, longitude]) => {
      const [x, y] = projection([longitude, clampLatitude(latitude)]) ?? [-99, -99];
      return [x, y];
    }),
  };
}

/** The least and the greatest, at least {@link LEAST_SPAN} apart, within the limits. */
function spanOf(degrees: readonly number[], limit: number): [number, number] {
  const [least, most] = [Math.min(...degrees), Math.max(...degrees)];
  const wanting = Math.max(0, LEAST_SPAN - (most - least)) / 2;
  return [Math.max(-limit, least - wanting), Math.min(limit, most + wanting)];
}

function clampLatitude(latitude: number): number {
  return Math.min(HIGHEST, Math.max(-HIGHEST, latitude));
}
