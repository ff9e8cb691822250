import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonRows } from './predictor';
import { readLines } from './read-lines';

async function* streamOf(parts: readonly string[]) {
  yield* parts;
}

async function linesOf(parts: readonly string[], longest?: number): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of readLines(streamOf(parts), longest)) lines.push(line);
  return lines;
}

it('gives every line, however the stream is cut', async () => {
  const unit = fc.constantFrom('a', 'ب', '\n', '\r\n', '\u2028', '\ud83d', '"');
  const parts = fc.array(fc.array(unit).map((units) => units.join('')));
  await fc.assert(
    fc.asyncProperty(parts, async (all) => {
      const lines = all.join('').split('\n');
      if (lines.at(-1) === '') lines.pop();
      expect(await linesOf(all)).toEqual(lines.map((line) => line.replace(/\r$/, '')));
    }),
  );
});

it('makes an error of a line that is too long, under its id, and goes on', async () => {
  const written: string[] = [];
  const parts = [
    '{"id": "large", "x":"',
    ...Array(50).fill('x'.repeat(100)),
    '"}\n{"id":2}',
  ];
  const predict = jsonRows(() => ({ fine: true }));
  const failed = await predict(readLines(streamOf(parts), 200), async (line) => {
    written.push(line);
  });
  expect(failed).toBe(1);
  expect(written.map((line) => JSON.parse(line))).toEqual([
    { id: 'large', error: 'the row is too long to be read' },
    { id: 2, fine: true },
  ]);
});
