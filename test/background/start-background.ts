import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Recognition } from '@/core/model/mention';
import {
  keepPrivateInMemory,
  type PrivatePorts,
} from '@/entrypoints/background/answer-private';
import {
  answerRequests,
  type BackgroundPorts,
} from '@/entrypoints/background/answer-requests';
import { injectMargin } from '@/entrypoints/background/inject-margin';
import { serveBackground } from '@/messaging/serve';
import { BackupDatabase } from '@/storage/backup-database';
import { readHistorySettings } from '@/storage/history-settings';
import { similarityWithoutTable } from '@/test/make-meeting';
import { makeFacts, THEN } from '@/test/make-note';
import { openTestDatabase } from '@/test/open-test-database';

type Listener = (
  message: unknown,
  sender: object,
  sendResponse: (reply: unknown) => void,
) => unknown;

const EXTENSION = 'test-extension-id';

/** A tab that reads the article of `makeFacts`. */
export const READER = {
  id: EXTENSION,
  url: makeFacts().url,
  frameId: 0,
  tab: { id: 7 },
};
export const POPUP = {
  id: EXTENSION,
  url: `chrome-extension://${EXTENSION}/popup.html`,
};

export const NO_NAMES: Recognition = { lang: 'ar', mentions: [], entities: [] };

/**
 * The background as it runs, but for the browser and the names: what
 * `sendToBackground` sends from now on arrives here, as if from `from`.
 */
export function startBackground(
  ports: Partial<BackgroundPorts & PrivatePorts> = {},
  from: object = READER,
) {
  const listeners: Listener[] = [];
  fakeBrowser.reset();
  fakeBrowser.runtime.id = EXTENSION;
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation(
    (path: string) => `chrome-extension://${EXTENSION}${path}`,
  );
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation(
    (added: unknown) => {
      listeners.push(added as Listener);
    },
  );
  const deliver = (message: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const isTaken = listeners.some(
        (listener) => listener(message, from, resolve) === true,
      );
      if (!isTaken) reject(new Error('Receiving end does not exist.'));
    });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(deliver as never);

  const db = ports.db ?? openTestDatabase();
  const announceNotes = vi.fn();
  const announceHistory = vi.fn();
  const showBadge = vi.fn();
  const recognise = vi.fn(async () => NO_NAMES);
  const announceAllNotes = vi.fn();
  const all = {
    announceAllNotes,
    writeWeeklyFile: async () => {},
    keeper: {
      backUpNow: async () => {},
      backup: async () => new BackupDatabase(`${db.name}-backup`, indexedDB),
    },
    bringMargin: injectMargin,
    db,
    recognise,
    announceNotes,
    announceHistory,
    showBadge,
    loadSimilarity: async () => similarityWithoutTable(),
    readSettings: readHistorySettings,
    isPrivateWindowOpen: async () => true,
    now: () => THEN,
    ...ports,
  };
  const { handlers, replayDrafts } = answerRequests(all);
  serveBackground(keepPrivateInMemory(handlers, all));
  return {
    db,
    announceNotes,
    announceAllNotes,
    announceHistory,
    showBadge,
    recognise,
    deliver,
    replayDrafts,
  };
}
