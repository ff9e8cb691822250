/** What a reader does on a page, by pointer and keys. */
import { expect } from 'vitest';
import {
  clickOverlay,
  middleOf,
  waitForNoOverlay,
  waitForOverlay,
} from '@/scripts/browsers/ask-probe';
import { type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import { findWords, readPainted, selectWords } from '@/scripts/browsers/read-page';

const FIELD = '.hw-editor textarea';

export const pause = (milliseconds: number) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export async function startNote(page: PageDriver, passage: string): Promise<void> {
  expect(await selectWords(page, passage)).toBe(passage);
  await clickOverlay(page, '.hw-bar-note');
  await waitForOverlay(page, FIELD);
}

/** A new note with these words, kept. */
export async function writeNote(
  page: PageDriver,
  passage: string,
  words: string,
): Promise<void> {
  await startNote(page, passage);
  await page.type(words);
  await waitForOverlay(page, '.hw-editor .hw-saving svg', { what: '"saved"' });
}

export async function openNote(page: PageDriver, passage: string): Promise<void> {
  await page.click(middleOf(await findWords(page, passage)));
  await waitForOverlay(page, FIELD);
}

export async function highlight(page: PageDriver, passage: string): Promise<void> {
  expect(await selectWords(page, passage)).toBe(passage);
  await clickOverlay(page, '.hw-bar .hw-swatch-blue');
  await waitForNoOverlay(page, '.hw-bar');
}

/** Each word with a space after it: the end of a word is what the ledger counts by. */
export async function typeWords(
  page: PageDriver,
  words: readonly string[],
): Promise<void> {
  for (const word of words) await page.type(`${word} `);
}

export async function addTag(page: PageDriver, tag: string): Promise<void> {
  await clickOverlay(page, '.hw-editor .hw-tag-field');
  await page.type(tag);
  await page.press('Enter');
}

export async function deleteNote(page: PageDriver): Promise<void> {
  await clickOverlay(page, '.hw-editor .hw-card-head .hw-icon-button:nth-of-type(1)');
  await waitForNoOverlay(page, '.hw-editor');
}

export async function closeNote(page: PageDriver): Promise<void> {
  await page.press('Escape');
  await waitForNoOverlay(page, '.hw-editor');
}

/** The words that notes are painted on. */
export async function readNotePaints(page: PageDriver): Promise<string[]> {
  return Object.values((await readPainted(page)).notes).flat();
}

export async function waitForNotePaint(page: PageDriver, passage: string): Promise<void> {
  await poll(async () => (await readNotePaints(page)).includes(passage), {
    what: `the note on ${passage} to be painted`,
  });
}
