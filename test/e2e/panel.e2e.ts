import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tabIdOf } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import {
  clickElement,
  openPanel,
  textsOf,
  waitForText,
} from '@/scripts/browsers/drive-popup';
import { waitForPaint } from '@/scripts/browsers/read-page';
import { writeNote } from './act-as-reader';
import { openSession, PAGES, type Session } from './open-session';

/** In the last paragraphs of the Arabic report, and in the first. */
const LATE = 'حظر التجول';
const WORDS = 'إلى متى؟';

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('the side panel, in %s', (name) => {
  let session: Session;
  let page: PageDriver;
  let panel: PageDriver;

  beforeAll(async () => {
    session = await openSession(name);
    page = await session.open(PAGES.arabic);
    await waitForPaint(page, 'بغداد');
  });
  afterAll(() => session?.close());

  const viewOf = (side: PageDriver) =>
    side.evaluate(() => {
      const style = document.querySelector<HTMLElement>('.hw-xray')?.style;
      const from = style?.getPropertyValue('--hw-view-from') ?? '';
      return from === '' ? null : Number.parseFloat(from);
    });

  it('shows where in the text each name is mentioned', async () => {
    panel = await openPanel(session.browser, page);
    await waitForText(panel, '.hw-strip title', '');
    const names = await textsOf(panel, '.hw-entity .hw-name-first');
    expect(names).toContain('بغداد');
    const strips = await textsOf(panel, '.hw-strip title');
    expect(strips).toHaveLength(names.length);
    expect(strips[0]).toMatch(/\d/);
  });

  it('follows the scroll of the page', async () => {
    const isKnown = async () => (await viewOf(panel)) !== null;
    await poll(isKnown, { what: 'what is before the reader' });
    const top = (await viewOf(panel)) ?? 0;
    await page.toFront();
    await page.evaluate(() => scrollTo({ top: document.body.scrollHeight }));
    const isLower = async () => ((await viewOf(panel)) ?? 100) > top;
    await poll(isLower, { what: 'the band to go down' });
    await page.evaluate(() => scrollTo({ top: 0 }));
    await poll(async () => (await viewOf(panel)) === top, {
      what: 'the band to go up',
    });
  });

  it('leads to a mention, and says with whom it is mentioned', async () => {
    await page.toFront();
    await clickElement(panel, '.hw-xray-toggle');
    await waitForText(panel, '.hw-xray-other', '');
    const before = await page.evaluate(() => scrollY);
    await clickElement(panel, '.hw-xray-steps .hw-button', 1);
    await poll(
      async () =>
        (await textsOf(panel, '.hw-entity-current .hw-entity-count')).length > 0 ||
        (await page.evaluate(() => scrollY)) !== before,
      { what: 'the jump' },
    );
  });

  it('draws the places on a map, and a circle leads to the text', async () => {
    await clickElement(panel, '#hw-tab-map');
    await panel.waitFor(
      () => document.querySelectorAll('.hw-map-place').length > 2,
      undefined,
      { what: 'places on the map' },
    );
    const land = await panel.evaluate(
      () => document.querySelector('.hw-map-land')?.getAttribute('d')?.length ?? 0,
    );
    expect(land).toBeGreaterThan(500);
    await panel.evaluate(() =>
      document
        .querySelector('.hw-map-place')
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    );
    await waitForText(panel, '.hw-entity-current .hw-entity-count', '1');
  });

  it('has a note as soon as it is written, and marks it while it is before the reader', async () => {
    await page.toFront();
    await writeNote(page, LATE, WORDS);
    await page.press('Escape');
    await clickElement(panel, '#hw-tab-notes');
    await waitForText(panel, '.hw-note[aria-current]', WORDS);
  });

  it('says so of a page that is no article, and goes on with the next that is one', async () => {
    await page.goto(PAGES.front);
    await waitForText(panel, '.hw-state-not-article', '');
    await page.goto(PAGES.english);
    await waitForText(panel, '.hw-strip title', '');
    await clickElement(panel, '.hw-switch');
    await waitForText(panel, '.hw-state-off', '');
    await clickElement(panel, '.hw-switch');
    await waitForText(panel, '.hw-strip title', '');
  });

  it('goes to the tab that the reader turns to', async () => {
    await panel.close();
    const side = await session.browser.openExtensionPage('sidepanel.html');
    // It stands in a tab of its own here, which no extension reads.
    await waitForText(side, '.hw-state', '');
    await page.toFront();
    await waitForText(side, '.hw-strip title', '');
    expect(await tabIdOf(page)).toBeGreaterThan(0);
    await side.close();
  });
});
