import { beforeEach, expect, test, vi } from 'vitest';
import { createUnsavedGuard } from './guard-unsaved';

let view: EventTarget;
let unsaved: boolean;
let written: boolean;
const warn = vi.fn();
const calm = vi.fn();
let tell: ReturnType<typeof createUnsavedGuard>;

beforeEach(() => {
  view = new EventTarget();
  unsaved = true;
  written = false;
  warn.mockClear();
  calm.mockClear();
  tell = createUnsavedGuard({
    ...{ view, warn, calm },
    hasUnsaved: () => unsaved,
    wouldLose: () => unsaved && !written,
  });
});

/** Whether the page may go without a question. */
const mayLeave = () =>
  view.dispatchEvent(new Event('beforeunload', { cancelable: true }));

test('says nothing while all goes well', () => {
  tell('a', 'saving');
  expect(mayLeave()).toBe(true);
  unsaved = false;
  tell('a', 'saved');
  expect(warn).not.toHaveBeenCalled();
  expect(calm).not.toHaveBeenCalled();
});

test('warns once of a note, and holds the page until its words are kept', () => {
  for (let tries = 0; tries < 3; tries++) {
    tell('a', 'saving');
    tell('a', 'failed');
  }
  expect(warn).toHaveBeenCalledTimes(1);
  expect(mayLeave()).toBe(false);
  unsaved = false;
  tell('a', 'saved');
  expect(calm).toHaveBeenCalledTimes(1);
  unsaved = true;
  expect(mayLeave()).toBe(true);
});

test('stays on guard while another note waits', () => {
  tell('a', 'failed');
  tell('b', 'failed');
  tell('a', 'saved');
  expect(calm).not.toHaveBeenCalled();
  expect(mayLeave()).toBe(false);
});

test('warns of the next note though the first was deleted instead of saved', () => {
  tell('a', 'failed');
  tell('b', 'failed');
  expect(warn).toHaveBeenCalledTimes(2);
});

test('holds nothing back once there is nothing to lose', () => {
  tell('a', 'failed');
  unsaved = false;
  expect(mayLeave()).toBe(true);
});

test('lets the page go whose words are written down, and warns again when they are no longer', () => {
  written = true;
  tell('a', 'failed');
  expect(mayLeave()).toBe(true);
  written = false;
  tell('a', 'failed');
  tell('a', 'failed');
  expect(warn).toHaveBeenCalledTimes(2);
  expect(mayLeave()).toBe(false);
});
