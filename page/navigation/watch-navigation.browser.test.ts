import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchNavigation } from './watch-navigation';

const startUrl = location.href;
let stop: AbortController;
const onNavigate = vi.fn();

beforeEach(() => {
  onNavigate.mockClear();
  stop = new AbortController();
});

afterEach(() => {
  stop.abort();
  history.replaceState(null, '', startUrl);
});

test('tells of pushState, replaceState and back, each once', async () => {
  watchNavigation(window, onNavigate, stop.signal);
  history.pushState(null, '', '/one');
  await vi.waitFor(() => expect(onNavigate).toHaveBeenCalledTimes(1));
  history.replaceState(null, '', '/two');
  await vi.waitFor(() => expect(onNavigate).toHaveBeenCalledTimes(2));
  history.replaceState({ other: 'state' }, '', '/two');
  history.back();
  await vi.waitFor(() => expect(onNavigate).toHaveBeenCalledTimes(3));
  expect(onNavigate.mock.calls.map(([url]) => new URL(url).pathname)).toEqual([
    '/one',
    '/two',
    new URL(startUrl).pathname,
  ]);
});

test('finds out by looking where the browser does not tell', () => {
  // A window without the Navigation API, as in older browsers.
  const view = Object.assign(new EventTarget(), {
    location: { href: 'https://a.example/1' },
  });
  const watch = watchNavigation(view as unknown as Window, onNavigate, stop.signal);
  watch.check();
  expect(onNavigate).not.toHaveBeenCalled();
  view.location.href = 'https://a.example/2';
  watch.check();
  watch.check();
  expect(onNavigate.mock.calls).toEqual([['https://a.example/2']]);
  stop.abort();
  view.location.href = 'https://a.example/3';
  watch.check();
  expect(onNavigate).toHaveBeenCalledTimes(1);
});
