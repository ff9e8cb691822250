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
import { fitWeights } from './similar/fit-weights';
import { bestLine } from './similar/measures';
import { halvesOf, type LabelledPair, readPairs } from './similar/pair-set';
import { type ComparedPair, printReport } from './similar/report';

const ROOT = join(import.meta.dirname, '..', '..');
const PAIRS = join(ROOT, '..', 'shared', 'data', 'similar', 'similar-dev.jsonl.xz');

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
  if (values.fit) return fit(pairs);
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

/** Learns from the pairs that people judged. */
function fit(pairs: readonly LabelledPair[]): void {
  const read = fingerprinter();
  const judged = pairs.filter(({ overall }) => overall !== undefined);
  const examples = judged.map((pair) => ({
    likeness: measureLikeness(...read(pair)).likeness,
    positive: pair.label === 'same-story' || pair.label === 'same-text',
    weight: 1,
  }));
  const { bias, weights } = fitWeights(examples);
  console.log(`BIAS = ${bias.toFixed(2)}`);
  for (const [name, weight] of Object.entries(weights)) {
    console.log(`  ${name}: ${weight.toFixed(2)},`);
  }
  const scored = examples.map(({ likeness }, at) => {
    const sum = Object.entries(weights).reduce(
      (all, [name, weight]) => all + weight * likeness[name as keyof typeof likeness],
      bias,
    );
    return { score: 1 / (1 + Math.exp(-sum)), label: judged[at]?.label };
  });
  const line = (wanted: readonly string[]) =>
    bestLine(
      scored.map(({ score, label }) => ({ score, positive: wanted.includes(label ?? '') })),
    ).line.toFixed(2);
  console.log(`STORY_LINE = ${line(['same-text', 'same-story'])}`);
  console.log(`RELATED_LINE = ${line(['same-text', 'same-story', 'related'])}`);
}
