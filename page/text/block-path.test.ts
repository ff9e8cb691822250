import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { ArticleBlock } from '../article/article-block';
import { pathAt } from './block-path';
import type { TextModel } from './text-model';

function modelOf(html: string): TextModel {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  let length = 0;
  const blocks = [...document.querySelectorAll('p')].map((element) => {
    const start = length;
    const end = start + (element.textContent?.length ?? 0);
    length = end + 2;
    const block: ArticleBlock = { element, role: 'body', skip: new Set() };
    return { block, start, end };
  });
  return { text: '', blocks, units: [], toRanges: () => [], toOffset: () => null };
}

describe('pathAt', () => {
  it('counts elements of one name, from the nearest id on', () => {
    const model = modelOf(
      '<div id="story"><h2>x</h2><div></div><div><p>one</p><p>two</p></div></div>',
    );
    expect(pathAt(model, 1)).toBe('#story/div[2]/p[1]');
    expect(pathAt(model, 6)).toBe('#story/div[2]/p[2]');
    expect(pathAt(model, 99)).toBeUndefined();
  });

  it('is short, however deep the page and long its ids', () => {
    const deep = modelOf(`${'<div>'.repeat(40)}<p>one</p>${'</div>'.repeat(40)}`);
    expect(pathAt(deep, 0)?.split('/')).toHaveLength(8);
    const long = modelOf(`<p id="${'x'.repeat(9_000)}">one</p>`);
    expect(pathAt(long, 0)?.length).toBeLessThan(200);
  });
});
