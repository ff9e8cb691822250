import { describe, expect, it } from 'vitest';
import {
  compareNames,
  emptyScores,
  exactRates,
  makeDisjoint,
  type NameSpan,
  type NameType,
  overlapRates,
} from './name-scores';
import { nameReport } from './print-name-scores';

const span = (start: number, end: number, type: NameType): NameSpan => ({
  start,
  end,
  type,
});
const show = ({ start, end }: NameSpan) => `${start}–${end}`;

const GOLD = [
  span(0, 2, 'PER'),
  span(4, 5, 'LOC'),
  span(6, 8, 'ORG'),
  span(9, 10, 'ORG'),
  span(12, 13, 'PER'),
];
const FOUND = [
  span(0, 2, 'PER'),
  span(4, 5, 'ORG'),
  span(6, 7, 'ORG'),
  span(9, 11, 'LOC'),
  span(15, 16, 'PER'),
];

it('leaves out names within others before they are compared', () => {
  const nested = [
    span(6, 7, 'LOC'),
    span(4, 6, 'PER'),
    span(4, 9, 'ORG'),
    span(9, 9, 'LOC'),
  ];
  expect(makeDisjoint([...nested, span(9, 10, 'LOC')])).toEqual([
    span(4, 9, 'ORG'),
    span(9, 10, 'LOC'),
  ]);
});

describe('marked names against found ones', () => {
  const scores = emptyScores();
  compareNames(GOLD, FOUND, show, scores);

  it('count as right with the same words and kind, and as touched with any word', () => {
    expect(exactRates(scores)).toEqual({ precision: 20, recall: 20, f1: 20 });
    expect(overlapRates(scores)).toEqual({ precision: 80, recall: 80, f1: 80 });
    expect(scores.byType.ORG).toEqual({
      ...{ gold: 2, found: 2, exact: 0, goldTouched: 1, foundTouched: 1 },
    });
  });

  it('are told apart by what was said of them, with the words', () => {
    const told = [...scores.confusions.values()].map(
      ({ gold, said, mistake, examples }) => [gold, said, mistake, examples],
    );
    expect(told).toEqual([
      ['LOC', 'ORG', 'kind', ['4–5']],
      ['ORG', 'ORG', 'edges', ['6–8   said 6–7']],
      ['ORG', 'LOC', 'kind and edges', ['9–10   said 9–11']],
      ['PER', null, 'missed', ['12–13']],
      [null, 'PER', 'false', ['15–16']],
    ]);
  });

  it('are printed with figures, a table and a list', () => {
    const report = nameReport(scores, 1);
    expect(report).toMatch(/^all {10}\s+20\.0 {3}20\.0 {3}20\.0/m);
    expect(report).toMatch(/^any kind\s+40\.0\s+40\.0\s+40\.0\s+80\.0/m);
    expect(report).toMatch(/^ORG\s+0\s+1\s+1\s+0$/m);
    expect(report).toContain('1  nothing → PER  (false)\n          15–16');
  });

  it('are all right when they are the same', () => {
    const same = emptyScores();
    compareNames(GOLD, GOLD, show, same);
    expect(exactRates(same).f1).toBe(100);
    expect(nameReport(same, 3)).toContain('no mistakes');
  });
});
