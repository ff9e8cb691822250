/**
 * The browser's own API, built into the content script in place of
 * webextension-polyfill (`scripts/slim-reader.ts`), which would be the heaviest
 * library in every page. What the reader calls there gives promises in Chrome
 * too, from manifest 3 on, and `serve.ts` answers in the way that both have.
 */
import type { Browser } from 'webextension-polyfill';

type Globals = Record<'browser' | 'chrome', Browser>;

// Chrome before 148 has no `browser`, and there a page could put one in its
// place: an element with that id becomes a property of the window.
const { browser, chrome } = globalThis as unknown as Globals;

export default import.meta.env.FIREFOX ? browser : chrome;
