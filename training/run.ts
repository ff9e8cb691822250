/**
 * `npm run train [-- --shared ../shared]`: corpora and raw news → `assets/public/tagger.bin`.
 * Every step leaves a file under `.cache/train/`; a step whose file is there is
 * left out, so that a run that was stopped goes on. Needs Debian's python3-torch,
 * fasttext and an OpenBLAS (without it training takes ten times as long).
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const WORK = join(ROOT, '.cache', 'train');
const PYTHON = '/usr/bin/python3';
const option = process.argv.indexOf('--shared');
const SHARED = option < 0 ? join(ROOT, '..', 'shared') : (process.argv[option + 1] ?? '');

/** How often an epoch reads each corpus: small ones more than once. */
const CORPORA =
  'anercorp:2,wikifane:0.5,aqmar:2,politics:3,wnut:0.3,wikigold:2,worldwide:0.5,news:1';
/** Beside eight million words of news with the teachers' labels. */
const MORE =
  'anercorp:4,wikifane:1,aqmar:6,politics:8,wnut:0.5,wikigold:4,worldwide:1,news:2';
/** What people labelled, once more at the end. */
const GOLD =
  'anercorp:3,wikifane:0.6,aqmar:4,politics:4,wnut:0.5,wikigold:5,worldwide:1,news:1';
const NETWORK = ['--hidden', '192', '--letters', '64', '--dilations', '1,2,4,1'];
const LSTM = ['--arch', 'lstm', '--hidden', '192', '--lstm', '160', '--letters', '64'];

if (!existsSync(join(SHARED, 'data', 'names'))) {
  process.stderr.write(`train: no corpora in ${SHARED}/data/names\n`);
  process.exit(2);
}
mkdirSync(WORK, { recursive: true });
const at = (name: string) => join(WORK, name);
const ENGLISH = ['worldwide.train', 'wnut17.train', 'crossner_politics.train']
  .map((name) => `"${SHARED}/data/names/en_${name}.bio"`)
  .join(' ');

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
step('english.words', () =>
  shell(
    // Sentences of the corpora without their labels: English has no raw text here.
    `awk '{ if ($1 == "") print ""; else printf "%s ", $1 }' ${ENGLISH} | npx tsx training/raw-words.ts > ${at('english.words.part')}`,
    'english.words',
  ),
);
await together([
  vectors('vec', 'raw', 5, 4, 0.0001),
  vectors('vec-en', 'english', 3, 20, 0.0005),
]);
step('raw.sample', () =>
  shell(
    // Whole runs of lines, so that articles stay together.
    `awk 'int(NR/300)%9<4 && length($0)>40' ${at('raw.text')} > ${at('raw.sample.part')}`,
    'raw.sample',
  ),
);
step('data/sizes.json', () => shell(`npx tsx training/prepare.ts ${SHARED} ${WORK}`));
await together([
  train('teacher', ['--epochs', '6', ...NETWORK, '--corpora', CORPORA]),
  train('teacher-lstm', ['--epochs', '5', '--seed', '2', ...LSTM, '--corpora', CORPORA]),
]);
await together([
  label('labels', 0, ['teacher', 'teacher-lstm']),
  label('labels', 1, ['teacher', 'teacher-lstm']),
]);
await together([
  train('student', [
    ...['--epochs', '3', '--batch', '48', '--seed', '4', ...NETWORK],
    ...['--corpora', `${MORE},${rawParts()}`, '--labels', at('labels')],
  ]),
]);
await together([
  train('tuned', [
    ...['--init', at('student.pt'), '--labels', at('labels'), ...NETWORK],
    ...[
      '--epochs',
      '3',
      '--batch',
      '32',
      '--seed',
      '5',
      '--lr',
      '1e-3',
      '--corpora',
      GOLD,
    ],
  ]),
]);
await run({
  file: 'export',
  command: PYTHON,
  log: 'export',
  args: [
    ...['training/export.py', at('data'), at('tuned.pt')],
    join(ROOT, 'assets', 'public', 'tagger.bin'),
    ...['--parity', join(ROOT, 'test', 'fixtures', 'tagger', 'scores.json')],
  ],
});

function step(file: string, make: () => void): void {
  if (existsSync(at(file))) return;
  process.stderr.write(`train: ${file}\n`);
  make();
}

/** A narrow window: words that take the same place, rather than the same subject. */
function vectors(
  name: string,
  words: string,
  least: number,
  epochs: number,
  threshold: number,
): Task {
  const options = `-dim 120 -minCount ${least} -epoch ${epochs} -thread 1 -ws 3 -neg 5 -minn 0 -maxn 0 -t ${threshold}`;
  return {
    file: `${name}.vec`,
    command: 'fasttext',
    args: [
      'skipgram',
      '-input',
      at(`${words}.words`),
      '-output',
      at(name),
      ...options.split(' '),
    ],
    log: name,
  };
}

function train(name: string, args: string[]): Task {
  const out = ['--lr', '3e-3', '--out', at(`${name}.pt`)];
  return {
    file: `${name}.done`,
    command: PYTHON,
    args: ['training/train.py', at('data'), ...out, ...args],
    log: name,
  };
}

/** Every second part of the news, by all the networks together. */
function label(name: string, half: 0 | 1, networks: string[]): Task {
  return {
    file: `${name}/counts-${half}.npy`,
    command: PYTHON,
    args: [
      ...['training/label_raw.py', at('data'), at(name), '--half', String(half)],
      ...networks.map((network) => at(`${network}.pt`)),
    ],
    log: `${name}-${half}`,
  };
}

/** The parts of the news that `prepare.ts` wrote, each learnt from once an epoch. */
function rawParts(): string {
  const parts: string[] = [];
  while (existsSync(at(`data/raw${parts.length}.words`)))
    parts.push(`raw${parts.length}:0.7`);
  return parts.join(',');
}

function shell(command: string, target?: string): void {
  finish(spawnSync('bash', ['-c', command], { cwd: ROOT, stdio: 'inherit' }));
  if (target !== undefined) renameSync(at(`${target}.part`), at(target));
}

interface Task {
  /** There when the task is done. */
  file: string;
  command: string;
  args: string[];
  log: string;
}

/** Side by side, each on one thread: more of them give other sums, and here no more speed. */
async function together(tasks: readonly Task[]): Promise<void> {
  await Promise.all(tasks.filter(({ file }) => !existsSync(at(file))).map(run));
}

async function run({ file, command, args, log }: Task): Promise<void> {
  process.stderr.write(`train: ${file}\n`);
  const output = openSync(at(`${log}.log`), 'w');
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', output, output],
    env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
  });
  const [status] = await once(child, 'exit');
  closeSync(output);
  if (status !== 0) stop(`${file}: see ${log}.log`);
  if (!existsSync(at(file))) writeFileSync(at(file), '');
}

function finish({ status, error }: { status: number | null; error?: Error }): void {
  if (status !== 0) stop(error?.message ?? '');
}

function stop(why: string): never {
  process.stderr.write(`train: stopped: ${why}\n`);
  process.exit(1);
}
