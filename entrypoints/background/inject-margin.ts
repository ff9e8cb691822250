import { browser } from 'wxt/browser';
import { fail, ok } from '@/core/model/result';
import type { Reply } from '@/messaging/protocol';
import type { Sender } from '@/messaging/serve';

type Target = Parameters<typeof browser.scripting.executeScript>[0]['target'];

/** Runs the script with the overlay beside the reader that asks for it. */
export async function injectMargin(
  sender: Sender,
): Promise<Reply<Record<string, never>>> {
  const target = targetOf(sender);
  if (target === null) return fail({ code: 'bad-message', message: 'not from a page' });
  try {
    await browser.scripting.executeScript({ target, files: ['/margin.js'] });
    return ok({});
  } catch (error) {
    // The page is gone, or the extension may not read it any more.
    return fail({ code: 'unreachable', message: String(error) });
  }
}

function targetOf({ tabId, documentId }: Sender): Target | null {
  if (tabId === null) return null;
  // The document that asked, and not the next one in its tab. Firefox had tabs' and
  // frames' ids only, before version 153 or so; in the next document the script does nothing.
  return documentId === null || import.meta.env.FIREFOX
    ? { tabId, frameIds: [0] }
    : { tabId, documentIds: [documentId] };
}
