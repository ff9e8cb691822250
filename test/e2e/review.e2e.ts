import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { clickElement, textsOf, waitForText } from '@/scripts/browsers/drive-popup';
import { makeFacts, makeNote } from '../make-note';
import { tellBackground } from './ask-extension';
import { foreignRequests } from './foreign-requests';
import { openSession, type Session } from './open-session';
import { readTable } from './read-database';

const COUNT = 30;
const ARTICLE = 'aaaaaaaa-0000-4000-8000-000000000000';
const TOKEN = 'cccccccc-0000-4000-8000-000000000000';
const idOf = (index: number) =>
  `${((index * 0x9e3779b1) >>> 0).toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;

function oldNotes() {
  const at = Date.UTC(2020, 0, 3);
  const url = 'https://paper.example/story';
  const article = {
    ...makeFacts({ url, title: 'The dam', lang: 'en' }),
    ...{ id: ARTICLE, urlKey: url.slice(8), deletedAt: null },
    ...{ createdAt: at, updatedAt: at, lastOpenedAt: at },
  };
  const notes = Array.from({ length: COUNT }, (_, index) =>
    makeNote({ id: idOf(index), articleId: ARTICLE, body: `words ${index}` }),
  );
  const ofFile = [ARTICLE];
  return { token: TOKEN, articles: [article], notes, versions: [], ofFile };
}

/** The steps build on one another, as a reader's do. */
describe.each(BROWSER_NAMES)('the daily review in %s', (name) => {
  let session: Session;
  let page: PageDriver;

  beforeAll(async () => {
    session = await openSession(name, { language: 'en' });
    await poll(
      async () => {
        const reply = await tellBackground(session.browser, 'bring-back', oldNotes());
        if (!(reply as { ok: boolean }).ok) throw new Error(JSON.stringify(reply));
        return true;
      },
      { what: 'the notes' },
    );
    await openReview();
  }, 120_000);
  afterAll(() => session?.close());

  /** In a page of its own, as after the library was closed. */
  async function openReview(): Promise<void> {
    if (page) await page.close();
    page = await session.browser.openExtensionPage('library.html#review');
  }
  const statusIs = (words: string) => waitForText(page, '[role="status"]', words);
  const cardIsFocused = () =>
    page.waitFor(
      () => document.activeElement?.classList.contains('hw-review-card') === true,
      undefined,
      { what: 'the card' },
    );
  /** Shows the words of the note that is `at` in the sitting, and answers. */
  async function answer(at: number, key: string): Promise<void> {
    await statusIs(`${at} of 5`);
    await cardIsFocused();
    await page.press(' ');
    await waitForText(page, '.hw-review-words', 'words');
    await page.press(key);
  }
  const keptReviews = async () =>
    ((await readTable(session.browser, 'meta')) as { key: string }[]).filter(({ key }) =>
      key.startsWith('review/'),
    );

  it('is off until it is begun, and keeps how many come at once', async () => {
    await statusIs('10 notes would come today');
    expect(await textsOf(page, '.hw-ask-first')).toEqual([]);
    await clickElement(page, '.hw-radio input');
    await statusIs('5 notes would come today');
    await openReview();
    await statusIs('5 notes would come today');
    expect(await keptReviews()).toEqual([]);
  });

  it('is gone through by keys alone, and the last answer is taken back', async () => {
    await clickElement(page, '.hw-review-begin');
    await answer(1, '3');
    await answer(2, '1');
    await statusIs('3 of 5');
    await page.press('z');
    await answer(2, '4');
    await statusIs('3 of 5');
    await cardIsFocused();
    await page.press('s');
    await answer(4, '2');
    await statusIs('5 of 5');
    await clickElement(page, '.hw-review-acts button', 1);
    await waitForText(page, 'h1', 'That was all');
    expect(await textsOf(page, '.hw-review-said > div')).toEqual([
      'With effort1',
      'Knew it1',
      'At once1',
      'Not to come again1',
      'Skipped1',
    ]);
    await waitForText(page, '.hw-soft', 'Next: 1 note, in 2 days.');
    expect(await keptReviews()).toHaveLength(4);
  });

  it('counts what is due in the navigation', async () => {
    const [row] = (await keptReviews()) as unknown as {
      value: { noteId: string; state: { due: number }; changedAt: number };
    }[];
    const { value } = row ?? {};
    const state = { ...value?.state, due: 18_000, last: 17_999 };
    const sound = { stability: 3, difficulty: 5, answers: 1, lapses: 0, parameters: 1 };
    const changedAt = (value?.changedAt ?? 0) + 1;
    const review = { ...value, state: { ...sound, ...state }, left: false, changedAt };
    await tellBackground(session.browser, 'keep-review', { review });
    await waitForText(page, '.hw-due', '1');
  });

  it('is turned off with all that was said forgotten, and that is undone', async () => {
    await clickElement(page, '.hw-review-acts button', 1);
    await clickElement(page, '.hw-ask-first button');
    await clickElement(page, '.hw-button-problem');
    await waitForText(page, '.hw-notice-line', 'forgotten');
    await poll(async () => (await textsOf(page, '.hw-due')).length === 0, {
      what: 'no count',
    });
    await clickElement(page, '.hw-notice-action');
    await waitForText(page, '.hw-due', '1');
    await openReview();
    await waitForText(page, '.hw-due', '1');
    await waitForText(page, '.hw-soft', '1 is due · 4 come for the first time');
  });

  it('asks no server for anything', () => {
    expect(foreignRequests(session.server.log, [])).toEqual([]);
  });
});
