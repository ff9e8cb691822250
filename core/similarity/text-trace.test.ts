import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runToEnd } from '../text/steps';
import { candidateKeys, smallestKeys } from './candidate-keys';
import { compareSketches } from './sketch';
import { readTrace, TRACE } from './text-trace';
import { traceText } from './trace-text';

const words = fc.array(fc.stringMatching(/^[a-zء-ي]{1,8}$/), { maxLength: 300 });
const traceOf = (text: string) => runToEnd(traceText(text));

it('of any text is one, and is the same sketch read back', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        words.map((all) => all.join(' ')),
      ),
      (text) => {
        const trace = traceOf(text);
        expect(trace).toMatch(TRACE);
        const sketch = readTrace(trace);
        expect(sketch && compareSketches(sketch, sketch).shorterInLonger).toBe(
          sketch?.shingles === 0 ? 0 : 1,
        );
      },
    ),
  );
});

it('leads to the keys under which the text’s fingerprint is kept', () => {
  const text = Array.from({ length: 400 }, (_, at) => `word${(at * 7) % 391}`).join(' ');
  const sketch = readTrace(traceOf(text));
  if (sketch === null) throw new Error('no trace');
  const list = { hashes: new Uint32Array() };
  const fingerprint = { sketch, terms: list, names: [], figures: [], textHash: 0 };
  const { text: keys } = candidateKeys(fingerprint as never);
  expect(keys).toEqual(expect.arrayContaining(smallestKeys(sketch)));
});

it.each([undefined, '', 'abc', '1:zz', '1:zzzzzz', '__proto__:', '1:ZZZZZ'])(
  '%s is none',
  (trace) => {
    expect(readTrace(trace)).toBeNull();
  },
);
