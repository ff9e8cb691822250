/** Reading goes on when the background dies; `faults/` has what becomes of the notes. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { middleOf, waitForNoOverlay, waitForOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver } from '@/scripts/browsers/browser-driver';
import { findWords, waitForPaint } from '@/scripts/browsers/read-page';
import { openSession, PAGES, type Session, TALL } from './open-session';

describe.each(BROWSER_NAMES)('a background that dies, in %s', (name) => {
  let session: Session;
  let page: PageDriver;

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
    page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
  });
  afterAll(() => session?.close());

  it('paints although it was dead when the page asked', async () => {
    await session.browser.killBackground();
    await page.reload();
    await waitForPaint(page, 'بغداد');
  });

  it('shows the first card of a page although it was dead when the pointer came', async () => {
    const name = middleOf(await findWords(page, 'إسماعيل قاآني'));
    await session.browser.killBackground();
    await page.hover(name);
    await waitForOverlay(page, '.hw-card');
    await page.hover({ x: 3, y: 3 });
    await waitForNoOverlay(page, '.hw-card');
  });
});
