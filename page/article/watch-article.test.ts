import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Detection } from './detect-article';
import { arabicArticle, hydrationShell } from './fixtures/pages';
import { watchArticle } from './watch-article';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watch(page: { html: string; url: string }) {
  const { document } = parseHTML(page.html);
  const seen: Detection[] = [];
  const stop = new AbortController();
  const at = { url: page.url };
  const watching = watchArticle(
    document,
    () => at.url,
    (one) => seen.push(one),
    stop.signal,
  );
  return { document, seen, stop, at, watching };
}

it('reports at once, and not again while nothing changes', async () => {
  const { seen, watching } = watch(arabicArticle);
  expect(seen.map(({ isArticle }) => isArticle)).toEqual([true]);
  watching.check();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toHaveLength(1);
});

it.each([
  ['does not look again for an article that is there', arabicArticle, 1],
  ['looks twice more for one that may come unseen', hydrationShell, 3],
] as const)('%s', async (_, page, looks) => {
  const { document } = parseHTML(page.html);
  let asked = 0;
  const url = () => {
    asked++;
    return page.url;
  };
  const stop = new AbortController();
  watchArticle(document, url, () => {}, stop.signal);
  await vi.advanceTimersByTimeAsync(10_000);
  stop.abort();
  expect(asked).toBe(looks);
});

it('sees an article that a script fills in later', async () => {
  const { document, seen } = watch(hydrationShell);
  expect(seen.map(({ isArticle }) => isArticle)).toEqual([false]);
  const root = document.querySelector('#root');
  if (root !== null) root.innerHTML = hydrationShell.filled;
  await vi.advanceTimersByTimeAsync(6_000);
  expect(seen.map(({ isArticle }) => isArticle)).toEqual([false, true]);
});

it('reports an edit within a paragraph, and a new address', async () => {
  const { document, seen, at, watching } = watch(arabicArticle);
  const text = document.querySelector('.content-text p')?.firstChild;
  if (text) text.textContent = `${text.textContent} وأوضح أن العمل لن يبدأ قبل ذلك.`;
  watching.check();
  expect(seen).toHaveLength(2);
  at.url = 'https://www.akhbar.example/local/2020/10/07/883125';
  watching.check();
  expect(seen[2]?.facts.url).toBe(at.url);
});

it('ends with the signal: no timers, no reports', async () => {
  const { document, seen, stop, watching } = watch(hydrationShell);
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
  const root = document.querySelector('#root');
  if (root !== null) root.innerHTML = hydrationShell.filled;
  watching.check();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(seen).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('does not start for a signal that has ended already', () => {
  const { document } = parseHTML(arabicArticle.html);
  const seen: Detection[] = [];
  watchArticle(
    document,
    () => arabicArticle.url,
    (one) => seen.push(one),
    AbortSignal.abort(),
  ).check();
  expect(seen).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});
