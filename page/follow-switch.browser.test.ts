import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSwitchFollower, type SwitchFollower } from './follow-switch';

const startUrl = location.href;
let ending: AbortController;
let follower: SwitchFollower;
let off: Set<string>;
let state: 'on' | 'off' | 'undecided';
let answers: (() => void)[];
let isSlow: boolean;

beforeEach(() => {
  ending = new AbortController();
  off = new Set(['/news/off']);
  state = 'undecided';
  answers = [];
  isSlow = false;
  follower = createSwitchFollower(
    {
      view: window,
      isOn: async (url) => {
        const isOn = !off.has(new URL(url).pathname);
        if (isSlow) await new Promise<void>((answer) => answers.push(answer));
        return isOn;
      },
      turnOn: () => {
        state = 'on';
      },
      turnOff: () => {
        state = 'off';
      },
    },
    ending.signal,
  );
});

afterEach(() => {
  ending.abort();
  history.replaceState(null, '', startUrl);
});

test('does what the switch says, each time it is turned', async () => {
  history.replaceState(null, '', '/news/on');
  expect(follower.isDecided()).toBe(false);
  await follower.follow();
  expect(follower.isDecided()).toBe(true);
  expect(state).toBe('on');
  off.add('/news/on');
  await follower.follow();
  expect(state).toBe('off');
  off.clear();
  await follower.follow();
  expect(state).toBe('on');
});

test('finds out that a single-page site went on to a page that is on', async () => {
  history.replaceState(null, '', '/news/off');
  await follower.follow();
  expect(state).toBe('off');
  history.pushState(null, '', '/news/next');
  follower.check();
  await vi.waitFor(() => expect(state).toBe('on'));
});

test('leaves the address alone once it is on, and after its end', async () => {
  history.replaceState(null, '', '/news/off');
  await follower.follow();
  history.pushState(null, '', '/news/next');
  follower.check();
  await vi.waitFor(() => expect(state).toBe('on'));
  history.pushState(null, '', '/news/off');
  follower.check();
  await Promise.resolve();
  expect(state).toBe('on');

  await follower.follow();
  expect(state).toBe('off');
  ending.abort();
  history.pushState(null, '', '/news/next');
  follower.check();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(state).toBe('off');
});

test('an older answer changes nothing', async () => {
  isSlow = true;
  history.replaceState(null, '', '/news/off');
  const first = follower.follow();
  history.replaceState(null, '', '/news/on');
  const second = follower.follow();
  answers[1]?.();
  await second;
  answers[0]?.();
  await first;
  expect(state).toBe('on');
});
