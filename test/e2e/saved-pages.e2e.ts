import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSER_NAMES } from '@/scripts/browsers/browser-driver';
import { openPopup, textsOf, waitForText } from '@/scripts/browsers/drive-popup';
import { readNewsSites } from '@/scripts/news-sites';
import { openSession, type Session, SITE } from './open-session';

/** Real pages, which are their publishers': tested with where they are at hand, never committed. */
const ARCHIVE = join(import.meta.dirname, '../../../shared/data/pages/pages-dev.tar.xz');

interface SavedPage {
  id: string;
  htmlPath: string;
  url: string;
}

/** The pages in Arabic and Persian that were labelled by hand. */
function unpack(folder: string): SavedPage[] {
  execFileSync('tar', [
    '-xJf',
    ARCHIVE,
    '-C',
    folder,
    '--wildcards',
    './index.jsonl',
    './html/rtl__*',
  ]);
  return readFileSync(join(folder, 'index.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('"rtl/'))
    .map((line) => JSON.parse(line) as SavedPage);
}

/** Its real address, over http; a site that the manifest does not list borrows one that it does. */
function servedUrl({ url }: SavedPage): string {
  const served = new URL(url);
  served.protocol = 'http:';
  const listed = readNewsSites().includes(served.hostname.replace(/^www\./, ''));
  if (!listed) served.host = new URL(SITE).host;
  // One of the pages was saved from the address of its site's front page.
  if (served.pathname === '/') served.pathname = '/2020/6/1/saved-report';
  return served.href;
}

describe.runIf(existsSync(ARCHIVE)).each(BROWSER_NAMES)('saved pages in %s', (name) => {
  const isHere = existsSync(ARCHIVE);
  const folder = isHere ? mkdtempSync(join(tmpdir(), 'hawashi-pages-')) : '';
  const pages = isHere ? unpack(folder) : [];
  const bodies = new Map(
    pages.map((page) => [servedUrl(page), readFileSync(join(folder, page.htmlPath))]),
  );
  let session: Session;

  beforeAll(async () => {
    session = await openSession(name, {
      answer(url) {
        const body = bodies.get(url.href);
        return body ? { body } : null;
      },
    });
  });
  afterAll(async () => {
    await session?.close();
    rmSync(folder, { recursive: true });
  });

  it('are seven', () => {
    expect(pages).toHaveLength(7);
  });

  it.each(pages)('$id: names are found and painted', async (saved) => {
    const page = await session.open(servedUrl(saved));
    const popup = await openPopup(session.browser, page);
    await waitForText(popup, '.hw-entity-main', '');
    const [first] = await textsOf(popup, '.hw-entity-main');
    expect(first).not.toBe('');
    // Painted is what is near the screen: bring a name there, as the popup does.
    await popup.evaluate(() =>
      document.querySelector<HTMLElement>('.hw-entity-main')?.click(),
    );
    await page.toFront();
    await page.waitFor(
      () => [...CSS.highlights.keys()].some((key) => key.startsWith('hw-')),
      undefined,
      { what: 'paint' },
    );
    await popup.close();
    await page.close();
  });
});
