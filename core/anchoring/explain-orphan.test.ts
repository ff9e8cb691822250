import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnit } from '@/test/any-unit';
import { describePassage } from './describe-passage';
import { createPassageFinder } from './find-passage';

const BEFORE = 'The harbour board met on Monday evening in the old customs house. ';
const AFTER = ' Its chairman thanked the crews of both tugs for their patience.';
const QUOTE = 'The ferry will return to the northern pier once repaired.';
const PAGE = `A paragraph.\n\n${BEFORE}${QUOTE}${AFTER}\n\nAnother paragraph.`;
const start = PAGE.indexOf(QUOTE);
const selector = describePassage(PAGE, start, start + QUOTE.length);

const find = (text: string) => createPassageFinder(text).find(selector);

describe('the reason why a passage is an orphan', () => {
  it('is that it is gone, with its surroundings or alone', () => {
    const gone = { status: 'orphan', start: null, end: null, reason: 'deleted' };
    expect(find('A paragraph.\n\nAnother paragraph about something else.')).toEqual(gone);
    expect(find(PAGE.replace(QUOTE, '').replace('  ', ' '))).toEqual(gone);
    expect(find(PAGE.replace(BEFORE, '').replace(QUOTE, ''))).toEqual(gone);
  });

  it('is that other words stand between what stood around it, which are told', () => {
    const others =
      'Nobody could say how many months of work that would take, or whether money for it can be found in this budget or in any that follows; the mayor doubts it, and so do the crews of both tugboats and their families';
    const text = PAGE.replace(QUOTE, others);
    const anchor = find(text);
    if (anchor.status !== 'orphan') throw new Error('it was placed');
    expect(anchor.reason).toBe('reworded');
    expect(text.slice(anchor.now?.start, anchor.now?.end)).toBe(others);
  });

  it('gives place to the new words where they are about as many', () => {
    const others = 'Passengers must use buses until the end of summer.';
    const text = PAGE.replace(QUOTE, others);
    const anchor = find(text);
    expect(anchor.status).toBe('changed');
    expect(text.slice(anchor.start ?? 0, anchor.end ?? 0)).toBe(others);
  });

  it('is always told, and its words lie in the text', () => {
    const word = fc.oneof(
      fc.string({ unit: anyUnit, maxLength: 12 }),
      fc.constantFrom(...PAGE.split(' '), BEFORE, AFTER),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const text = words.join(' ');
        const anchor = find(text);
        if (anchor.status !== 'orphan') return;
        expect(['deleted', 'reworded']).toContain(anchor.reason);
        if (anchor.now === undefined) return;
        expect(anchor.now.start).toBeLessThan(anchor.now.end);
        expect(anchor.now.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
