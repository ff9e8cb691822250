import { afterEach, expect, it, vi } from 'vitest';
import { oneAtATime } from '@/entrypoints/reader.content/one-at-a-time';

afterEach(() => vi.useRealTimers());

it('runs once more after however many calls that came meanwhile, and again later', async () => {
  let finish = () => {};
  const run = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const ask = oneAtATime(run);
  const asked = [ask(), ask(), ask()];
  expect(run).toHaveBeenCalledTimes(1);
  finish();
  await vi.waitFor(() => expect(run).toHaveBeenCalledTimes(2));
  finish();
  await Promise.all(asked);
  expect(run).toHaveBeenCalledTimes(2);
  const later = ask();
  finish();
  await later;
  expect(run).toHaveBeenCalledTimes(3);
});

it('runs again after it has failed', async () => {
  const run = vi.fn(async () => {}).mockRejectedValueOnce(new Error('once'));
  const ask = oneAtATime(run);
  await expect(ask()).rejects.toThrow('once');
  await ask();
  expect(run).toHaveBeenCalledTimes(2);
});

it('rests between runs that take long, and not before the first', async () => {
  vi.useFakeTimers();
  const run = vi.fn(() => new Promise<void>((done) => setTimeout(done, 1_000)));
  const ask = oneAtATime(run);
  const first = ask();
  await vi.advanceTimersByTimeAsync(500);
  void ask();
  await vi.advanceTimersByTimeAsync(3_400);
  expect(run).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(run).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(1_000);
  await first;
  expect(run).toHaveBeenCalledTimes(2);
});
