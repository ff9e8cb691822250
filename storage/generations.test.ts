import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeNote } from '@/test/make-note';
import { openTestBackup } from '@/test/open-test-backup';
import type { Generation } from './backup-database';
import {
  closeGeneration,
  generationsToKeep,
  rowsAt,
  TODAY,
  thinGenerations,
} from './generations';
import { writeRows } from './write-backup';

const DAY = 86_400_000;
const START = 20_000 * DAY;

const daily = (day: number, number: number): Generation => ({
  ...{ number, at: START + day * DAY, kind: 'daily', notes: 0 },
});

describe('generationsToKeep', () => {
  it('keeps three days and four weeks', () => {
    const all = Array.from({ length: 60 }, (_, day) => daily(day, day + 1));
    const kept = [...generationsToKeep(all)].sort((a, b) => a - b);
    expect(kept.slice(-3)).toEqual([58, 59, 60]);
    expect(kept.length).toBeGreaterThanOrEqual(6);
    expect(kept.length).toBeLessThanOrEqual(7);
    expect(kept[0]).toBeGreaterThanOrEqual(60 - 28);
  });

  it('keeps the last two before migrations, however old', () => {
    const migrations = [1, 2, 3].map((number) => ({
      ...daily(number, number),
      kind: 'migration' as const,
    }));
    const kept = generationsToKeep([...migrations, daily(300, 4), daily(400, 5)]);
    expect([...kept].sort()).toEqual([2, 3, 4, 5]);
  });

  it('does not count what was asked for within one day as days', () => {
    const asked = [10, 11, 12, 13].map((number) => ({
      ...daily(30, number),
      kind: 'asked' as const,
    }));
    const kept = generationsToKeep([daily(28, 8), daily(29, 9), ...asked]);
    expect(kept.has(8) && kept.has(9) && kept.has(13)).toBe(true);
  });
});

it('every kept generation shows what it showed, whichever others went', async () => {
  const days = fc.array(
    fc.record({
      pause: fc.constantFrom(1, 1, 1, 6),
      ids: fc.array(fc.nat(5), { minLength: 1, maxLength: 3 }),
    }),
    { minLength: 2, maxLength: 14 },
  );
  await fc.assert(
    fc.asyncProperty(days, async (list) => {
      const backup = await openTestBackup();
      const shown = new Map<number, unknown[]>();
      let day = 0;
      for (const [index, { pause, ids }] of list.entries()) {
        day += pause;
        const present = [...new Set(ids)].map((id): ['notes', { id: string }] => [
          'notes',
          makeNote({ id: `note-${id}`, body: `day ${index}` }),
        ]);
        await writeRows(backup, { present, absent: [], at: 0 });
        await closeGeneration(backup, { at: START + day * DAY, kind: 'daily', notes: 0 });
        const { rows } = await rowsAt(backup, 'notes', { number: TODAY, after: '' });
        shown.set(index + 1, rows);
      }
      const now = await rowsAt(backup, 'notes', { number: TODAY, after: '' });
      await thinGenerations(backup);
      const kept = await backup.generations.toArray();
      for (const { number } of kept) {
        const { rows } = await rowsAt(backup, 'notes', { number, after: '' });
        expect(rows).toEqual(shown.get(number));
      }
      expect(await rowsAt(backup, 'notes', { number: TODAY, after: '' })).toEqual(now);
      // Nothing is kept that no generation shows: of each note at most one state for each.
      const states = await backup.states.count();
      expect(states).toBeLessThanOrEqual(now.rows.length * kept.length);
    }),
    { numRuns: 30 },
  );
});
