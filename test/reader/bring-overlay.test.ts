import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handOver, type MountOverlay } from '@/components/overlay/hand-over';
import { fail, ok } from '@/core/model/result';
import { createOverlayBringer } from '@/entrypoints/reader.content/bring-overlay';

const older: MountOverlay = () => {
  throw new Error('an overlay of an older version');
};
const newer: MountOverlay = () => {
  throw new Error('an overlay of this version');
};

const transmit = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.runtime.id = 'test-extension-id';
  transmit.mockReset();
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(transmit as never);
});

it('brings the overlay once, however many ask', async () => {
  const bring = createOverlayBringer();
  transmit.mockImplementation(async () => {
    handOver(newer);
    return ok({});
  });
  expect(await Promise.all([bring(), bring()])).toEqual([newer, newer]);
  expect(await bring()).toBe(newer);
  expect(transmit).toHaveBeenCalledExactlyOnceWith({
    hawashi: 1,
    name: 'bring-margin',
    request: {},
  });
});

it('does not take one that was there before, of another version perhaps', async () => {
  handOver(older);
  transmit.mockResolvedValueOnce(fail({ code: 'unreachable', message: 'no' }));
  const bring = createOverlayBringer();
  expect(await bring()).toBeNull();
  transmit.mockImplementationOnce(async () => {
    handOver(newer);
    return ok({});
  });
  expect(await bring()).toBe(newer);
});

it('gives nothing, and throws nothing, once the extension was updated', async () => {
  fakeBrowser.runtime.id = undefined as never;
  expect(await createOverlayBringer()()).toBeNull();
  expect(transmit).not.toHaveBeenCalled();
});
