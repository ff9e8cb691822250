/**
 * `npm run bench [-- KIND…]`: speed and size, each kind a table. Needs a production build.
 * `npm run bench -- faults [--runs N]`: what is lost when the worst happens; only when asked for.
 */
import { parseArgs } from 'node:util';
import { MissingBrowserError } from './browsers/find-browser';

/** Takes a quarter of an hour with many runs, and measures nothing: not in a run of all. */
const FAULTS = 'faults';

const KINDS: Record<string, () => Promise<{ bench: (runs?: number) => Promise<void> }>> =
  {
    anchors: () => import('./bench/anchors'),
    articles: () => import('./bench/articles'),
    export: () => import('./bench/export'),
    [FAULTS]: () => import('./bench/faults'),
    library: () => import('./bench/library'),
    names: () => import('./bench/names'),
    page: () => import('./bench/page'),
    similar: () => import('./bench/similar'),
    storage: () => import('./bench/storage'),
    stories: () => import('./bench/stories'),
  };

async function main(kinds: readonly string[], runs?: number): Promise<number> {
  for (const kind of kinds) {
    const load = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (load === undefined) {
      const known = Object.keys(KINDS).join(', ');
      console.error(`bench: no kind "${kind}"; there are: ${known}`);
      return 2;
    }
    await (await load()).bench(runs);
  }
  return 0;
}

try {
  const { values, positionals } = parseArgs({
    options: { runs: { type: 'string' } },
    allowPositionals: true,
  });
  const all = Object.keys(KINDS).filter((kind) => kind !== FAULTS);
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  process.exitCode = await main(positionals.length > 0 ? positionals : all, runs);
} catch (error) {
  console.error(error instanceof MissingBrowserError ? error.message : error);
  process.exitCode = 1;
}
