import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deferUpdates } from '@/entrypoints/background/defer-update';

let waiting: number;
let announceUpdate: () => void;
const reload = vi.fn();
const start = () => deferUpdates(async () => waiting);

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  waiting = 0;
  reload.mockClear();
  fakeBrowser.runtime.reload = reload;
  vi.spyOn(fakeBrowser.runtime.onUpdateAvailable, 'addListener').mockImplementation(
    (listener) => {
      announceUpdate = () => listener({ version: '9' });
    },
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an update', () => {
  it('is installed when all is quiet', async () => {
    start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reload).not.toHaveBeenCalled();
    announceUpdate();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('waits while somebody writes', async () => {
    start();
    announceUpdate();
    for (let second = 0; second < 60; second++) {
      await fakeBrowser.storage.local.set({ 'draft:note:1': second });
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(reload).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(40_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('waits for words that cannot be saved', async () => {
    start();
    waiting = 1;
    announceUpdate();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(reload).not.toHaveBeenCalled();
    waiting = 0;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is not forgotten with the background that heard of it, nor installed twice', async () => {
    start();
    announceUpdate();
    await vi.advanceTimersByTimeAsync(0);
    vi.clearAllTimers();
    start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reload).toHaveBeenCalledTimes(1);
    vi.clearAllTimers();
    start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });
});
