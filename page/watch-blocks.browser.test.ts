import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type BlocksWatch, watchBlocks } from './watch-blocks';

let watch: BlocksWatch;
let first: HTMLElement;
let second: HTMLElement;
const onChange = vi.fn((changed: ReadonlySet<Element>) =>
  [...changed].map(({ id }) => id).sort(),
);

beforeEach(() => {
  document.body.innerHTML =
    '<main><article><p id="a">one <b>two</b></p><aside>ad</aside><p id="b">three</p></article></main><footer>f</footer>';
  first = document.getElementById('a') as HTMLElement;
  second = document.getElementById('b') as HTMLElement;
  onChange.mockClear();
  watch = watchBlocks(onChange);
  watch.watch(new Set([first, second]));
});

afterEach(() => {
  watch.stop();
  document.body.replaceChildren();
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const heard = (): string[][] => onChange.mock.results.map(({ value }) => value);

test.each<[string, () => void, string[]]>([
  ['text deep inside', () => (first.querySelector('b') as Element).append('!'), ['a']],
  ['data of a text node', () => (first.firstChild as Text).replaceData(0, 1, 'x'), ['a']],
  ['children exchanged', () => second.replaceChildren('new'), ['b']],
  ['a block removed', () => second.remove(), ['b']],
  [
    'both at once',
    () => {
      first.append('.');
      second.append('.');
    },
    ['a', 'b'],
  ],
  [
    'the whole article removed',
    () => document.querySelector('article')?.remove(),
    ['a', 'b'],
  ],
])('tells of %s', async (_, change, expected) => {
  change();
  await settled();
  expect(heard()).toEqual([expected]);
});

test.each<[string, () => void]>([
  ['an advertisement between', () => document.querySelector('aside')?.append('buy')],
  ['the rest of the page', () => document.querySelector('footer')?.append('x')],
  ['a new block', () => document.querySelector('article')?.append('more')],
  ['an attribute', () => first.setAttribute('class', 'read')],
])('says nothing of %s', async (_, change) => {
  change();
  await settled();
  expect(heard()).toEqual([]);
});

test('says nothing after the stop', async () => {
  watch.stop();
  first.append('.');
  await settled();
  expect(heard()).toEqual([]);
});
