import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@placemarkio/check-geojson';
import Ajv from 'ajv/dist/2020';
import { parse as parseCsv } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { marked } from 'marked';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FormatId } from '@/core/export/format-ids';
import { BROWSER_NAMES, type PageDriver, poll } from '@/scripts/browsers/browser-driver';
import {
  clickElement,
  openPopup,
  textsOf,
  waitForText,
} from '@/scripts/browsers/drive-popup';
import { makeArticle } from '../make-export';
import { makeNote } from '../make-note';
import { citeCsl, citeRis } from '../read-citations';
import { HAS_W3C, w3cFailures } from '../w3c-assertions';
import { tellBackground } from './ask-extension';
import { openSession, PAGES, type Session } from './open-session';
import { downloads, takeDownload } from './take-download';

const NOTES = 2_000;
const ARTICLES = 400;
const uuid = (kind: string, number: number) =>
  `${kind.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
const THEN = Date.UTC(2020, 0, 3);

/** Five notes on each article, each of which names Iraq; every hundredth is about the dam. */
function records() {
  const articles = Array.from({ length: ARTICLES }, (_, number) => {
    const url = `https://site.example/story/${number}`;
    return makeArticle({
      id: uuid('a', number),
      url,
      urlKey: url,
      title: `خبر ${number}`,
    });
  });
  const notes = Array.from({ length: NOTES }, (_, number) =>
    makeNote({
      id: uuid('b', number),
      articleId: uuid('a', number % ARTICLES),
      body: number % 100 === 0 ? '=السد, "في" العراق' : `كلمات ${number}`,
      tags: number % 100 === 0 ? ['السد'] : [],
      createdAt: THEN + number,
      updatedAt: THEN + number,
      deletedAt: number === 300 ? THEN : null,
    }),
  );
  const iraq = { id: 'state/iraq', kind: 'state', names: { ar: 'العراق', en: 'Iraq' } };
  const sightings = articles.map(({ id }) => ({
    ...{ entityId: iraq.id, articleId: id, count: 2 },
    ...{ firstSeenAt: THEN, lastSeenAt: THEN },
  }));
  return {
    ...{ token: uuid('c', 1), articles, notes, versions: [], sightings },
    entities: [{ ...iraq, source: 'lexicon', wikidata: 'Q796' }],
    ofFile: articles.map(({ id }) => id),
  };
}

/** Of everything: notes that a readable file has, the one in the trash left out. */
const SHOWN = NOTES - 1;

type Reader = (text: string, bytes: Uint8Array) => number;

/** Programs that are not ours: each opens a file, and counts the notes in it. */
const READERS: Record<Exclude<FormatId, 'json'>, [ending: string, count: Reader]> = {
  markdown: [
    '.md',
    (text) => {
      const html = marked.parse(text.replace(/^---\n[\s\S]*?\n---\n/, ''), {
        async: false,
      });
      const { document } = parseHTML(`<html><body>${html}</body></html>`);
      return document.querySelectorAll('blockquote').length;
    },
  ],
  'markdown-zip': ['.zip', (_, bytes) => Object.keys(unzipSync(bytes)).length * 5 - 1],
  html: [
    '.html',
    (text) => parseHTML(text).document.querySelectorAll('blockquote').length,
  ],
  text: ['.txt', (text) => text.split('«الحداد»').length - 1],
  csv: ['.csv', (text) => parseCsv(text, { bom: true, columns: true }).length],
  jsonld: [
    '.jsonld',
    (text) => {
      const { items } = JSON.parse(text) as { items: object[] };
      const failures = HAS_W3C ? w3cFailures() : () => [];
      for (const item of items.slice(0, 50)) expect(failures(item)).toEqual([]);
      return items.length;
    },
  ],
  ris: ['.ris', (text) => notesIn(citeRis(text))],
  csl: ['.csl.json', (text) => notesIn(citeCsl(text))],
  geojson: [
    '.geojson',
    (text) => {
      const checked = check(text);
      const [iraq] = checked.type === 'FeatureCollection' ? checked.features : [];
      expect(iraq).toMatchObject({ geometry: { type: 'Point' } });
      expect(iraq?.properties).toMatchObject({ mentions: 2 * ARTICLES });
      return SHOWN;
    },
  ],
  anki: [
    '.anki.txt',
    (text) => {
      const rows = text
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'));
      return parseCsv(rows.join('\n'), { delimiter: '\t' }).length;
    },
  ],
};

function notesIn(items: { note?: unknown }[]): number {
  return items
    .map(({ note }) => JSON.stringify(note).split('«الحداد»').length - 1)
    .reduce((a, b) => a + b);
}

const choose = (page: PageDriver, label: string, value: string) =>
  page.waitFor(
    ({ label, value }) => {
      const select = document.querySelector<HTMLSelectElement>(
        `select[aria-label="${label}"]`,
      );
      if (select === null) return false;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return select.value === value;
    },
    { label, value },
    { what: `${value} to choose` },
  );

describe.each(BROWSER_NAMES)('taking notes away in %s', (name) => {
  let session: Session;
  let popup: PageDriver;

  beforeAll(async () => {
    session = await openSession(name, { language: 'en' });
    const tell = () => tellBackground(session.browser, 'bring-back', records());
    await poll(async () => ((await tell()) as { ok?: boolean })?.ok === true, {
      what: 'the notes to be kept',
    });
    popup = await openPopup(session.browser, await session.open(PAGES.front));
    await clickElement(popup, '.hw-popup-foot-row .hw-button');
    await clickElement(popup, '.hw-export summary');
    await choose(popup, 'What to export', 'everything');
  });
  afterAll(() => session?.close());

  it.each(Object.entries(READERS))(
    'as %s: a preview first, then a file that another program opens',
    async (format, [ending, count]) => {
      await choose(popup, 'Format', format);
      await clickElement(popup, '.hw-export-choice .hw-button');
      const { name: file, bytes } = await takeDownload(session.browser, ending);
      expect(file).toMatch(/^حواشي – \d{4}-\d\d-\d\d\./u);
      const text = new TextDecoder().decode(bytes);
      expect(count(text, bytes)).toBe(SHOWN);
      const isPreviewed = async () => {
        const [preview = ''] = await textsOf(popup, '.hw-export-preview');
        return preview !== '' && text.includes(preview.slice(0, 20).trim());
      };
      if (ending !== '.zip') await poll(isPreviewed, { what: 'the preview of the file' });
    },
  );

  it('as JSON: all of it, as its schema says', async () => {
    await clickElement(popup, '.hw-export-row .hw-button', 0);
    const { bytes } = await takeDownload(session.browser, '.json');
    const schema = join(import.meta.dirname, '../../docs/export.schema.json');
    const isValid = new Ajv().compile(JSON.parse(readFileSync(schema, 'utf8')));
    const data = JSON.parse(new TextDecoder().decode(bytes));
    isValid(data);
    expect(isValid.errors ?? []).toEqual([]);
    expect(data.notes).toHaveLength(NOTES);
    expect(data.sightings).toHaveLength(ARTICLES);
  });

  it('until the reader stops it: no file', async () => {
    await choose(popup, 'Format', 'markdown-zip');
    await popup.evaluate(() => {
      new MutationObserver((_, observer) => {
        const cancel = document.querySelector<HTMLElement>(
          '.hw-export progress + button',
        );
        if (cancel === null) return;
        observer.disconnect();
        cancel.click();
      }).observe(document.body, { childList: true, subtree: true });
    });
    await clickElement(popup, '.hw-export-choice .hw-button');
    await waitForText(popup, '.hw-notice-line', 'stopped');
    expect(downloads(session.browser)).toEqual([]);
    await popup.close();
  });

  it('of what the library found, and no other', async () => {
    const library = await session.browser.openExtensionPage(
      `library.html#notes?tag=${encodeURIComponent('السد')}`,
    );
    await waitForText(library, '[role="status"]', '19 notes fit');
    await clickElement(library, '.hw-bulk .hw-link');
    await waitForText(library, '[role="status"]', '19 of 19 chosen');
    await clickElement(library, '.hw-bulk-acts > .hw-button', 1);
    await choose(library, 'Format', 'csv');
    await clickElement(library, '.hw-bulk-tags .hw-button-main');
    const { bytes } = await takeDownload(session.browser, '.csv');
    const rows: Record<string, string>[] = parseCsv(new TextDecoder().decode(bytes), {
      bom: true,
      columns: true,
    });
    expect(rows).toHaveLength(19);
    expect(new Set(rows.map(({ tags }) => tags))).toEqual(new Set(['السد']));
    // A spreadsheet sees no formula.
    expect(rows[0]?.note).toBe('\'=السد, "في" العراق');
    await library.close();
  });
});
