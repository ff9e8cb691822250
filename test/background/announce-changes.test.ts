import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { announceNotes } from '@/entrypoints/background/announce-changes';
import { ARTICLE_ID } from '@/test/make-note';

const send = vi.fn();

beforeEach(() => {
  fakeBrowser.reset();
  send.mockReset().mockResolvedValue({ ok: true, value: {} });
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(send as never);
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([
    { id: 3 },
    { id: 7 },
    { id: 9 },
    {},
  ] as never);
});

const told = () => send.mock.calls.map(([tabId]) => tabId);

describe('announceNotes', () => {
  it('tells every tab but the writer’s whose notes changed', async () => {
    announceNotes(ARTICLE_ID, 7);
    await vi.waitFor(() => expect(told()).toEqual([3, 9]));
    expect(send.mock.calls[0]?.[1]).toEqual({
      hawashi: 1,
      name: 'notes-changed',
      request: { articleId: ARTICLE_ID },
    });
  });

  it('tells them all when an extension page wrote', async () => {
    announceNotes(ARTICLE_ID, null);
    await vi.waitFor(() => expect(told()).toEqual([3, 7, 9]));
  });

  it('goes on past a tab without a reader', async () => {
    send.mockRejectedValue(new Error('Receiving end does not exist.'));
    announceNotes(ARTICLE_ID, null);
    await vi.waitFor(() => expect(told()).toEqual([3, 7, 9]));
  });
});
