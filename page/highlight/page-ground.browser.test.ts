import { afterEach, describe, expect, test, vi } from 'vitest';
import { groundBehind, watchTheme } from './page-ground';

afterEach(() => {
  document.documentElement.removeAttribute('style');
  document.documentElement.removeAttribute('class');
  document.body.removeAttribute('style');
  document.body.replaceChildren();
});

function paragraphsIn(style: string, count = 3): Element[] {
  document.body.innerHTML = `<main style="${style}"><div>${'<p>text</p>'.repeat(count)}</div></main>`;
  return [...document.querySelectorAll('p')];
}

describe('the ground behind an article', () => {
  test.each([
    ['', 'light'],
    ['background: #111', 'dark'],
    ['background: #fff', 'light'],
    ['background: oklch(0.25 0.02 260)', 'dark'],
    ['background: rgb(0 0 0 / 0.04)', 'light'],
    ['background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=); color: white', 'dark'],
    [
      'background: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=); color: black',
      'light',
    ],
    ['background: linear-gradient(#000, #222); color: #eee', 'dark'],
    ['color-scheme: dark', 'light'],
  ] as const)('%s is %s', (style, ground) => {
    expect(groundBehind(paragraphsIn(style))).toBe(ground);
  });

  test('is dark on the canvas of a page that asks for a dark one', () => {
    const paragraphs = paragraphsIn('');
    document.documentElement.style.colorScheme = 'dark';
    expect(groundBehind(paragraphs)).toBe('dark');
    document.documentElement.style.colorScheme = 'light dark';
    expect(groundBehind(paragraphs)).toBe('light');
  });

  test('is what most of the blocks stand on', () => {
    const paragraphs = paragraphsIn('background: #111', 5);
    (paragraphs[0] as HTMLElement).style.background = 'white';
    expect(groundBehind(paragraphs)).toBe('dark');
  });

  test('of nothing is light', () => {
    expect(groundBehind([])).toBe('light');
  });
});

test('a change of theme is told, until the signal aborts', async () => {
  const stop = new AbortController();
  const onChange = vi.fn();
  watchTheme(document, onChange, stop.signal);
  document.documentElement.className = 'theme-dark';
  await vi.waitFor(() => expect(onChange).toHaveBeenCalled());
  onChange.mockClear();
  stop.abort();
  document.body.style.background = 'black';
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(onChange).not.toHaveBeenCalled();
});
