/**
 * `npm run --silent predict -- KIND < input > output`: the code that the
 * extension ships, on data from outside. Standard output carries predictions
 * and nothing else. Exit code 0, 1 when a row failed, 2 when the call is wrong.
 */
import { once } from 'node:events';
import type { Predictor } from './predict/predictor';
import { readLines } from './predict/read-lines';

const KINDS: Record<string, () => Promise<{ predictor: Predictor }>> = {
  names: () => import('./predict/names'),
  mentions: () => import('./predict/mentions'),
  articles: () => import('./predict/articles'),
  anchors: () => import('./predict/anchors'),
  describe: () => import('./predict/describe'),
  export: () => import('./predict/export'),
  similar: () => import('./predict/similar'),
  import: () => import('./predict/import'),
};

async function main(kind: string | undefined): Promise<number> {
  const load = kind !== undefined && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (load === undefined) {
    const known = Object.keys(KINDS).join(', ');
    process.stderr.write(`predict: no kind "${kind ?? ''}"; there are: ${known}\n`);
    return 2;
  }
  const { predictor } = await load();
  const failed = await predictor(
    readLines(process.stdin.setEncoding('utf8')),
    async (line) => {
      if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    },
  );
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv[2]);
