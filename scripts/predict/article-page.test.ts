import { describe, expect, it } from 'vitest';
import { parsePage } from './article-page';

function depthOf(element: Element | null): number {
  let depth = 0;
  for (let at = element; at !== null; at = at.parentElement) depth++;
  return depth;
}

describe('a page that is parsed without a browser', () => {
  it('is nested no deeper than a browser would, however many tags are left open', () => {
    const document = parsePage(`<body>${'<div>'.repeat(30_000)}<p id="end">words</p>`);
    const end = document.querySelector('#end');
    expect(end?.textContent).toBe('words');
    expect(depthOf(end)).toBeLessThan(520);
  });

  it('has its tables, paragraphs and formatting as a browser has them', () => {
    const { body } = parsePage('<table><tr><td><b>one<p>two</table>three');
    expect(body.innerHTML).toBe(
      '<table><tbody><tr><td><b>one<p>two</p></b></td></tr></tbody></table>three',
    );
  });
});
