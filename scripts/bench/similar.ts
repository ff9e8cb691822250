/**
 * `npm run bench -- similar`: fingerprints beside shingles, SimHash and TF-IDF on
 * one set of pairs, and candidates among 100,000. Lines are set on the tuning
 * half for all; what is printed is the checking half.
 */
import { existsSync } from 'node:fs';
import { compareFingerprints } from '@/core/similarity/compare-fingerprints';
import type { Fingerprint } from '@/core/similarity/fingerprint';
import { PAIRS } from '../evaluate/similar';
import {
  agreementAt,
  areaUnderCurve,
  bestLine,
  correlation,
  type Scored,
} from '../evaluate/similar/measures';
import { halvesOf, type LabelledPair, readPairs } from '../evaluate/similar/pair-set';
import { fingerprintWithNames, loadTermFrequencies } from '../predict/fingerprint';
import { loadRecogniser } from '../predict/recogniser';
import { indexMany } from './similar/index-many';
import { type Peer, peers } from './similar/peers';

export async function bench(): Promise<void> {
  if (!existsSync(PAIRS)) {
    console.log('similar: the labelled pairs are not here; nothing measured');
    return;
  }
  const pairs = readPairs(PAIRS);
  const halves = halvesOf(pairs);
  const of = (half: string) => pairs.filter(({ id }) => halves.get(id) === half);
  const [tuning, checking] = [of('tuning'), of('checking')];
  console.log(
    '                   reprints          same story, Arabic       all           ms an     µs a',
  );
  console.log(
    '                   precis. recall    AUC  best F1 Pearson     AUC  F1      article   pair',
  );
  const articles = tuning.flatMap(({ a, b }) => [a, b]);
  for (const tool of [hawashi(), ...peers(articles)]) measure(tool, tuning, checking);
  indexMany(checking, articles);
}

function hawashi(): Peer {
  const recogniser = loadRecogniser();
  const frequencies = loadTermFrequencies();
  return {
    name: 'Hawashi',
    read: (article) => fingerprintWithNames(article, recogniser, frequencies),
    compare: (a, b) => compareFingerprints(a as Fingerprint, b as Fingerprint).score,
  };
}

interface ScoredPair {
  pair: LabelledPair;
  score: number;
}

function measure(
  tool: Peer,
  tuning: readonly LabelledPair[],
  checking: readonly LabelledPair[],
): void {
  const learned = run(tool, tuning);
  const { rows, readMs, compareMs } = run(tool, checking);
  const line = bestLine(reprints(learned.rows)).line;
  const { precision, recall } = agreementAt(reprints(rows), line);
  const arabic = rows.filter(({ pair }) => pair.lang === 'ar');
  const cells = [
    precision,
    recall,
    areaUnderCurve(stories(arabic)),
    bestLine(stories(arabic)).f1,
    correlation(
      arabic.flatMap(({ pair: { overall }, score }) =>
        overall === undefined ? [] : [[score, -overall] as const],
      ),
    ),
    areaUnderCurve(stories(rows)),
    bestLine(stories(rows)).f1,
  ].map((value) => (value ?? 0).toFixed(3).padStart(8));
  const speed = [
    readMs.toFixed(2).padStart(9),
    (compareMs * 1_000).toFixed(1).padStart(8),
  ];
  console.log(`${tool.name.padEnd(18)}${cells.join('')}${speed.join('')}`);
}

function run(tool: Peer, pairs: readonly LabelledPair[]) {
  const rows: ScoredPair[] = [];
  let [readMs, compareMs] = [0, 0];
  for (const pair of pairs) {
    const start = performance.now();
    const [a, b] = [tool.read(pair.a), tool.read(pair.b)];
    const read = performance.now();
    rows.push({ pair, score: tool.compare(a, b) });
    compareMs += performance.now() - read;
    readMs += read - start;
  }
  return {
    rows,
    readMs: readMs / pairs.length / 2,
    compareMs: compareMs / pairs.length,
  };
}

/** Reprints against everything mined that is none, partial reprints too. */
function reprints(rows: readonly ScoredPair[]): Scored[] {
  return rows
    .filter(({ pair }) => pair.overall === undefined)
    .map(({ pair, score }) => ({ score, positive: pair.label === 'same-text' }));
}

/** One story or not, as people judged. */
function stories(rows: readonly ScoredPair[]): Scored[] {
  return rows
    .filter(({ pair }) => pair.overall !== undefined)
    .map(({ pair, score }) => ({ score, positive: pair.label.startsWith('same-') }));
}
