/** The panel's state: what the popup knows of the page, its text, and what of that is before the reader. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { PanelActions, PanelState } from '@/components/panel/panel-view';
import type { TextSpan } from '@/core/model/selector';
import type { ReadText } from '@/core/xray/xray';
import { sendToPage } from '@/messaging/client';
import { followView } from '@/messaging/view-port';
import type { HawashiDatabase } from '@/storage/database';
import type { Language } from '../popup/language';
import { createPopupModel } from '../popup/popup-model';
import type { MapDesk } from './map-desk';

interface Ports {
  tabId: number | null;
  isPrivate: boolean;
  db: HawashiDatabase;
  language: Language;
  recording: boolean;
  map: MapDesk;
  /** Aborts when the panel closes, or turns to another tab. */
  signal: AbortSignal;
}

export interface PanelModel {
  readonly state: ReadonlySignal<PanelState>;
  readonly actions: PanelActions;
  start(): void;
}

export function createPanelModel({ map, ...ports }: Ports): PanelModel {
  const { tabId, signal: leaving } = ports;
  // It stays beside whatever it leads to.
  const popup = createPopupModel({ ...ports, leave: () => {} });
  const text = signal<ReadText | null>(null);
  const view = signal<TextSpan | null>(null);
  /** Of the text that was last asked for; null for none. */
  let stamp: number | null = null;

  async function readText(tab: number, wanted: number): Promise<void> {
    stamp = wanted;
    const reply = await sendToPage(tab, 'read-text', {});
    if (leaving.aborted || stamp !== wanted) return;
    // The next view says so when it has changed meanwhile.
    if (reply.ok) stamp = reply.value.stamp;
    text.value = reply.ok ? reply.value : null;
  }

  return {
    state: computed(() => ({
      ...popup.state.value,
      text: text.value,
      view: view.value,
      map: map.map.value,
    })),
    actions: {
      ...popup.actions,
      loadMap: map.load,
    },
    start() {
      popup.start();
      if (tabId === null) return;
      const isReading = computed(() => popup.state.value.page.type === 'reading');
      let ending = new AbortController();
      const stop = effect(() => {
        ending.abort();
        ending = new AbortController();
        stamp = null;
        text.value = null;
        view.value = null;
        if (!isReading.value) return;
        followView(
          tabId,
          (seen) => {
            view.value = seen?.span ?? null;
            // The next page counts its texts anew.
            if (seen === null) stamp = null;
            else if (seen.stamp !== stamp) void readText(tabId, seen.stamp);
          },
          ending.signal,
        );
      });
      leaving.addEventListener('abort', () => {
        stop();
        ending.abort();
      });
    },
  };
}
