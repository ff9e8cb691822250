import { expect, it } from 'vitest';
import { describePassage } from '@/core/anchoring/describe-passage';
import { makeNote } from '@/test/make-note';
import { placeNotes } from './place-notes';

const SENTENCE = 'The council met behind closed doors and said nothing of it.';
const TEXT = [SENTENCE, 'Between.', SENTENCE, 'After.', SENTENCE].join('\n\n');

it('tells copies apart by the block in which the passage stood', async () => {
  const blocks = [0, TEXT.indexOf(SENTENCE, 1), TEXT.lastIndexOf(SENTENCE)];
  const start = blocks[1] ?? 0;
  // Without context, as on a list of like cells.
  const whole = describePassage(TEXT, start, start + SENTENCE.length, '#story/p[3]');
  const { block: _, ...described } = whole;
  const selector = { ...described, prefix: '', suffix: '' };
  const note = makeNote({ target: { type: 'passage', selector } });
  // The page has grown at its top: the offset alone would take the first copy.
  const text = `${'A new first paragraph, of some length. '.repeat(9)}\n\n${TEXT}`;
  const grown = text.length - TEXT.length;
  const pathAt = (offset: number) =>
    `#story/p[${1 + 2 * blocks.findLastIndex((at) => at + grown <= offset)}]`;
  const place = async (page: Parameters<typeof placeNotes>[0]) =>
    (await placeNotes(page, [note], () => false))?.[0]?.anchor?.start;
  expect(await place({ text, pathAt, isCut: false })).toBe(start + grown);
  expect(await place({ text, isCut: false })).not.toBe(start + grown);
});
