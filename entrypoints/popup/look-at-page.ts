/** What can be said of the tab's page at this moment. */
import type { PopupPage } from '@/components/popup/popup-view';
import { sendToPage } from '@/messaging/client';
import type { PageReport } from '@/messaging/protocol';
import { injectReader, isWebPage, mayRead, readTab, type TabFacts } from './tab-access';

export interface Look {
  tab: TabFacts | null;
  page: PopupPage;
  /** Null when the page did not answer. */
  report: PageReport | null;
}

/** A page busy with its own scripts answers late; longer than this and it is "looking". */
const PATIENCE_MS = 2_000;

/** `injected` remembers the addresses where a reader was started, so that a page that forbids it is asked once. */
export async function lookAtPage(tabId: number, injected: Set<string>): Promise<Look> {
  const [tab, reply] = await Promise.all([
    readTab(tabId),
    sendToPage(tabId, 'describe-page', {}, { timeout: PATIENCE_MS }),
  ]);
  if (reply.ok) return { tab, page: pageOf(reply.value), report: reply.value };
  return { tab, page: await explainSilence(tabId, tab, injected), report: null };
}

async function explainSilence(
  tabId: number,
  tab: TabFacts | null,
  injected: Set<string>,
): Promise<PopupPage> {
  const url = tab?.url;
  if (!url) return { type: 'hidden' };
  if (!isWebPage(url)) return { type: 'forbidden' };
  if (tab.loading) return { type: 'looking' };
  if (!(await mayRead(url))) return { type: 'not-allowed' };
  // Allowed, but opened before Hawashi was there.
  if (injected.has(url.href)) return { type: 'failed', code: 'unreachable' };
  injected.add(url.href);
  return (await injectReader(tabId)) ? { type: 'looking' } : { type: 'forbidden' };
}

export function pageOf(report: PageReport): PopupPage {
  switch (report.state) {
    case 'reading':
    case 'reading-unpainted':
      return {
        type: 'reading',
        painted: report.state === 'reading',
        entities: report.entities,
        ...(report.unkept ? { unkept: report.unkept.code } : {}),
      };
    case 'failed':
      return { type: 'failed', code: report.failure?.code ?? 'unexpected' };
    case 'looking':
    case 'not-article':
    case 'off':
      return { type: report.state };
  }
}
