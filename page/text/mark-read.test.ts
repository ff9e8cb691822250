import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markRead } from './mark-read';
import type { ModelBlock, TextModel } from './text-model';

type Model = Pick<TextModel, 'text' | 'blocks'>;

/** The first paragraph is the headline. */
function modelOf(...paragraphs: string[]): Model {
  const blocks: ModelBlock[] = [];
  let start = 0;
  for (const paragraph of paragraphs) {
    const role = blocks.length === 0 ? 'headline' : 'body';
    const block = { role } as ModelBlock['block'];
    blocks.push({ block, start, end: start + paragraph.length });
    start += paragraph.length + 2;
  }
  return { text: paragraphs.join('\n\n'), blocks };
}

function marksOf(model: Model, ...quotes: string[]) {
  const spans = quotes.map((quote) => {
    const start = model.text.indexOf(quote);
    return { start, end: start + quote.length };
  });
  const { read, fresh } = markRead(model, spans);
  const cut = ({ start, end }: { start: number; end: number }) =>
    model.text.slice(start, end);
  return { read: read.map(cut), fresh: fresh.map(cut) };
}

const model = modelOf(
  'Talks go on',
  'First. “Second.” Third.',
  'رابعة. خامسة؟ — ',
  '***',
);

describe('the body of an article', () => {
  test('is parted into what was read and what is new', () => {
    expect(marksOf(model, '“Second.”', 'خامسة؟')).toEqual({
      read: ['“Second.”', 'خامسة؟'],
      fresh: ['First.', 'Third.', 'رابعة.'],
    });
  });

  test('is new but for nothing, read but for nothing', () => {
    expect(marksOf(model)).toEqual({
      read: [],
      fresh: ['First. “Second.” Third.', 'رابعة. خامسة؟'],
    });
    expect(marksOf(model, model.text).fresh).toEqual([]);
  });

  test('does not have the headline', () => {
    expect(marksOf(model, 'Talks go on').read).toEqual([]);
    expect(marksOf(model, 'go on\n\nFirst.').read).toEqual(['First.']);
  });

  test('whatever was read, holds each part once and in order', () => {
    const paragraph = fc.stringMatching(/^[ab .،]{0,12}$/);
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 5 }),
        fc.array(fc.nat(70), { maxLength: 10 }),
        (paragraphs, edges) => {
          const whole = modelOf(...paragraphs);
          const cuts = [...new Set(edges.map((at) => Math.min(at, whole.text.length)))];
          cuts.sort((a, b) => a - b);
          const spans = cuts.flatMap((start, at) =>
            at % 2 === 0 && cuts[at + 1] ? [{ start, end: cuts[at + 1] ?? start }] : [],
          );
          const { read, fresh } = markRead(whole, spans);
          const all = [...read, ...fresh].sort((a, b) => a.start - b.start);
          const marked = new Set<number>();
          for (const { start, end } of all)
            for (let at = start; at < end; at++) {
              expect(marked.has(at)).toBe(false);
              marked.add(at);
            }
          for (const { block, start, end } of whole.blocks)
            for (let at = start; at < end; at++)
              if (/[ab]/.test(whole.text.charAt(at)))
                expect(marked.has(at)).toBe(block.role === 'body');
        },
      ),
    );
  });
});
