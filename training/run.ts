/**
 * `npm run train [-- --shared ../shared]`: corpora and raw news → `assets/public/tagger.bin`.
 * Every step leaves a file under `.cache/train/`; a step whose file is there is
 * left out, so that a run that was stopped goes on. Needs Debian's python3-torch,
 * fasttext and an OpenBLAS (without it training takes ten times as long).
 */
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const WORK = join(ROOT, '.cache', 'train');
const PYTHON = '/usr/bin/python3';
const option = process.argv.indexOf('--shared');
const SHARED = option < 0 ? join(ROOT, '..', 'shared') : (process.argv[option + 1] ?? '');

/** All corpora; small ones and the news count more than once. */
const MIXED = 'anercorp:2,wikifane:0.6,aqmar:2,politics:3,wnut:0.6,wikigold:2';
/** Beside three times as much news. */
const MORE = 'anercorp:3,wikifane:1.5,aqmar:4,politics:5,wnut:1,wikigold:4';
const NETWORK = ['--hidden', '112', '--dilations', '1,2,1,2'];

if (!existsSync(join(SHARED, 'data', 'names'))) {
  process.stderr.write(`train: no corpora in ${SHARED}/data/names\n`);
  process.exit(2);
}
mkdirSync(WORK, { recursive: true });
const at = (name: string) => join(WORK, name);

step('raw.text', () =>
  shell(
    `for f in ant_news hespress saudinewsnet; do xzcat "${SHARED}/data/names/raw/$f.txt.xz"; echo; done > ${at('raw.text.part')}`,
    'raw.text',
  ),
);
step('raw.words', () =>
  shell(
    `npx tsx training/raw-words.ts < ${at('raw.text')} > ${at('raw.words.part')}`,
    'raw.words',
  ),
);
step('vec.vec', () =>
  shell(
    // A narrow window: words that take the same place, rather than the same subject.
    `fasttext skipgram -input ${at('raw.words')} -output ${at('vec')} -dim 80 -minCount 5 -epoch 2 -thread 1 -ws 3 -neg 5 -minn 0 -maxn 0 -t 0.0001`,
  ),
);
step('raw.sample', () =>
  shell(
    // Whole runs of lines, so that articles stay together.
    `awk 'int(NR/300)%9<4 && length($0)>40' ${at('raw.text')} > ${at('raw.sample.part')}`,
    'raw.sample',
  ),
);
step('data/sizes.json', () => shell(`npx tsx training/prepare.ts ${SHARED} ${WORK}`));
train('teacher', ['--epochs', '6', '--lr', '3e-3', ...NETWORK, '--corpora', MIXED]);
train('teacher-lstm', [
  ...['--arch', 'lstm', '--hidden', '160', '--epochs', '6', '--lr', '3e-3'],
  ...['--seed', '2', '--corpora', MIXED],
]);
label('labels', ['teacher', 'teacher-lstm']);
train('student', [
  ...['--epochs', '5', '--lr', '3e-3', '--batch', '32', ...NETWORK],
  ...['--corpora', `${MIXED},raw0:1,raw1:1`],
  ...['--labels', at('labels'), '--kinds', at('labels/counts.npy')],
]);
label('labels-2', ['student', 'teacher-lstm']);
train('student-2', [
  ...['--epochs', '3', '--lr', '3e-3', '--batch', '48', '--seed', '4', ...NETWORK],
  ...['--corpora', `${MORE},${rawParts()}`],
  ...['--labels', at('labels-2'), '--kinds', at('labels-2/counts.npy')],
]);
python([
  ...['training/export.py', at('data'), at('student-2.pt')],
  join(ROOT, 'assets', 'public', 'tagger.bin'),
  ...['--parity', join(ROOT, 'test', 'fixtures', 'tagger', 'scores.json')],
]);

function step(file: string, make: () => void): void {
  if (existsSync(at(file))) return;
  process.stderr.write(`train: ${file}\n`);
  make();
}

function train(name: string, args: string[]): void {
  step(`${name}.pt`, () =>
    python(['training/train.py', at('data'), '--out', at(`${name}.pt`), ...args], name),
  );
}

function label(name: string, networks: string[]): void {
  step(`${name}/counts.npy`, () =>
    python([
      'training/label_raw.py',
      at('data'),
      at(name),
      ...networks.map((network) => at(`${network}.pt`)),
    ]),
  );
}

/** The parts of the news that `prepare.ts` wrote, each learnt from once an epoch. */
function rawParts(): string {
  const parts: string[] = [];
  while (existsSync(at(`data/raw${parts.length}.words`)))
    parts.push(`raw${parts.length}:1`);
  return parts.join(',');
}

function shell(command: string, target?: string): void {
  finish(spawnSync('bash', ['-c', command], { cwd: ROOT, stdio: 'inherit' }));
  if (target !== undefined) renameSync(at(`${target}.part`), at(target));
}

function python(args: string[], log?: string): void {
  const output = log === undefined ? 'inherit' : openSync(at(`${log}.log`), 'w');
  const result = spawnSync(PYTHON, args, {
    cwd: ROOT,
    stdio: ['ignore', output, 'inherit'],
    // One thread: more of them give other sums, and here no more speed.
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  if (typeof output === 'number') closeSync(output);
  finish(result);
}

function finish({ status, error }: { status: number | null; error?: Error }): void {
  if (status === 0) return;
  process.stderr.write(
    `train: stopped${error === undefined ? '' : `: ${error.message}`}\n`,
  );
  process.exit(1);
}
