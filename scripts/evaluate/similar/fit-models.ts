/** Models and lines from graded pairs, and what they are worth on pairs they were not fitted on. */
import type { Likeness, LikenessAcross } from '@/core/similarity/measure-likeness';
import { readWords } from '@/core/similarity/read-words';
import { compareSketches, sketchWords } from '@/core/similarity/sketch';
import type { Model } from '@/core/similarity/weights';
import { runToEnd } from '@/core/text/steps';
import { type Example, fitWeights, scoreOf } from './fit-weights';
import { makeReprints } from './make-reprints';
import {
  areaUnderCurve,
  bestLine,
  bestTiers,
  correlation,
  type Scored,
} from './measures';
import { foldsOf, type LabelledPair } from './pair-set';

const WITHIN: readonly (keyof Likeness)[] = [
  'terms',
  'titles',
  'leads',
  'heaviest',
  'names',
  'figures',
];
const ACROSS: readonly (keyof LikenessAcross)[] = ['names', 'figures'];
const FOLDS = 5;
const SHUFFLES = 5;

export interface GradedPair extends Example<keyof Likeness> {
  pair: LabelledPair;
}

/**
 * Prints what `core/similarity/weights.ts` holds. Words alone tell strangers
 * apart; names and figures must learn it from pairs of strangers.
 */
export function printModels(
  rows: readonly GradedPair[],
  strangers: readonly GradedPair[],
): void {
  printModel('WITHIN', fitWeights(WITHIN, rows));
  printModel('ACROSS', fitWeights(ACROSS, [...rows, ...strangers]));
  const tiered = Array.from({ length: SHUFFLES }, (_, seed) =>
    scoreUnseen(rows, WITHIN, seed).map((score, at) => ({
      score,
      tier: tierOf(rows[at]?.grade ?? 4),
    })),
  ).flat();
  const lines = bestTiers(tiered);
  console.log(`STORY_LINE = ${lines.story.toFixed(2)}`);
  console.log(`RELATED_LINE = ${lines.related.toFixed(2)}`);
}

/**
 * Prints from which share a text is a reprint: the strictest line that keeps 99
 * of 100 made reprints, since a wrong "the same text" is worse than none.
 */
export function printReprintShare(texts: readonly string[]): void {
  const made = makeReprints(texts).map(({ a, b, reprint }) => {
    const [one, other] = [a, b].map((text) => sketchWords(runToEnd(readWords(text))));
    const share = one && other ? compareSketches(one, other).shorterInLonger : 0;
    return { reprint, share };
  });
  const sharesOf = (reprint: boolean) =>
    made
      .filter((one) => one.reprint === reprint)
      .map(({ share }) => share)
      .sort((a, b) => a - b);
  const [reprints, quoting] = [sharesOf(true), sharesOf(false)];
  const line = reprints[Math.floor(reprints.length / 100)] ?? 1;
  const above = quoting.filter((share) => share >= line).length;
  console.log(`REPRINT_SHARE = ${line.toFixed(2)}`);
  console.log(
    `  of ${reprints.length} made; ${above} of ${quoting.length} that quote are above`,
  );
}

/** Five times five folds that share no article: each pair is scored by weights that have not seen it. */
export function printCrossValidated(rows: readonly GradedPair[]): void {
  console.log(`\ncross-validated   pairs    AUC  best F1  Pearson   AUC without terms`);
  const runs = Array.from({ length: SHUFFLES }, (_, seed) => ({
    within: scoreUnseen(rows, WITHIN, seed),
    across: scoreUnseen(rows, ACROSS, seed),
  }));
  const langs = [...new Set(rows.map(({ pair }) => pair.lang))];
  for (const lang of [...langs, 'all']) {
    const places = [...rows.keys()].filter(
      (at) => lang === 'all' || rows[at]?.pair.lang === lang,
    );
    const scored = (scores: readonly number[]): Scored[] =>
      places.map((at) => ({
        score: scores[at] ?? 0,
        positive: tierOf(rows[at]?.grade ?? 4) === 2,
      }));
    const mean = (measure: (run: (typeof runs)[number]) => number | null) =>
      runs.reduce((sum, run) => sum + (measure(run) ?? 0), 0) / runs.length;
    const cells = [
      mean(({ within }) => areaUnderCurve(scored(within))),
      mean(({ within }) => bestLine(scored(within)).f1),
      mean(({ within }) =>
        correlation(places.map((at) => [within[at] ?? 0, -(rows[at]?.grade ?? 4)])),
      ),
      mean(({ across }) => areaUnderCurve(scored(across))),
    ].map((value) => value.toFixed(3).padStart(9));
    console.log(
      `${lang.padEnd(14)} ${String(places.length).padStart(7)}${cells.join('')}`,
    );
  }
}

function scoreUnseen<Name extends keyof Likeness>(
  rows: readonly GradedPair[],
  names: readonly Name[],
  seed: number,
): number[] {
  const folds = foldsOf(
    rows.map(({ pair }) => pair),
    FOLDS,
    seed,
  );
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitWeights<Name>(
      names,
      rows.filter(({ pair }) => folds.get(pair.id) !== fold),
    ),
  );
  return rows.map(({ pair, likeness }) => {
    const model = models[folds.get(pair.id) ?? 0];
    return model === undefined ? 0 : scoreOf(model, likeness);
  });
}

function tierOf(grade: number): 0 | 1 | 2 {
  if (grade < 2.5) return 2;
  return grade < 3.25 ? 1 : 0;
}

function printModel(name: string, { bias, weights }: Model<string>): void {
  const list = Object.entries(weights).map(
    ([key, value]) => `${key}: ${value.toFixed(2)}`,
  );
  console.log(`${name}: bias ${bias.toFixed(2)}, weights { ${list.join(', ')} }`);
}
