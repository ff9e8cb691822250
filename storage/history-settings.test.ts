import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  readHistorySettings,
  watchHistorySettings,
  writeHistorySettings,
} from './history-settings';

const FIRST = { recording: true, keepDays: 365, showLine: true, markNew: false };

beforeEach(() => fakeBrowser.reset());

describe('the settings of the history', () => {
  it('are there before any was chosen, and each is kept for itself', async () => {
    expect(await readHistorySettings()).toEqual(FIRST);
    await Promise.all([
      writeHistorySettings({ keepDays: null }),
      writeHistorySettings({ markNew: true, recording: false }),
    ]);
    const chosen = { ...FIRST, keepDays: null, markNew: true, recording: false };
    expect(await readHistorySettings()).toEqual(chosen);
    await writeHistorySettings({});
    expect(await readHistorySettings()).toEqual(chosen);
  });

  it('that make no sense are as good as none', async () => {
    await fakeBrowser.storage.local.set({
      'history:recording': 'no',
      'history:keepDays': 7,
      'history:showLine': 0,
    });
    expect(await readHistorySettings()).toEqual(FIRST);
  });

  it('are told to who watches, until they stop', async () => {
    const stop = new AbortController();
    const listener = vi.fn();
    watchHistorySettings(listener, stop.signal);
    await writeHistorySettings({ showLine: false });
    await vi.waitFor(() =>
      expect(listener).toHaveBeenLastCalledWith({ ...FIRST, showLine: false }),
    );
    stop.abort();
    await writeHistorySettings({ showLine: true });
    expect(listener).toHaveBeenCalledOnce();
  });
});
