/**
 * `npm run evaluate -- seen [--half tuning|checking|all] [FILE]`: how much of the
 * second article of each pair counts as read by who read the first, and what
 * it costs to look in sixty.
 */
import { parseArgs } from 'node:util';
import { seenSentences } from '@/core/stories/seen-sentences';
import { runToEnd } from '@/core/text/steps';
import { PAIRS } from './similar';
import { halvesOf, type LabelledPair, readPairs } from './similar/pair-set';

const EARLIER_TEXTS = 60;

export async function evaluate(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { half: { type: 'string', default: 'checking' } },
  });
  const all = readPairs(positionals[0] ?? PAIRS);
  const halves = halvesOf(all);
  const pairs = all.filter(
    ({ id }) => values.half === 'all' || halves.get(id) === values.half,
  );
  const groups = new Map<string, LabelledPair[]>();
  for (const pair of pairs) {
    const group = `${pair.lang} ${pair.label}`;
    groups.set(group, [...(groups.get(group) ?? []), pair]);
  }
  console.table(
    [...groups].map(([group, members]) => ({
      group,
      pairs: members.length,
      'letters read, %': percent(members.map(shareRead)),
      'pairs with any, %': percent(members.map((pair) => Math.sign(shareRead(pair)))),
    })),
  );
  measureTime(pairs);
}

function shareRead({ a, b }: LabelledPair): number {
  const spans = runToEnd(seenSentences(b.text, [a.text]));
  const read = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  return read / Math.max(1, b.text.length);
}

function percent(shares: readonly number[]): number {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return Math.round(mean * 1_000) / 10;
}

function measureTime(pairs: readonly LabelledPair[]): void {
  const longest = pairs.map(({ a }) => a.text).sort((a, b) => b.length - a.length);
  const earlier = longest.slice(1, EARLIER_TEXTS + 1);
  const [text = ''] = longest;
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage();
    runToEnd(seenSentences(text, earlier));
    return process.cpuUsage(start).user / 1_000;
  }).sort((a, b) => a - b);
  const words = earlier.join(' ').split(/\s+/).length;
  console.log(
    `${words} words of ${earlier.length} texts: ${times[4]?.toFixed(0)} ms of the processor (median of 9)`,
  );
}
