/** `npm run bench [-- KIND…]`: speed and size, each kind a table. Needs a production build. */
import { MissingBrowserError } from './browsers/find-browser';

const KINDS: Record<string, () => Promise<{ bench: () => Promise<void> }>> = {
  anchors: () => import('./bench/anchors'),
  articles: () => import('./bench/articles'),
  library: () => import('./bench/library'),
  export: () => import('./bench/export'),
  names: () => import('./bench/names'),
  page: () => import('./bench/page'),
  similar: () => import('./bench/similar'),
  storage: () => import('./bench/storage'),
  stories: () => import('./bench/stories'),
};

async function main(kinds: readonly string[]): Promise<number> {
  for (const kind of kinds) {
    const load = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (load === undefined) {
      const known = Object.keys(KINDS).join(', ');
      console.error(`bench: no kind "${kind}"; there are: ${known}`);
      return 2;
    }
    await (await load()).bench();
  }
  return 0;
}

try {
  const asked = process.argv.slice(2);
  process.exitCode = await main(asked.length > 0 ? asked : Object.keys(KINDS));
} catch (error) {
  console.error(error instanceof MissingBrowserError ? error.message : error);
  process.exitCode = 1;
}
