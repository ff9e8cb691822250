import { describe, expect, it } from 'vitest';
import { BROWSER_NAMES } from '@/scripts/browsers/browser-driver';
import { openSession } from './open-session';

describe.each(BROWSER_NAMES)('the arithmetic of the tagger, in %s', (name) => {
  it('runs under the policy that all pages of the extension have, the background’s too', async () => {
    const session = await openSession(name);
    try {
      const popup = await session.browser.openExtensionPage('popup.html');
      const steps = await popup.evaluate(async () => {
        const bytes = await (await fetch('/tagger.wasm')).arrayBuffer();
        const { instance } = await WebAssembly.instantiate(bytes);
        return Object.keys(instance.exports);
      });
      expect(steps).toContain('multiply');
    } finally {
      await session.close();
    }
  });
});
