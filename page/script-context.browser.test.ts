import { expect, test } from 'vitest';
import { ContentScriptContext } from './script-context';

test('a newer copy of a script ends the older ones, and only them', () => {
  const first = new ContentScriptContext('copies');
  expect(first.signal.aborted).toBe(false);
  const second = new ContentScriptContext('copies');
  expect(first.signal.aborted).toBe(true);
  expect(second.signal.aborted).toBe(false);
  const third = new ContentScriptContext('copies');
  expect(second.signal.aborted).toBe(true);
  expect(third.signal.aborted).toBe(false);
});

test('another script ends nothing', () => {
  const one = new ContentScriptContext('one');
  const other = new ContentScriptContext('other');
  expect(one.signal.aborted).toBe(false);
  expect(other.signal.aborted).toBe(false);
});
