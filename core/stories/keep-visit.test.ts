import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBefore, type KeptVisit, keepVisit } from './keep-visit';

const visit: fc.Arbitrary<KeptVisit> = fc.record({
  visitId: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  text: fc.string(),
  readAt: fc.nat(),
});
const keepAll = (all: readonly KeptVisit[]) =>
  all.reduce<KeptVisit[]>((visits, one) => keepVisit(visits, one).visits, []);

describe('visits', () => {
  it('that come twice are kept once, with the same one before them', () => {
    fc.assert(
      fc.property(fc.array(visit), visit, (earlier, one) => {
        const once = keepVisit(keepAll(earlier), one);
        expect(keepVisit(once.visits, one)).toEqual(once);
      }),
    );
  });

  it('are a few, each once, and the one that just came among them', () => {
    fc.assert(
      fc.property(fc.array(visit), visit, (earlier, one) => {
        const { visits, before } = keepVisit(keepAll(earlier), one);
        expect(visits.length).toBeLessThanOrEqual(3);
        expect(new Set(visits.map(({ visitId }) => visitId)).size).toBe(visits.length);
        expect(visits).toContainEqual(one);
        expect(before?.visitId).not.toBe(one.visitId);
      }),
    );
  });

  it('in two tabs keep what each found before', () => {
    const [yesterday, one, two] = ['y', 'a', 'b'].map((visitId, readAt) => ({
      visitId,
      text: visitId,
      readAt,
    })) as [KeptVisit, KeptVisit, KeptVisit];
    const visits = keepAll([yesterday, one, two]);
    expect(keepVisit(visits, one).before).toEqual(yesterday);
    expect(keepVisit(visits, two).before).toEqual(one);
  });

  it('are counted beyond those that are kept, each with those before its own', () => {
    const visits = keepAll(
      ['a', 'b', 'c', 'd'].map((visitId, readAt) => ({ visitId, text: '', readAt })),
    );
    const before = (visitId: string) => countBefore(visits, 4, visitId);
    expect(['b', 'c', 'd', 'new'].map(before)).toEqual([1, 2, 3, 4]);
  });
});
