import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRetry } from './retry-later';

const MINUTE = 60_000;
const act = vi.fn();
beforeEach(() => {
  vi.useFakeTimers();
  act.mockClear();
});
afterEach(() => vi.useRealTimers());

test('tries three times, ever later, and then no more', () => {
  const retry = createRetry(() => {
    act();
    retry.later();
  });
  retry.later();
  vi.advanceTimersByTime(10_000);
  expect(act).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(10 * MINUTE);
  expect(act).toHaveBeenCalledTimes(3);
});

test('begins anew after an answer, and does nothing when cancelled', () => {
  const retry = createRetry(act);
  for (let time = 0; time < 4; time++) retry.later();
  retry.succeed();
  retry.later();
  retry.cancel();
  vi.advanceTimersByTime(10 * MINUTE);
  expect(act).not.toHaveBeenCalled();
  retry.later();
  vi.advanceTimersByTime(10 * MINUTE);
  expect(act).toHaveBeenCalledTimes(1);
});
