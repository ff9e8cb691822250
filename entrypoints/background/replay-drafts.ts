import type { BackgroundHandlers, Sender } from '@/messaging/serve';
import { checkBackgroundRequest } from '@/messaging/validate';
import { readDrafts, removeDraft, setDraftAside } from '@/storage/draft-journal';

type SaveRequest = Parameters<BackgroundHandlers['save-note']>[0];

const NOBODY: Sender = { tabId: null, documentId: null, incognito: false };

/**
 * Saves the words that were written down and never acknowledged, by the very way
 * on which a page saves them: what is saved already changes nothing. What cannot
 * be saved now stays where it is; what is no draft at all is set aside, and stands
 * in nobody's way. One pass at a time. Resolves to how many drafts still wait.
 */
export function createDraftReplay(
  save: BackgroundHandlers['save-note'],
): () => Promise<number> {
  let pass: Promise<number> | null = null;

  async function replay(): Promise<number> {
    let waiting = 0;
    for (const { key, value } of await readDrafts()) {
      if (!(await replayOne(key, value))) waiting++;
    }
    return waiting;
  }

  async function replayOne(key: string, value: unknown): Promise<boolean> {
    try {
      const request = checkBackgroundRequest('save-note', value);
      if (!request.ok) await setDraftAside(key, value);
      else if (!(await save(request.value as SaveRequest, NOBODY)).ok) return false;
      else await removeDraft(key);
      return true;
    } catch {
      // No room to set it aside, or the disk refuses: another time.
      return false;
    }
  }

  return () => {
    pass ??= replay()
      .catch(() => 0)
      .finally(() => {
        pass = null;
      });
    return pass;
  };
}
