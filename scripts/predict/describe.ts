/** `predict -- describe`: what the extension stores for a passage. */
import { splitsPair } from '@/core/anchoring/code-points';
import { describePassage } from '@/core/anchoring/describe-passage';
import { jsonRows, offsetField, stringField } from './predictor';

export const predictor = jsonRows((row) => {
  const text = stringField(row, 'text');
  const start = offsetField(row, 'start');
  const end = offsetField(row, 'end');
  if (end > text.length) throw new Error('"end" lies beyond the text');
  if (start >= end) throw new Error('"start" must lie before "end"');
  if (splitsPair(text, start) || splitsPair(text, end)) {
    throw new Error('an offset lies inside a surrogate pair');
  }
  return { selector: describePassage(text, start, end) };
});
