import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Result } from '@/core/model/result';
import type { Encounter } from '@/core/model/story';
import { createMeetings, type Meetings } from './meet-reading';
import type { Reading } from './reading';

const ENCOUNTER: Encounter = {
  ...{ unrecorded: null, lastReadAt: null, timesRead: 0, changes: null },
  ...{ copies: [], sameStory: [], related: [], stories: [], carried: [] },
};

let reading: Reading | null;
let asked: { text: string; answer: (reply: Result<Encounter, string>) => void }[];
let met: Encounter[];
let meetings: Meetings;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  met = [];
  show('first');
  meetings = createMeetings<string>({
    reading: () => reading,
    meetArticle: ({ model }) =>
      new Promise((answer) => asked.push({ text: model.text, answer })),
    onMet: (encounter) => met.push(encounter),
    now: () => Date.now(),
  });
});

afterEach(() => vi.useRealTimers());

function show(text: string, url = 'https://news.example/1'): void {
  reading = { facts: { url }, model: { text } } as Reading;
}

async function answer(reply: Result<Encounter, string> = { ok: true, value: ENCOUNTER }) {
  asked.at(-1)?.answer(reply);
  await vi.advanceTimersByTimeAsync(0);
}

const texts = () => asked.map(({ text }) => text);

describe('a text', () => {
  test('is met once', async () => {
    meetings.meet();
    meetings.meet();
    await answer();
    meetings.meet();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(texts()).toEqual(['first']);
    expect(met).toEqual([ENCOUNTER]);
  });

  test('that keeps arriving is met now and then, the last of it for sure', async () => {
    meetings.meet();
    await answer();
    for (let at = 0; at < 30; at++) {
      show(`more ${at}`);
      meetings.meet();
      await vi.advanceTimersByTimeAsync(100);
      if (asked.length > met.length) await answer();
    }
    await vi.advanceTimersByTimeAsync(2_000);
    await answer();
    expect(asked.length).toBeLessThanOrEqual(4);
    expect(texts().at(-1)).toBe('more 29');
  });

  test('that came while another was being met is met after it, and its answer counts', async () => {
    meetings.meet();
    show('second');
    meetings.meet();
    expect(texts()).toEqual(['first']);
    await answer();
    expect(met).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(texts()).toEqual(['first', 'second']);
    await answer();
    expect(met).toHaveLength(1);
  });

  test('is met again under another address, and when the history changed', async () => {
    meetings.meet();
    await answer();
    meetings.meetAgain();
    await answer();
    show('first', 'https://news.example/2');
    meetings.meet();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(texts()).toEqual(['first', 'first', 'first']);
  });

  test('is met again when that failed, ever later, and not for ever', async () => {
    meetings.meet();
    for (let at = 0; at < 10; at++) {
      await answer({ ok: false, error: 'unreachable' });
      await vi.advanceTimersByTimeAsync(60_000);
    }
    expect(asked).toHaveLength(4);
    expect(met).toEqual([]);
  });

  test('is not asked about once it is forgotten', async () => {
    meetings.meet();
    meetings.forget();
    reading = null;
    await answer();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(met).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  test('forgotten and there again is met anew', async () => {
    meetings.meet();
    meetings.forget();
    meetings.meet();
    await answer();
    await answer();
    expect(texts()).toEqual(['first', 'first']);
    expect(met).toHaveLength(1);
  });
});
