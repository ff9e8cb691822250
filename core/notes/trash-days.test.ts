import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passDay, TRASH_DAYS, type TrashDays } from './trash-days';

const DAY = 86_400_000;
const HOUR = DAY / 24;
const THEN = 1_600_000_000_000;
const NOTE = { id: 'note', deletedAt: THEN };

/** Runs the clock through these times; gives at which of them the note went. */
function run(times: readonly number[], note = NOTE) {
  let days: TrashDays | null = null;
  let counted = 0;
  for (const [index, now] of times.entries()) {
    const passed = passDay(days, [note], now);
    if (passed === null) continue;
    if (days !== null && passed.days.count > days.count) counted++;
    days = passed.days;
    if (passed.gone.length > 0) return { goneAt: index, counted };
  }
  return { goneAt: null, counted };
}

const everyHour = (count: number) =>
  Array.from({ length: count }, (_, hour) => THEN + hour * HOUR);

describe('a note in the trash', () => {
  it('goes after thirty days that were seen, and not before', () => {
    const { goneAt } = run(everyHour(24 * 40));
    expect(goneAt).toBe(24 * TRASH_DAYS);
  });

  it('stays when the clock jumps by years, once or again and again', () => {
    expect(run([THEN, THEN + 4000 * DAY]).goneAt).toBeNull();
    const toAndFro = Array.from({ length: 400 }, (_, at) => THEN + (at % 2) * 4000 * DAY);
    expect(run(toAndFro).goneAt).toBeNull();
  });

  it('stays when the clock is set back, and its days begin to count again', () => {
    const times = [...everyHour(24 * 20), ...everyHour(24 * 25)];
    expect(run(times).goneAt).toBeNull();
  });

  it('that was taken out and thrown away again begins anew', () => {
    let days: TrashDays | null = null;
    const gone: string[] = [];
    for (let day = 0; day < 45; day++) {
      const note = { id: 'note', deletedAt: THEN + (day < 20 ? 0 : 20 * DAY) };
      const passed: ReturnType<typeof passDay> = passDay(days, [note], THEN + day * DAY);
      days = passed?.days ?? days;
      gone.push(...(passed?.gone ?? []));
    }
    expect(gone).toEqual([]);
  });

  it('whatever the clock does, is seen on thirty days before it goes', () => {
    const step = fc.oneof(
      fc.integer({ min: 0, max: 3 * DAY }),
      fc.integer({ min: -50 * DAY, max: 50 * DAY }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 60, maxLength: 200 }), (steps) => {
        let now = THEN;
        const times = steps.map((by) => (now = Math.max(0, now + by)));
        const { goneAt, counted } = run(times);
        if (goneAt !== null) expect(counted).toBeGreaterThanOrEqual(TRASH_DAYS);
      }),
    );
  });
});
