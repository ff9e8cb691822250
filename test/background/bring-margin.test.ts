import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ok } from '@/core/model/result';
import { sendToBackground } from '@/messaging/client';
import { POPUP, READER, startBackground } from './start-background';

const bring = () => sendToBackground('bring-margin', {});

/** The background, asked by `from`, with a browser that answers so to an injection. */
function startWith(from: object, inject: () => Promise<unknown> = async () => []) {
  startBackground({}, from);
  const executeScript = vi.spyOn(fakeBrowser.scripting, 'executeScript');
  // The fake is the same in every test.
  executeScript.mockReset();
  return executeScript.mockImplementation(inject as never);
}

it('brings the margin into the very page that asks, as often as it asks', async () => {
  const inject = startWith({ ...READER, documentId: 'D1' });
  expect(await bring()).toEqual(ok({}));
  expect(await bring()).toEqual(ok({}));
  const injection = {
    target: { tabId: READER.tab.id, documentIds: ['D1'] },
    files: ['/margin.js'],
  };
  expect(inject.mock.calls).toEqual([[injection], [injection]]);
});

it('goes by the tab and its top frame where the browser has no ids for pages', async () => {
  const inject = startWith(READER);
  expect(await bring()).toEqual(ok({}));
  const target = { tabId: READER.tab.id, frameIds: [0] };
  expect(inject).toHaveBeenCalledExactlyOnceWith({ target, files: ['/margin.js'] });
});

it('says so when the page is gone or may not be read any more', async () => {
  startWith(READER, () => Promise.reject(new Error('Cannot access contents')));
  expect(await bring()).toMatchObject({ ok: false, error: { code: 'unreachable' } });
});

it('brings it into no page of the extension', async () => {
  const inject = startWith(POPUP);
  expect(await bring()).toMatchObject({ ok: false, error: { code: 'bad-message' } });
  expect(inject).not.toHaveBeenCalled();
});
