/** The scores of names as tables: figures by kind, and what was taken for what. */
import {
  type Confusion,
  exactRates,
  NAME_TYPES,
  type NameScores,
  overlapRates,
  type Rates,
  ratesOf,
} from './name-scores';

/** Lines of text; `examples` of each confusion, spread over all of its kind. */
export function nameReport(scores: NameScores, examples: number): string {
  return [
    ...figures(scores),
    '',
    ...matrix(scores),
    '',
    ...confusionList(scores, examples),
    '',
  ].join('\n');
}

const NAME_WIDTH = 12;

function figures(scores: NameScores): string[] {
  const { byType, anyType } = scores;
  const lines = [
    `${''.padEnd(NAME_WIDTH)}exact: P      R     F1   overlap: P      R     F1     marked   found`,
  ];
  for (const type of NAME_TYPES) {
    const count = byType[type];
    lines.push(
      line(
        type,
        ratesOf(count, count.exact, count.exact),
        ratesOf(count, count.foundTouched, count.goldTouched),
        count,
      ),
    );
  }
  lines.push(line('all', exactRates(scores), sameKindOverlap(scores), anyType));
  const { exact } = anyType;
  lines.push(
    line('any kind', ratesOf(anyType, exact, exact), overlapRates(scores), anyType),
  );
  return lines;
}

function sameKindOverlap({ byType, anyType }: NameScores): Rates {
  const sum = (what: 'foundTouched' | 'goldTouched') =>
    NAME_TYPES.reduce((total, type) => total + byType[type][what], 0);
  return ratesOf(anyType, sum('foundTouched'), sum('goldTouched'));
}

function line(
  name: string,
  exact: Rates,
  overlap: Rates,
  { gold, found }: { gold: number; found: number },
): string {
  const cells = ({ precision, recall, f1 }: Rates) =>
    [precision, recall, f1].map((value) => value.toFixed(1).padStart(7)).join('');
  return `${name.padEnd(NAME_WIDTH)} ${cells(exact)}     ${cells(overlap)}   ${String(gold).padStart(8)}${String(found).padStart(8)}`;
}

/** Rows: as marked; columns: as said. The diagonal holds right names and those with wrong edges. */
function matrix({ byType, confusions }: NameScores): string[] {
  const kinds = [...NAME_TYPES, null];
  const count = (gold: Confusion['gold'], said: Confusion['said']) => {
    let sum = gold !== null && gold === said ? byType[gold].exact : 0;
    for (const one of confusions.values())
      if (one.gold === gold && one.said === said) sum += one.examples.length;
    return gold === null && said === null ? '' : String(sum);
  };
  const row = (name: string, cells: string[]) =>
    name.padEnd(NAME_WIDTH) + cells.map((cell) => cell.padStart(9)).join('');
  return [
    row(
      'marked',
      kinds.map((said) => (said === null ? 'nothing' : `as ${said}`)),
    ),
    ...kinds.map((gold) =>
      row(
        gold ?? 'nothing',
        kinds.map((said) => count(gold, said)),
      ),
    ),
  ];
}

function confusionList({ confusions }: NameScores, examples: number): string[] {
  const sorted = [...confusions.values()].sort(
    (a, b) => b.examples.length - a.examples.length,
  );
  if (sorted.length === 0) return ['no mistakes'];
  return sorted.flatMap(({ gold, said, mistake, examples: all }) => [
    `${String(all.length).padStart(6)}  ${gold ?? 'nothing'} → ${said ?? 'nothing'}  (${mistake})`,
    ...spread(all, examples).map((one) => `          ${one}`),
  ]);
}

/** `count` of them, at even distances: the first pages of a corpus are often of one article. */
function spread(all: readonly string[], count: number): string[] {
  const step = Math.max(1, all.length / Math.max(count, 1));
  const taken: string[] = [];
  for (let at = 0; taken.length < count && at < all.length; at += step)
    taken.push(all[Math.floor(at)] ?? '');
  return taken;
}
