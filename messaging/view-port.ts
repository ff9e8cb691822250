/**
 * The line between the side panel and the page beside it: as long as it is
 * open, the page tells which part of its text is before the reader.
 */
import { browser } from 'wxt/browser';
import type { TextView } from './protocol';

const NAME = 'hawashi-view';
/** Milliseconds until a page that went away, or has no reader yet, is tried again. */
const AGAIN = 1_000;

/** In the page: `watch` starts when a page of the extension listens, and ends with its signal. */
export function serveView(
  watch: (tell: (view: TextView) => void, signal: AbortSignal) => void,
  signal: AbortSignal,
): void {
  const listener = (port: Port): void => {
    const { sender } = port;
    if (port.name !== NAME || sender?.id !== browser.runtime.id) return;
    if (!sender.url?.startsWith(browser.runtime.getURL('/'))) return;
    const ending = new AbortController();
    const end = () => ending.abort();
    port.onDisconnect.addListener(end);
    signal.addEventListener('abort', end, { signal: ending.signal });
    watch((view) => port.postMessage(view), ending.signal);
  };
  browser.runtime.onConnect.addListener(listener);
  signal.addEventListener('abort', () =>
    // After an update of the extension the API is gone, and the listener with it.
    browser.runtime?.onConnect?.removeListener(listener),
  );
}

type Port = ReturnType<typeof browser.runtime.connect>;

/** In the panel: null when the page has gone, or does not answer yet. */
export function followView(
  tabId: number,
  onView: (view: TextView | null) => void,
  signal: AbortSignal,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let port: Port | null = null;
  function connect(): void {
    if (signal.aborted) return;
    try {
      const opened = browser.tabs.connect(tabId, { name: NAME, frameId: 0 });
      port = opened;
      opened.onMessage.addListener((view) => {
        if (!signal.aborted) onView(view as TextView);
      });
      opened.onDisconnect.addListener(onGone);
    } catch {
      // The tab is closed.
      onGone();
    }
  }
  function onGone(): void {
    // Chrome complains of an error that nobody has looked at.
    void browser.runtime.lastError;
    port = null;
    if (signal.aborted) return;
    onView(null);
    timer = setTimeout(connect, AGAIN);
  }
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    port?.disconnect();
  });
  connect();
}
