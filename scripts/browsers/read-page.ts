import type { PageDriver, Rect, WaitOptions } from './browser-driver';

/** The words painted now, by registry name, as the page's own script sees them. */
export type Painted = Record<string, string[]>;

export interface PaintedPage {
  names: Painted;
  notes: Painted;
}

/**
 * Reads the highlight registry from the page's world. Painting goes by what is
 * near the screen: make the viewport tall to see the whole page painted.
 */
export function readPainted(page: PageDriver): Promise<PaintedPage> {
  return page.evaluate(() => {
    const names: Record<string, string[]> = {};
    const notes: Record<string, string[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      const place = name.startsWith('hw-note-') ? notes : names;
      place[name] = [...highlight].map((painted) => {
        const range = document.createRange();
        range.setStart(painted.startContainer, painted.startOffset);
        range.setEnd(painted.endContainer, painted.endOffset);
        return range.toString();
      });
    }
    return { names, notes };
  });
}

/** Waits until one of the names painted is this. */
export async function waitForPaint(
  page: PageDriver,
  words: string,
  options: WaitOptions = {},
): Promise<void> {
  await page.waitFor(
    (wanted) =>
      [...CSS.highlights.values()].some((highlight) =>
        [...highlight].some(({ startContainer, startOffset, endOffset }) =>
          (startContainer.textContent ?? '')
            .slice(startOffset, endOffset)
            .includes(wanted),
        ),
      ),
    words,
    { what: `${words} to be painted`, ...options },
  );
}

/**
 * Where words stand on the page, in viewport pixels, scrolled into view: the
 * first rectangle of the nth occurrence inside one text node.
 */
export function findWords(page: PageDriver, words: string, nth = 0): Promise<Rect> {
  return page.waitFor(
    ({ words, nth }) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let seen = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (!parent || parent.closest('script, style')) continue;
        const text = node.textContent ?? '';
        for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
          if (seen++ < nth) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + words.length);
          const { top, bottom } = range.getBoundingClientRect();
          if (top < 120 || bottom > innerHeight - 120) {
            parent.scrollIntoView({ block: 'center', behavior: 'instant' });
          }
          const rect = range.getClientRects()[0];
          if (!rect) return null;
          return { x: rect.x, y: rect.y, width: rect.width, height: rect.height };
        }
      }
      return null;
    },
    { words, nth },
    { what: `the words ${words}` },
  );
}

/** Selects words as a reader does, with the pointer; they must stand on one line. */
export async function selectWords(
  page: PageDriver,
  words: string,
  nth = 0,
): Promise<string> {
  const rect = await findWords(page, words, nth);
  const rightToLeft = /\p{Script=Arabic}/u.test(words);
  const y = rect.y + rect.height / 2;
  const [from, to] = rightToLeft
    ? [rect.x + rect.width - 1, rect.x + 1]
    : [rect.x + 1, rect.x + rect.width - 1];
  await page.drag({ x: from, y }, { x: to, y });
  return page.evaluate(() => String(getSelection()));
}
