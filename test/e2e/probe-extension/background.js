/* Tells a page's content script the id of its tab. */
const api = globalThis.browser ?? globalThis.chrome;
api.runtime.onMessage.addListener((_message, sender, sendResponse) => {
  sendResponse(sender.tab.id);
});
