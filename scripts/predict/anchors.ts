/** `predict -- anchors`: where a stored passage stands in a text as it is now. */
import { createPassageFinder } from '@/core/anchoring/find-passage';
import type { PassageSelector } from '@/core/model/selector';
import { jsonRows, stringField } from './predictor';

export const predictor = jsonRows((row) => {
  const text = stringField(row, 'text');
  const selector = readSelector(row.selector);
  const began = performance.now();
  const anchor = createPassageFinder(text).find(selector);
  const ms = Math.round((performance.now() - began) * 1000) / 1000;
  return { ms, status: anchor.status, start: anchor.start, end: anchor.end };
});

/** Only the quote is indispensable: selectors from elsewhere may lack context or position. */
function readSelector(value: unknown): PassageSelector {
  if (typeof value !== 'object' || value === null) {
    throw new Error('"selector" must be an object');
  }
  const row = value as Record<string, unknown>;
  const exact = stringField(row, 'exact');
  const start = offsetOr(row, 'start', -1);
  return {
    exact,
    prefix: row.prefix == null ? '' : stringField(row, 'prefix'),
    suffix: row.suffix == null ? '' : stringField(row, 'suffix'),
    start,
    end: offsetOr(row, 'end', start < 0 ? -1 : start + exact.length),
    ...(row.path == null ? {} : { path: stringField(row, 'path') }),
    ...(row.block == null ? {} : { block: stringField(row, 'block') }),
  };
}

function offsetOr(row: Record<string, unknown>, name: string, unknown: number): number {
  const value = row[name];
  if (value == null) return unknown;
  if (typeof value !== 'number' || !Number.isInteger(value)) {
    throw new Error(`"${name}" must be a whole number`);
  }
  return value;
}
