/** What the buttons that concern the page do. */
import type { Signal } from '@preact/signals';
import type { JumpPosition, PopupActions } from '@/components/popup/popup-view';
import { urlKey } from '@/core/article/normalise-url';
import { sendToPage } from '@/messaging/client';
import { setPageOn, setSiteOn } from '@/storage/site-switch';
import type { PageFollower } from './follow-page';
import type { Language } from './language';
import { openPanel } from './open-panel';
import type { Speaker } from './speaker';
import { askToRead, injectReader, reloadTab } from './tab-access';

interface Ports {
  tabId: number | null;
  page: PageFollower;
  speaker: Speaker;
  language: Language;
  jump: Signal<JumpPosition | null>;
  whileBusy: (work: () => Promise<void>) => Promise<void>;
}

type PageActions = Pick<
  PopupActions,
  | 'switchSite'
  | 'switchPage'
  | 'readAnyway'
  | 'readOnce'
  | 'allowSite'
  | 'reloadPage'
  | 'jumpToMention'
  | 'openPanel'
>;

export function pageActions({
  tabId,
  page,
  speaker,
  language,
  jump,
  whileBusy,
}: Ports): PageActions {
  return {
    switchSite(on) {
      const url = page.webUrl.value;
      if (url) void setSiteOn(url.hostname, on).then(page.lookAgain);
    },
    switchPage(on) {
      const url = page.webUrl.value;
      if (url) void setPageOn(urlKey({ url: url.href }), on).then(page.lookAgain);
    },
    readAnyway() {
      if (tabId === null) return;
      void whileBusy(async () => {
        const reply = await sendToPage(tabId, 'read-anyway', {});
        if (!reply.ok) return speaker.complainOf(reply.error.code);
        page.expect(reply.value);
        await page.lookAgain();
      });
    },
    readOnce() {
      if (tabId === null) return;
      void whileBusy(async () => {
        if (!(await injectReader(tabId))) {
          return speaker.complain(language.translator.value.t('state.injectFailed'));
        }
        page.expect('looking');
        await page.lookAgain();
      });
    },
    allowSite() {
      const url = page.webUrl.value;
      if (!url) return;
      // Asked before anything is awaited: the click must still count.
      const asked = askToRead(url);
      void whileBusy(async () => {
        if (!(await asked.catch(() => false))) {
          return speaker.complain(language.translator.value.t('state.denied'));
        }
        page.expect('looking');
        await page.lookAgain();
      });
    },
    reloadPage() {
      if (tabId === null) return;
      page.forgetInjections();
      page.expect('looking');
      void reloadTab(tabId).then(page.lookAgain);
    },
    openPanel() {
      if (tabId === null) return;
      void openPanel(tabId).then((isOpen) => {
        if (isOpen) window.close();
        else speaker.complain(language.translator.value.t('panel.opening'));
      });
    },
    jumpToMention(entityId, step) {
      if (tabId === null) return;
      void sendToPage(tabId, 'jump-to-mention', { entityId, step }).then((reply) => {
        if (!reply.ok) return speaker.complainOf(reply.error.code);
        if (reply.value.count === 0) {
          return speaker.complain(language.translator.value.t('popup.jumpFailed'));
        }
        jump.value = { entityId, ...reply.value };
      });
    },
  };
}
