import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOverlay } from '@/scripts/browsers/ask-probe';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import {
  openPopup,
  tabTo,
  textsOf,
  waitForDownload,
  waitForText,
  waitUntilClosed,
  waitUntilMet,
} from '@/scripts/browsers/drive-popup';
import { readPainted, selectWords, waitForPaint } from '@/scripts/browsers/read-page';
import { openSession, PAGES, type Session, TALL } from './open-session';
import { readNotes } from './read-database';

const MARKED = 'موكب صغير';

/** No pointer touches the popup. The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('the popup by keys alone, in %s', (name) => {
  let session: Session;
  let page: PageDriver;
  let popup: PageDriver;

  const press = (selector: string, key = 'Enter') =>
    tabTo(popup, selector).then(() => popup.press(key));
  const isFocused = (selector: string) =>
    popup.waitFor(
      (selector) => document.activeElement?.matches(selector) ?? false,
      selector,
      { what: `the focus on ${selector}` },
    );
  const isGone = (selector: string) =>
    poll(async () => (await textsOf(popup, selector)).length === 0, {
      what: `${selector} to go`,
    });

  /** The popup goes at once: sooner than the driver has heard of its key. */
  async function leaveBy(selector: string): Promise<void> {
    await tabTo(popup, selector);
    await popup.press('Enter').catch(() => {});
    await waitUntilClosed(popup);
  }

  async function read(url: string): Promise<void> {
    page = await session.open(url);
    await waitForPaint(page, 'بغداد');
    popup = await openPopup(session.browser, page);
    await waitUntilMet(popup);
    await popup.toFront();
  }

  beforeAll(async () => {
    session = await openSession(name, { viewport: TALL });
    const first = await session.open(PAGES.arabic);
    await waitForPaint(first, 'بغداد');
    await selectWords(first, MARKED);
    await clickOverlay(first, '.hw-bar .hw-swatch-green');
    await poll(
      async () =>
        Object.values((await readPainted(first)).notes)
          .flat()
          .includes(MARKED),
      { what: 'the highlight' },
    );
    await first.close();
    await read(PAGES.arabic);
  });
  afterAll(() => session?.close());

  it('says that this was read before, and that its names were not', async () => {
    await waitForText(popup, '.hw-read-before', 'Read once before, today');
    await waitForText(popup, '.hw-entity .hw-before', 'new');
    expect(new Set(await textsOf(popup, '.hw-entity .hw-before'))).toEqual(
      new Set(['newYou met it in no other article yet']),
    );
  });

  it('shows at each stop of Tab where the focus is, on a target of some size', async () => {
    const stops: { what: string; isShown: boolean; width: number; height: number }[] = [];
    const isLast = () => document.activeElement?.matches('.hw-keeping-line') ?? false;
    // After the last Firefox goes on among its own buttons, and no key comes back from there.
    while (stops.length < 60 && !(await popup.evaluate(isLast))) {
      await popup.press('Tab');
      stops.push(
        await popup.evaluate(() => {
          const focused = document.activeElement ?? document.body;
          const shown = focused.closest('.hw-search, .hw-swatch') ?? focused;
          const { width, height } = shown.getBoundingClientRect();
          const { outlineStyle, outlineWidth } = getComputedStyle(shown);
          const isShown = outlineStyle !== 'none' && outlineWidth !== '0px';
          return { what: focused.outerHTML.slice(0, 120), isShown, width, height };
        }),
      );
    }
    expect(stops.length).toBeGreaterThan(12);
    expect(stops.filter(({ isShown }) => !isShown)).toEqual([]);
    expect(stops.filter(({ width, height }) => Math.min(width, height) < 24)).toEqual([]);
  });

  it('turns the language, the page and the site', async () => {
    await press('.hw-language');
    await popup.waitFor(() => document.documentElement.lang === 'ar', undefined);
    await press('.hw-language');
    await popup.waitFor(() => document.documentElement.lang === 'en', undefined);
    await press('.hw-switches .hw-switch:nth-child(2)', ' ');
    await waitForText(popup, '.hw-state-off', 'this page');
    await press('.hw-choices .hw-button');
    await waitForText(popup, '.hw-entity-main', 'بغداد');
    await press('.hw-switches .hw-switch', ' ');
    await waitForText(popup, '.hw-state-off', '');
    await press('.hw-switches .hw-switch', ' ');
    await waitForText(popup, '.hw-entity-main', 'بغداد');
  });

  it('looks into the story, ends following it, takes that back, and follows it anew', async () => {
    await waitUntilMet(popup);
    await press('.hw-story-line');
    await waitForText(popup, '.hw-story-more', '');
    await press('.hw-why-open');
    await waitForText(popup, '.hw-why', 'sure');
    await tabTo(popup, '.hw-why button');
    await popup.press('Escape');
    await isFocused('.hw-why-open');
    await popup.press('Escape');
    await isGone('.hw-story-more');
    await isFocused('.hw-story-line');
    // It comes along with the extension.
    await press('.hw-follow-on');
    await waitForText(popup, '.hw-notice-line', 'no longer follow');
    await press('.hw-notice-action');
    await waitForText(popup, '.hw-follow', 'Following');
    // While one answer is out another press counts for nothing.
    await isFocused('.hw-follow[aria-disabled="false"]');
    await popup.press('Enter');
    await waitForText(popup, '.hw-follow', 'Follow this story');
    await isFocused('.hw-follow[aria-disabled="false"]');
    await popup.press('Enter');
    await waitForText(popup, '.hw-follow', 'Following');
  });

  it('finds a name, and leads to its mentions', async () => {
    await tabTo(popup, '.hw-search input');
    await popup.type('صالح');
    await poll(async () => (await textsOf(popup, '.hw-entity')).length === 1, {
      what: 'one name',
    });
    await popup.press('Escape');
    await press('.hw-pill[title="People"]');
    await poll(async () => (await textsOf(popup, '.hw-group-head')).length === 1, {
      what: 'one kind',
    });
    await popup.press('Enter');
    await tabTo(popup, '.hw-entity-main');
    await popup.press('ArrowDown');
    await popup.press('ArrowUp');
    await popup.press('Enter');
    await waitForText(popup, '.hw-entity-current [role="status"]', '1 of');
    await press('.hw-entity-current .hw-step:last-child');
    await waitForText(popup, '.hw-entity-current [role="status"]', '2 of');
  });

  it('leads to a note, and changes its words, tags and colour', async () => {
    await tabTo(popup, '.hw-tab');
    await popup.press('ArrowRight');
    await isFocused('#hw-tab-notes');
    await press('button.hw-note-quote');
    await press('.hw-note-edit button');
    await isFocused('.hw-note textarea');
    await popup.type('words by keys');
    await tabTo(popup, '.hw-tag-field');
    await popup.type('صدى');
    await popup.press('Enter');
    await tabTo(popup, '.hw-swatch input');
    await popup.press('ArrowRight');
    await press('.hw-note-form-foot .hw-button');
    await isFocused('.hw-note-edit button');
    await poll(
      async () => {
        const [note] = await readNotes(session.browser);
        return (
          note?.body === 'words by keys' &&
          note.tags.join() === 'صدى' &&
          note.colour === 'blue'
        );
      },
      { what: 'the changed note on the disk' },
    );
    await popup.toFront();
    expect(await textsOf(popup, '.hw-notice-problem')).toEqual([]);
  });

  it('throws a note away and takes it back, by the notice and by Ctrl+Z', async () => {
    await press('.hw-note-edit .hw-tone-problem');
    await isGone('.hw-note');
    await press('.hw-notice-action');
    await waitForText(popup, '.hw-note', MARKED);
    await press('.hw-note-edit .hw-tone-problem');
    await isGone('.hw-note');
    await popup.press('Control+z');
    await waitForText(popup, '.hw-note', MARKED);
  });

  it('takes notes away as files, chosen and seen before', async () => {
    await press('[data-opens="export"]');
    await isFocused('.hw-export .hw-button');
    await popup.press('Enter');
    expect((await waitForDownload(session.browser, '.json')).text).toContain('by keys');
    await press('.hw-export summary');
    await waitForText(popup, '.hw-export-preview', 'html');
    await tabTo(popup, '.hw-export-choice select:nth-of-type(2)');
    await popup.press('End');
    await waitForText(popup, '.hw-export-preview', '#separator');
    await tabTo(popup, '.hw-export-preview');
    await press('.hw-export-choice .hw-button');
    await waitForDownload(session.browser, '.txt');
    await popup.press('Escape');
    await isFocused('[data-opens="export"]');
  });

  it('pauses, and forgets, and takes that back', async () => {
    await press('[data-opens="history"]');
    await isFocused('.hw-choice');
    await popup.press('Enter');
    await waitForText(popup, '.hw-story-paused', '');
    await popup.press('Enter');
    await isGone('.hw-story-paused');
    await press('.hw-choice + .hw-choice');
    await waitForText(popup, '.hw-notice-line', '1 article forgotten');
    await press('.hw-notice-action');
    await waitForText(popup, '.hw-notice-line', 'brought back');
    await isFocused('.hw-choice + .hw-choice');
    await popup.press('Escape');
    await isFocused('[data-opens="history"]');
  });

  it('goes to the library, of all and of one name that was met before', async () => {
    await leaveBy('.hw-to-stories');
    await page.close();
    await read(PAGES.sameStory);
    await waitForText(popup, '.hw-read-before', 'Not read before');
    await waitForText(popup, 'button.hw-before', '1');
    await leaveBy('button.hw-before');
  });
});
