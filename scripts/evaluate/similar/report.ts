/** The tables of `npm run evaluate -- similar`. */
import type { Comparison } from '@/core/similarity/compare-fingerprints';
import { STORY_LINE } from '@/core/similarity/weights';
import {
  agreementAt,
  areaUnderCurve,
  bestLine,
  correlation,
  type Scored,
} from './measures';
import type { LabelledPair } from './pair-set';

export interface ComparedPair extends Comparison {
  pair: LabelledPair;
}

export function printReport(rows: readonly ComparedPair[], list: boolean): void {
  printVerdicts(rows);
  printReprints(rows);
  const judged = rows.filter(({ pair }) => pair.overall !== undefined);
  if (judged.length > 0) {
    printStories(judged);
    printCalibration(judged);
  }
  if (list) printMistakes(rows);
}

const VERDICTS = ['same-text', 'same-story', 'related', 'different'] as const;

function printVerdicts(rows: readonly ComparedPair[]): void {
  const kinds = [
    ...new Set(
      rows.map(
        ({ pair }) => `${pair.overall === undefined ? 'mined' : 'judged'} ${pair.label}`,
      ),
    ),
  ];
  console.log('\nlabel                said same-text · same-story · related · different');
  for (const kind of kinds.sort()) {
    const of = rows.filter(
      ({ pair }) =>
        `${pair.overall === undefined ? 'mined' : 'judged'} ${pair.label}` === kind,
    );
    const counts = VERDICTS.map(
      (one) => of.filter(({ verdict }) => verdict === one).length,
    );
    console.log(
      `${kind.padEnd(20)} ${counts.map((n) => String(n).padStart(6)).join('')}`,
    );
  }
}

/** Partial reprints hold too much in common to be strangers, and too little to be reprints: told apart. */
function printReprints(rows: readonly ComparedPair[]): void {
  const scored = (labels: readonly string[]): Scored[] =>
    rows
      .filter(({ pair }) => labels.includes(pair.label))
      .map(({ pair, verdict }) => ({
        score: verdict === 'same-text' ? 1 : 0,
        positive: pair.label === 'same-text',
      }));
  const show = (name: string, labels: readonly string[]) => {
    const { precision, recall } = agreementAt(scored(labels), 1);
    console.log(
      `${name}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
    );
  };
  console.log('\nreprints, at the verdict same-text');
  show('against different and related', ['same-text', 'different', 'related']);
  show('against partial reprints too', ['same-text', 'different', 'related', 'partial']);
}

function printStories(rows: readonly ComparedPair[]): void {
  console.log('\nsame story   pairs    AUC  best F1  F1 at line  Pearson');
  const langs = [...new Set(rows.map(({ pair }) => pair.lang))];
  for (const lang of [...langs, 'all']) {
    const of = rows.filter(({ pair }) => lang === 'all' || pair.lang === lang);
    const scored = of.map(({ pair, score }) => ({
      score,
      positive: pair.label === 'same-story' || pair.label === 'same-text',
    }));
    const cells = [
      areaUnderCurve(scored),
      bestLine(scored).f1,
      agreementAt(scored, STORY_LINE).f1,
      correlation(of.map(({ pair, score }) => [score, -(pair.overall ?? 0)] as const)),
    ].map((value) => (value === null ? '–' : value.toFixed(3)).padStart(9));
    console.log(`${lang.padEnd(10)} ${String(of.length).padStart(7)}${cells.join('')}`);
  }
}

function printCalibration(rows: readonly ComparedPair[]): void {
  console.log('\nscore        pairs   mean score   share that is one story');
  for (const low of [0, 0.2, 0.4, 0.6, 0.8]) {
    const of = rows.filter(
      ({ score }) => score >= low && (score < low + 0.2 || low === 0.8),
    );
    if (of.length === 0) continue;
    const mean = of.reduce((sum, { score }) => sum + score, 0) / of.length;
    const share = of.filter(({ pair }) => /^same-/.test(pair.label)).length / of.length;
    console.log(
      `${low.toFixed(1)}–${(low + 0.2).toFixed(1)} ${String(of.length).padStart(9)} ${mean.toFixed(2).padStart(12)} ${share.toFixed(2).padStart(12)}`,
    );
  }
}

function printMistakes(rows: readonly ComparedPair[]): void {
  console.log('\nverdicts beside the label');
  for (const { pair, verdict, score } of rows) {
    if (
      verdict === pair.label ||
      (pair.label === 'partial' && verdict === 'same-story')
    ) {
      continue;
    }
    console.log(`${pair.id}  ${pair.label} → ${verdict}  ${score.toFixed(3)}`);
  }
}
