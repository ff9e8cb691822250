/**
 * `npm run build:map`: Natural Earth's countries at 1:50 million (world-atlas),
 * without the bends that no panel of 600 pixels shows → `assets/public/world.json`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { quantize } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { ROOT } from './run-command';

/** Square degrees: a bend that spans less goes. */
const SMALLEST_BEND = 0.005;
/** Steps along each side of the map. */
const STEPS = 20_000;

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

const source = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
const world: World = JSON.parse(readFileSync(source, 'utf8'));
const { countries } = world.objects;
// Only shapes are drawn: the names are the lexicon's business.
const bare = {
  ...world,
  objects: {
    countries: {
      ...countries,
      geometries: countries.geometries.map(({ properties: _, ...shape }) => shape),
    },
  },
} as World;
const file = JSON.stringify(quantize(simplify(presimplify(bare), SMALLEST_BEND), STEPS));
const target = join(ROOT, 'assets', 'public', 'world.json');
mkdirSync(join(target, '..'), { recursive: true });
writeFileSync(target, file);
process.stdout.write(`world.json: ${Math.round(file.length / 1024)} KiB\n`);
