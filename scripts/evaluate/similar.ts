/**
 * `npm run evaluate -- similar [--fit | --cross] [--half tuning|checking|all] [--list] [FILE]`:
 * articles compared by their fingerprints. The checking half is what is reported
 * unless another is asked for. `--fit` prints weights and lines from the graded
 * pairs of the tuning half; `--cross` what such weights are worth on graded pairs
 * they have not seen, of both halves unless one is asked for.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFingerprints } from '@/core/similarity/compare-fingerprints';
import { measureLikeness } from '@/core/similarity/measure-likeness';
import { fingerprintWithNames, loadTermFrequencies } from '../predict/fingerprint';
import { loadRecogniser } from '../predict/recogniser';
import {
  type GradedPair,
  printCrossValidated,
  printModels,
  printReprintShare,
} from './similar/fit-models';
import { halvesOf, type LabelledPair, readPairs } from './similar/pair-set';
import { type ComparedPair, printReport } from './similar/report';

const ROOT = join(import.meta.dirname, '..', '..');
export const PAIRS = join(
  ROOT,
  '..',
  'shared',
  'data',
  'similar',
  'similar-dev.jsonl.xz',
);

export async function evaluate(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      fit: { type: 'boolean', default: false },
      cross: { type: 'boolean', default: false },
      list: { type: 'boolean', default: false },
      half: { type: 'string' },
    },
  });
  const half = values.half ?? (values.fit ? 'tuning' : values.cross ? 'all' : 'checking');
  const all = readPairs(positionals[0] ?? PAIRS);
  const halves = halvesOf(all);
  const pairs = all.filter(({ id }) => half === 'all' || halves.get(id) === half);
  if (values.fit) {
    printModels(gradePairs(pairs), gradePairs(strangersOf(pairs)));
    return printReprintShare(gradedOf(pairs).flatMap(({ a, b }) => [a.text, b.text]));
  }
  if (values.cross) return printCrossValidated(gradePairs(pairs));
  console.log(`${half} half: ${pairs.length} of ${all.length} pairs`);
  printReport(compareAll(pairs), values.list);
}

function fingerprinter() {
  const recogniser = loadRecogniser();
  const frequencies = loadTermFrequencies();
  return ({ a, b }: LabelledPair) =>
    [a, b].map((article) => fingerprintWithNames(article, recogniser, frequencies)) as [
      ReturnType<typeof fingerprintWithNames>,
      ReturnType<typeof fingerprintWithNames>,
    ];
}

function compareAll(pairs: readonly LabelledPair[]): ComparedPair[] {
  const read = fingerprinter();
  return pairs.map((pair) => ({ pair, ...compareFingerprints(...read(pair)) }));
}

function gradedOf(pairs: readonly LabelledPair[]): LabelledPair[] {
  return pairs.filter(({ overall }) => overall !== undefined);
}

/** One article of a graded pair beside one of another. */
function strangersOf(pairs: readonly LabelledPair[]): LabelledPair[] {
  const graded = gradedOf(pairs);
  return graded.map((pair, at) => {
    const other = graded[(at + Math.floor(graded.length / 2)) % graded.length] ?? pair;
    return { ...pair, label: 'different', overall: 4, b: other.b };
  });
}

/** Only pairs that people graded: the mined ones are for measuring. */
function gradePairs(pairs: readonly LabelledPair[]): GradedPair[] {
  const read = fingerprinter();
  return pairs.flatMap((pair) =>
    pair.overall === undefined
      ? []
      : [
          {
            pair,
            grade: pair.overall,
            likeness: measureLikeness(...read(pair)).likeness,
          },
        ],
  );
}
