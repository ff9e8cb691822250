import type { Anchor, TextSpan } from '@/core/model/selector';
import { PASSAGE_KINDS } from './passages';
import type { Trial } from './trials';

export interface Outcome extends Trial {
  anchor: Anchor;
  ms: number;
}

/** Found when the overlap is this share of the union. */
const ENOUGH = 0.8;

export function isPlacedRight(truth: TextSpan | null, found: TextSpan | null): boolean {
  if (truth === null || found === null) return false;
  const shared = Math.min(truth.end, found.end) - Math.max(truth.start, found.start);
  const whole = Math.max(truth.end, found.end) - Math.min(truth.start, found.start);
  return shared >= ENOUGH * whole;
}

const isFound = ({ truth, anchor }: Outcome) =>
  isPlacedRight(truth, anchor.start === null ? null : anchor);
const isPlaced = (outcome: Outcome) => outcome.anchor.status !== 'orphan';
/** Shown as the passage, not as what became of it. */
const isClaimed = (outcome: Outcome) =>
  isPlaced(outcome) && outcome.anchor.status !== 'changed';

function percent(part: readonly Outcome[], of: readonly Outcome[]): string {
  return of.length === 0 ? '' : ((100 * part.length) / of.length).toFixed(1);
}

function row(name: string, all: readonly Outcome[]): Record<string, string | number> {
  const standing = all.filter((each) => each.state === 'stands');
  const gone = all.filter((each) => each.state === 'gone');
  const missed = standing.filter((each) => !isFound(each));
  return {
    name,
    stands: standing.length,
    'found %': percent(standing.filter(isFound), standing),
    'wrong %': percent(missed.filter(isPlaced), standing),
    'claimed wrong %': percent(missed.filter(isClaimed), standing),
    'anchored %': percent(
      standing.filter((each) => each.anchor.status === 'anchored'),
      standing,
    ),
    gone: gone.length,
    'falsely placed %': percent(gone.filter(isPlaced), gone),
    'falsely claimed %': percent(gone.filter(isClaimed), gone),
  };
}

export function printReport(
  outcomes: readonly Outcome[],
  options: { seed: number; listFailures: boolean },
): void {
  for (const script of ['Arabic', 'Latin'] as const) {
    const all = outcomes.filter((each) => each.script === script);
    if (all.length === 0) continue;
    console.log(`\n${script}, seed ${options.seed}`);
    const changes = [...new Set(all.map((each) => each.change))];
    console.table([
      ...changes.map((change) =>
        row(
          change,
          all.filter((each) => each.change === change),
        ),
      ),
      ...PASSAGE_KINDS.map((kind) =>
        row(
          `passage: ${kind}`,
          all.filter((each) => each.passage === kind),
        ),
      ),
      row('all', all),
    ]);
  }
  const times = outcomes.map((each) => each.ms).sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(3);
  console.log(
    `ms each, fold included: median ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`,
  );
  if (options.listFailures) outcomes.filter(hasFailed).forEach(printFailure);
}

function hasFailed(outcome: Outcome): boolean {
  return outcome.state === 'stands' ? !isFound(outcome) : isPlaced(outcome);
}

function printFailure(outcome: Outcome): void {
  const { anchor, truth, text, selector } = outcome;
  const clip = (part: string) =>
    JSON.stringify(part.length > 160 ? `${part.slice(0, 80)}…${part.slice(-70)}` : part);
  console.log(
    `\n# ${outcome.change} | ${outcome.script} | ${outcome.passage} | ${outcome.state} → ${anchor.status}`,
  );
  console.log(`quote   ${clip(selector.exact)}`);
  console.log(
    `context ${selector.start} ${clip(selector.prefix)} | ${clip(selector.suffix)}`,
  );
  if (truth !== null) {
    console.log(`truth   ${truth.start} ${clip(text.slice(truth.start, truth.end))}`);
  }
  if (anchor.start !== null) {
    const around = text.slice(Math.max(0, anchor.start - 40), anchor.start);
    console.log(
      `placed  ${anchor.start} ${clip(around)} ${clip(text.slice(anchor.start, anchor.end))}`,
    );
    console.log(`        ${clip(text.slice(anchor.end, anchor.end + 40))}`);
  }
}
