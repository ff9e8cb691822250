/**
 * `npm run evaluate -- similar [--fit] [--half tuning|checking|all] [--list] [FILE]`:
 * articles compared by their fingerprints. Weights and lines come from the
 * tuning half alone (`--fit` prints them); the checking half is what is
 * reported unless another is asked for.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareFingerprints } from '@/core/similarity/compare-fingerprints';
import { measureLikeness } from '@/core/similarity/measure-likeness';
import { fingerprintWithNames, loadTermFrequencies } from '../predict/fingerprint';
import { loadRecogniser } from '../predict/recogniser';
import { fitWeights, scoreOf } from './similar/fit-weights';
import { bestTiers } from './similar/measures';
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
      list: { type: 'boolean', default: false },
      half: { type: 'string', default: 'checking' },
    },
  });
  const half = values.fit ? 'tuning' : values.half;
  const all = readPairs(positionals[0] ?? PAIRS);
  const halves = halvesOf(all);
  const pairs = all.filter(({ id }) => half === 'all' || halves.get(id) === half);
  if (values.fit) return printWeights(pairs);
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

/**
 * The weights from the pairs that people judged; the lines from these and from
 * mined strangers, who are many where the extension reads.
 */
function printWeights(pairs: readonly LabelledPair[]): void {
  const read = fingerprinter();
  const examples = pairs
    .filter(({ overall, label }) => overall !== undefined || label === 'different')
    .map((pair) => ({
      judged: pair.overall !== undefined,
      tier: TIERS[pair.label],
      likeness: measureLikeness(...read(pair)).likeness,
    }));
  const { bias, weights } = fitWeights(
    examples
      .filter(({ judged }) => judged)
      .map(({ likeness, tier }) => ({ likeness, positive: tier === 2 })),
  );
  console.log(`BIAS = ${bias.toFixed(2)}`);
  for (const [name, weight] of Object.entries(weights)) {
    console.log(`  ${name}: ${weight.toFixed(2)},`);
  }
  const lines = bestTiers(
    examples.map(({ likeness, tier }) => ({
      score: scoreOf(likeness, bias, weights),
      tier,
    })),
  );
  console.log(`STORY_LINE = ${lines.story.toFixed(2)}`);
  console.log(`RELATED_LINE = ${lines.related.toFixed(2)}`);
}

const TIERS = {
  'same-text': 2,
  'same-story': 2,
  partial: 2,
  related: 1,
  different: 0,
} as const;
