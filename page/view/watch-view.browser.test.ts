import { afterEach, expect, test, vi } from 'vitest';
import { buildTextModel } from '../text/text-model';
import { textInView, watchView } from './watch-view';

let stop = new AbortController();

afterEach(() => {
  stop.abort();
  stop = new AbortController();
  document.body.replaceChildren();
  scrollTo({ top: 0, behavior: 'instant' });
});

function modelOf(html: string) {
  document.body.innerHTML = html;
  return buildTextModel(
    [...document.querySelectorAll('p')].map((element) => ({
      ...{ element, role: 'body' as const, skip: new Set<Element>() },
    })),
  );
}

const FAR = '<div style="height: 3000px"></div>';

test('is what stands between the edges of the screen', () => {
  const model = modelOf(`<p>one</p><p>two</p>${FAR}<p>three</p>`);
  expect(textInView(document, model)).toEqual({ start: 0, end: 8 });
  scrollTo({ top: 5000, behavior: 'instant' });
  expect(textInView(document, model)).toEqual({ start: 10, end: 15 });
});

test('is nothing beyond the article, and nothing of what is not shown', () => {
  const model = modelOf(`<p>one</p>${FAR}<p hidden>two</p>`);
  scrollTo({ top: 5000, behavior: 'instant' });
  expect(textInView(document, model)).toBeNull();
});

test('is a part of a paragraph that is higher than the screen', () => {
  const lines = Array.from({ length: 400 }, (_, at) => `line ${at}`).join('<br>');
  const model = modelOf(`<p style="margin: 0">${lines}</p>`);
  const { length } = model.text;
  const top = textInView(document, model);
  expect(top?.start).toBeLessThan(length * 0.05);
  expect(top?.end).toBeLessThan(length * 0.4);
  scrollTo({ top: document.body.scrollHeight / 2, behavior: 'instant' });
  const middle = textInView(document, model);
  expect(middle?.start).toBeGreaterThan(length * 0.4);
  expect(middle?.end).toBeLessThan(length * 0.8);
});

test('is told at once, again when it has changed, and no more when nobody listens', async () => {
  const tell = vi.fn();
  let seen = 1;
  modelOf(`<p>one</p>${FAR}`);
  watchView(document, () => seen, tell, stop.signal);
  expect(tell.mock.calls).toEqual([[1]]);
  scrollTo({ top: 10, behavior: 'instant' });
  seen = 2;
  await vi.waitFor(() => expect(tell.mock.calls).toEqual([[1], [2]]));
  seen = 3;
  await vi.waitFor(() => expect(tell).toHaveBeenCalledTimes(3), { timeout: 5_000 });
  stop.abort();
  seen = 4;
  scrollTo({ top: 20, behavior: 'instant' });
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(tell).toHaveBeenCalledTimes(3);
});
