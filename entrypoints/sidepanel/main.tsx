/** Composition root of the side panel: it speaks of the active tab of its window, with `?tab=ID` of that tab. */
import '@/components/panel/panel.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { Panel } from '@/components/panel/Panel';
import { ReviewTranslation } from '@/components/translation/ReviewTranslation';
import { speakForPrivateWindow } from '@/messaging/client';
import { openDatabase } from '@/storage/database';
import { isRecording } from '../popup/is-recording';
import { startLanguage } from '../popup/language';
import { isPrivateTab } from '../popup/tab-access';
import { followActiveTab } from './active-tab';
import { createMapDesk } from './map-desk';
import { createPanelModel } from './panel-model';

async function start(root: HTMLElement): Promise<void> {
  const closing = new AbortController();
  window.addEventListener('pagehide', () => closing.abort(), { once: true });
  const [language, tab] = await Promise.all([
    startLanguage(closing.signal),
    followActiveTab(location.search, closing.signal),
  ]);
  // A window is private or it is not: so is the panel in it.
  const isPrivate = await isPrivateTab(tab.value);
  if (isPrivate) speakForPrivateWindow();
  const db = openDatabase();
  const map = createMapDesk();
  effect(() => {
    const { translator } = language;
    const page = document.documentElement;
    page.lang = translator.value.lang;
    page.dir = translator.value.direction;
    document.title = translator.value.t('app.name');
  });

  /** Another tab is another page: all is made anew for it. */
  let leaving = new AbortController();
  async function speakOf(tabId: number | null): Promise<void> {
    leaving.abort();
    leaving = new AbortController();
    const { signal } = leaving;
    closing.signal.addEventListener('abort', () => leaving.abort(), { signal });
    const recording = await isRecording();
    if (signal.aborted) return;
    const model = createPanelModel({
      tabId,
      isPrivate,
      db,
      language,
      recording,
      map,
      signal,
    });
    const stop = effect(() =>
      render(
        <ReviewTranslation translator={language.translator.value}>
          <Panel key={tabId} state={model.state.value} actions={model.actions} />
        </ReviewTranslation>,
        root,
      ),
    );
    signal.addEventListener('abort', stop);
    model.start();
  }
  effect(() => void speakOf(tab.value));
}

const root = document.getElementById('panel');
if (root) void start(root);
