import { join } from 'node:path';
import { type PageDriver, poll, type Rect, type WaitOptions } from './browser-driver';

/** The test-only extension that looks into closed shadow roots; load it after ours. */
export const PROBE_EXTENSION = join(
  import.meta.dirname,
  '../../test/e2e/probe-extension',
);

/** An element inside a closed shadow root, as it stands now. */
export interface SeenElement {
  tag: string;
  text: string;
  value: string | null;
  label: string | null;
  role: string | null;
  /** Viewport pixels. */
  rect: Rect;
  visible: boolean;
  direction: 'ltr' | 'rtl';
}

export interface SeenHost {
  tag: string;
  attributes: Record<string, string>;
  text: string;
}

interface Questions {
  tab: { details: object; answer: number | null };
  hosts: { details: object; answer: SeenHost[] };
  find: { details: { selector: string }; answer: SeenElement[] };
  focused: { details: object; answer: SeenElement | null };
  html: { details: object; answer: string[] };
}

export async function askProbe<Question extends keyof Questions>(
  page: PageDriver,
  question: Question,
  details: Questions[Question]['details'] = {},
): Promise<Questions[Question]['answer']> {
  const reply = await page.evaluate(
    (detail) => {
      let heard: string | null = null;
      // Events are synchronous across the worlds of a page.
      document.addEventListener(
        'hawashi-probe-answer',
        (event) => {
          heard = (event as CustomEvent<string>).detail;
        },
        { once: true },
      );
      document.dispatchEvent(new CustomEvent('hawashi-probe-ask', { detail }));
      return heard as string | null;
    },
    JSON.stringify({ question, ...details }),
  );
  if (reply === null) throw new Error('the probe is not in this page');
  const answer = JSON.parse(reply) as { value: unknown; error?: string };
  if (answer.error !== undefined) throw new Error(`the probe failed: ${answer.error}`);
  return answer.value as Questions[Question]['answer'];
}

/** The browser's id of the page's tab, for `popup.html?tab=ID`. */
export function tabIdOf(page: PageDriver): Promise<number> {
  return poll(() => askProbe(page, 'tab'), { what: "the tab's id" });
}

/** Waits until a visible element of the overlay fits the selector. */
export function waitForOverlay(
  page: PageDriver,
  selector: string,
  options: WaitOptions = {},
): Promise<SeenElement> {
  const find = async () =>
    (await askProbe(page, 'find', { selector })).find(({ visible }) => visible);
  return poll(find, { what: `${selector} in the overlay`, ...options });
}

/** Waits until no element of the overlay that fits the selector is visible. */
export async function waitForNoOverlay(
  page: PageDriver,
  selector: string,
): Promise<void> {
  const gone = async () =>
    (await askProbe(page, 'find', { selector })).every(({ visible }) => !visible);
  await poll(gone, { what: `no ${selector} in the overlay` });
}

/** Clicks the middle of an element of the overlay, when it has come to rest. */
export async function clickOverlay(page: PageDriver, selector: string): Promise<void> {
  let last = await waitForOverlay(page, selector);
  const atRest = async () => {
    const now = await waitForOverlay(page, selector);
    const still = now.rect.x === last.rect.x && now.rect.y === last.rect.y;
    last = now;
    return still;
  };
  await poll(atRest, { what: `${selector} to come to rest` });
  await page.click(middleOf(last.rect));
}

export function middleOf({ x, y, width, height }: Rect): { x: number; y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}
