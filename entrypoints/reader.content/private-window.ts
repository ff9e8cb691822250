import { browser } from 'wxt/browser';

/** Whether this page is in a private window, of which nothing may reach the disk. Asked at once: later an update may have cut us off. */
export const isInPrivateWindow = browser.extension?.inIncognitoContext === true;
