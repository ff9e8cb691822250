import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberedId } from '@/test/make-meeting';
import { makeNote } from '@/test/make-note';
import type { Note } from '../model/note';
import { chooseCarried } from './choose-carried';

const [HERE, A, B, C] = ['here', 'a', 'b', 'c'];
const note = (number: number, articleId: string, from?: Note, changes = {}) =>
  makeNote({
    id: numberedId(number),
    articleId,
    ...(from && { carriedFrom: { noteId: from.id, articleId: from.articleId } }),
    ...changes,
  });
const choose = (
  offered: readonly Note[],
  {
    own = [],
    refused = [] as string[],
    more = [],
  }: {
    own?: Note[];
    refused?: string[];
    more?: Note[];
  } = {},
) =>
  chooseCarried({
    articleId: HERE,
    offered,
    own,
    refused,
    sources: new Map([...offered, ...own, ...more].map((one) => [one.id, one])),
  });

const first = note(1, A);
const second = note(2, B, first, { updatedAt: first.updatedAt + 1 });
const third = note(3, C, second);

describe('notes of copies', () => {
  it('that were taken over from one another are offered as one, in the latest words', () => {
    expect(choose([first, second, third])).toEqual([second]);
    expect(choose([third], { more: [first, second] })).toEqual([third]);
  });

  it('are settled by any of them that stands, stood or was refused here', () => {
    const here = note(9, HERE, third);
    expect(choose([first, second, third], { own: [here] })).toEqual([]);
    const gone = { ...here, deletedAt: here.updatedAt };
    expect(choose([first, second, third], { own: [gone] })).toEqual([]);
    expect(choose([first, third], { refused: [second.id], more: [second] })).toEqual([]);
    expect(choose([third], { refused: [third.id], more: [second] })).toEqual([]);
  });

  it('do not come back to where they were first', () => {
    const mine = note(4, HERE);
    expect(choose([note(5, A, mine)], { own: [mine] })).toEqual([]);
    // Not even when the first was deleted for good.
    expect(choose([note(5, A, mine)])).toEqual([]);
  });

  it('are offered when they live and mark a passage', () => {
    const target = { type: 'article' as const };
    expect(choose([note(6, A, undefined, { deletedAt: 5 })])).toEqual([]);
    expect(choose([note(7, A, undefined, { target })])).toEqual([]);
  });

  it('taken over in a circle, as no product of ours does, are no endless loop', () => {
    const one = note(1, A, note(2, B));
    const two = note(2, B, one);
    expect(choose([one, two]).length).toBeLessThanOrEqual(2);
  });

  it('of any family give one offer at most, and none where one of them is', () => {
    const links = fc.array(fc.nat(), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(links, fc.nat(), fc.boolean(), (parents, at, isTaken) => {
        const family = [note(100, 'site-0')];
        for (const [index, parent] of parents.entries()) {
          const from = family[parent % family.length];
          family.push(note(101 + index, `site-${index + 1}`, from));
        }
        const own = isTaken ? [note(99, HERE, family[at % family.length])] : [];
        expect(choose(family, { own })).toHaveLength(isTaken ? 0 : 1);
      }),
    );
  });
});
