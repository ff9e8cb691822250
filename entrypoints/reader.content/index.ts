import { defineContentScript } from 'wxt/utils/define-content-script';
import { startSession } from './session';
import './style.css';

export default defineContentScript({
  // A placeholder: the manifest's list is written by wxt.config.ts.
  matches: ['https://www.aljazeera.net/*'],
  runAt: 'document_idle',
  // A message to the window would tell every page that the extension is there.
  noScriptStartedPostMessage: true,
  main(context) {
    const startedAt = performance.now();
    // Aborts when a newer copy of this script starts in the page: injected by
    // a click on top of the manifest's, or after an update.
    startSession(document, () => performance.now() - startedAt, context.signal);
  },
});
