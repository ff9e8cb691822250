/** Composition root of the popup: `?tab=ID` makes it speak of that tab, else of the active one. */
import '@/components/popup/popup.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { Popup } from '@/components/popup/Popup';
import { ReviewTranslation } from '@/components/translation/ReviewTranslation';
import { speakForPrivateWindow } from '@/messaging/client';
import { openDatabase } from '@/storage/database';
import { isRecording } from './is-recording';
import { startLanguage } from './language';
import { createPopupModel } from './popup-model';
import { chosenTab, isPrivateTab } from './tab-access';

async function findTab() {
  const tabId = await chosenTab(location.search);
  const isPrivate = await isPrivateTab(tabId);
  const db = openDatabase();
  // Opened while all else is being found out; of a failure whoever reads is told.
  if (!isPrivate) db.ensureOpen().catch(() => {});
  return { tabId, isPrivate, db };
}

async function start(root: HTMLElement): Promise<void> {
  const closing = new AbortController();
  window.addEventListener('pagehide', () => closing.abort(), { once: true });
  const [language, { tabId, isPrivate, db }, recording] = await Promise.all([
    startLanguage(closing.signal),
    findTab(),
    isRecording(),
  ]);
  if (isPrivate) speakForPrivateWindow();
  const model = createPopupModel({
    tabId,
    isPrivate,
    db,
    language,
    recording,
    leave: () => window.close(),
    signal: closing.signal,
  });
  effect(() => {
    const translator = language.translator.value;
    const page = document.documentElement;
    page.lang = translator.lang;
    page.dir = translator.direction;
    document.title = translator.t('app.name');
    render(
      <ReviewTranslation translator={translator}>
        <Popup state={model.state.value} actions={model.actions} />
      </ReviewTranslation>,
      root,
    );
  });
  model.start();
}

const root = document.getElementById('popup');
if (root) void start(root);
