import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchSelection } from './watch-selection';

let stop: AbortController;
const onSettled = vi.fn((selection: Selection | null) => selection?.toString() ?? null);

beforeEach(() => {
  document.body.innerHTML = '<p>first words</p><p>second words</p>';
  document.getSelection()?.removeAllRanges();
  onSettled.mockClear();
  stop = new AbortController();
  watchSelection(document, onSettled, stop.signal);
});

afterEach(() => {
  stop.abort();
  document.body.replaceChildren();
});

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function select(index: number): void {
  const paragraph = document.querySelectorAll('p')[index] as Element;
  document.getSelection()?.selectAllChildren(paragraph);
}

function press(type: 'pointerdown' | 'pointerup'): void {
  document.body.dispatchEvent(new PointerEvent(type, { bubbles: true }));
}

const heard = (): (string | null)[] => onSettled.mock.results.map(({ value }) => value);

test('tells once, when the selection has settled', async () => {
  select(0);
  await wait(50);
  select(1);
  await vi.waitFor(() => expect(heard()).toEqual(['second words']));
  await wait(350);
  expect(heard()).toEqual(['second words']);
});

test('tells when nothing is selected any more', async () => {
  select(0);
  await vi.waitFor(() => expect(heard()).toEqual(['first words']));
  document.getSelection()?.removeAllRanges();
  await vi.waitFor(() => expect(heard()).toEqual(['first words', null]));
});

test('waits for the hand to let go', async () => {
  press('pointerdown');
  select(0);
  await wait(400);
  expect(heard()).toEqual([]);
  press('pointerup');
  await vi.waitFor(() => expect(heard()).toEqual(['first words']));
});

test('says nothing after the signal', async () => {
  select(0);
  await wait(20);
  stop.abort();
  await wait(350);
  expect(heard()).toEqual([]);
});
