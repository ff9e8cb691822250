/** Kills the background at the boundaries of messages, as an open page of the extension hears them. */
import type { BrowserDriver, PageDriver } from '@/scripts/browsers/browser-driver';
import { pause } from '../act-as-reader';

interface Heard {
  count: number;
  waiting: ((count: number) => void)[];
}

interface MessageApi {
  runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } };
}

/** A page of the extension, which hears every message to the background too; it answers none. */
async function openWitness(browser: BrowserDriver): Promise<PageDriver> {
  const witness = await browser.openExtensionPage('popup.html');
  await witness.evaluate(() => {
    const heard: Heard = { count: 0, waiting: [] };
    Object.assign(globalThis, { heard });
    const api = globalThis as unknown as Record<'browser' | 'chrome', MessageApi>;
    (api.browser ?? api.chrome).runtime.onMessage.addListener(() => {
      heard.count++;
      for (const wake of heard.waiting.splice(0)) wake(heard.count);
    });
    return true;
  });
  return witness;
}

function waitForMessage(witness: PageDriver, after: number): Promise<number> {
  return witness.evaluate((after) => {
    const { heard } = globalThis as unknown as { heard: Heard };
    return heard.count > after
      ? heard.count
      : new Promise<number>((resolve) => heard.waiting.push(resolve));
  }, after);
}

export interface Killing {
  /** How many messages came, and how often the background was killed while it ran. */
  stop(): Promise<{ messages: number; killed: number }>;
}

/** Milliseconds between a message and the kill: before it is read, inside its transaction, at its reply, after it. */
const DELAYS = [0, 1, 2, 3, 5, 8, 12, 20, 35, 60];

/**
 * From now on kills the background at every second message, so that what is
 * repeated gets through; `phase` says at which, and with which delay it begins.
 */
export async function killAtMessages(
  browser: BrowserDriver,
  phase: number,
): Promise<Killing> {
  const witness = await openWitness(browser);
  let messages = 0;
  let killed = 0;
  let isOver = false;
  const killing = (async () => {
    while (!isOver) {
      messages = await waitForMessage(witness, messages);
      if (isOver || messages % 2 !== phase % 2) continue;
      await pause(DELAYS[(phase + killed) % DELAYS.length] ?? 0);
      if (await browser.killBackground()) killed++;
    }
  })();
  return {
    async stop() {
      isOver = true;
      await witness.evaluate(() => {
        const { heard } = globalThis as unknown as { heard: Heard };
        for (const wake of heard.waiting.splice(0)) wake(heard.count);
        return true;
      });
      await killing;
      await witness.close();
      return { messages, killed };
    },
  };
}
