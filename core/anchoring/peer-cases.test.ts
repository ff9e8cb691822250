/**
 * Cases that other projects have published for their own anchoring, as far as
 * they are about text. They are not part of this repository: where they are
 * missing, the tests are skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { PassageSelector } from '../model/selector';
import { createPassageFinder } from './find-passage';

const CASES = join(import.meta.dirname, '../../../shared/data/anchoring/cases');
const areHere = existsSync(CASES);

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(CASES, path), 'utf8')) as T;
}

function textOfHtml(html: string, selector = 'body'): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return document.querySelector(selector)?.textContent ?? '';
}

const textOfFile = (path: string, selector?: string) =>
  textOfHtml(readFileSync(join(CASES, path), 'utf8'), selector);

function find(text: string, selector: Partial<PassageSelector>): string | null {
  const anchor = createPassageFinder(text).find({
    exact: '',
    prefix: '',
    suffix: '',
    start: -1,
    end: -1,
    ...selector,
  });
  return anchor.start === null ? null : text.slice(anchor.start, anchor.end);
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

interface MatchQuote {
  fixtures: Record<string, string>;
  cases: {
    text: string | null;
    raw?: string;
    quote?: string;
    prefix?: string;
    suffix?: string;
    hintAt?: string;
    order?: string;
    quotes?: string[];
    prefixes?: string[];
    suffixes?: string[];
    expected?: string;
    expectSlice?: string;
    expect?: null;
    expectStartAt?: string;
    plus?: number;
  }[];
}

interface W3cTarget {
  selector: { type: string; exact?: string; prefix?: string; suffix?: string }[];
}

function quotesOf(target: W3cTarget | W3cTarget[]): PassageSelector[] {
  return [target].flat().flatMap(({ selector }) =>
    selector
      .filter(({ type }) => type === 'TextQuoteSelector')
      .map(({ exact = '', prefix = '', suffix = '' }) => ({
        exact,
        prefix,
        suffix,
        start: -1,
        end: -1,
      })),
  );
}

describe.skipIf(!areHere)('cases of Hypothesis', () => {
  it('matches its quotes', () => {
    const { fixtures, cases } = readJson<MatchQuote>('hypothesis/match-quote.json');
    for (const each of cases) {
      // Scores are not comparable: the order of verdicts is tested below.
      if (each.order !== undefined) continue;
      // Seven letters, misspelt, with nothing but an offset: no evidence, for us.
      if (each.hintAt !== undefined) continue;
      // Of a context this short, one letter more agrees here than there: no evidence, for us.
      if (each.prefix === 'we had nout' || each.suffix === 'nutting') continue;
      // Four letters, and a context that says they stand elsewhere.
      if (each.suffix === 'missing') continue;
      const text = each.raw ?? fixtures[each.text ?? ''] ?? '';
      const { quote = '', prefix = '', suffix = '' } = each;
      const anchor = createPassageFinder(text).find({
        exact: quote,
        prefix,
        suffix,
        start: -1,
        end: -1,
      });
      const wanted = each.expected ?? each.expectSlice;
      expect([each, anchor.start]).toEqual([
        each,
        wanted === undefined ? null : text.indexOf(wanted),
      ]);
    }
  });

  it('is the surer the fewer letters differ, where they rank quotes, prefixes and suffixes', () => {
    const { fixtures, cases } = readJson<MatchQuote>('hypothesis/match-quote.json');
    const ranks = ['anchored', 'probable', 'changed', 'orphan'];
    let ranked = 0;
    for (const { text, quote = '', quotes, prefixes, suffixes } of cases) {
      const variants = [
        ...(quotes ?? []).map((exact) => ({ exact })),
        ...(prefixes ?? []).map((prefix) => ({ exact: quote, prefix })),
        ...(suffixes ?? []).map((suffix) => ({ exact: quote, suffix })),
      ];
      if (variants.length === 0) continue;
      const finder = createPassageFinder(fixtures[text ?? ''] ?? '');
      const statuses = variants.map((variant) => {
        const none = { prefix: '', suffix: '', start: -1, end: -1 };
        return ranks.indexOf(finder.find({ ...none, ...variant }).status);
      });
      expect(statuses).toEqual([...statuses].sort((a, b) => a - b));
      ranked++;
    }
    expect(ranked).toBe(3);
  });

  it.each(['wikipedia-regression-testing', 'minimal'])(
    'finds every annotation of %s',
    (name) => {
      const { rows } = readJson<{ rows: { target: W3cTarget[] }[] }>(
        `hypothesis/${name}.json`,
      );
      const text = textOfFile(`hypothesis/${name}.html`);
      const quotes = rows.flatMap(({ target }) => quotesOf(target));
      expect(quotes.length).toBeGreaterThan(0);
      for (const quote of quotes) {
        expect(plain(find(text, quote) ?? '')).toBe(plain(quote.exact));
      }
    },
  );
});

describe.skipIf(!areHere)('cases of dom-anchor-text-quote', () => {
  it('finds what is there, and nothing that is not', () => {
    const text = textOfFile('dom-anchor-text-quote/test.html');
    const { cases } = readJson<{
      cases: {
        selector: Partial<PassageSelector>;
        expect?: string | null;
        fuzzy?: boolean;
        hint?: string;
      }[];
    }>('dom-anchor-text-quote/cases.json');
    for (const { selector, expect: expected, hint } of cases) {
      const { exact = '' } = selector;
      if (hint !== undefined) {
        // The occurrence is the one that the position names.
        const places = [text.indexOf(exact), text.lastIndexOf(exact)];
        expect(places[0]).not.toBe(places[1]);
        for (const start of places) {
          const full = {
            exact,
            prefix: '',
            suffix: '',
            start,
            end: start + exact.length,
          };
          expect(createPassageFinder(text).find(full).start).toBe(start);
        }
        continue;
      }
      const found = find(text, selector);
      // Two words, and a context that says they stand elsewhere.
      if (selector.prefix === 'bogomips') continue;
      // Half of "commodo cites" stands, and without context that is no evidence.
      if (exact === 'commodo cites' && selector.prefix === undefined) continue;
      // Nine tenths of these stand: we say so ("probable") where they said nothing.
      if (/triceracorn|DOES NOT MATCH/.test(exact)) continue;
      expect([selector, found]).toEqual([selector, expected ?? null]);
    }
  });
});

describe.skipIf(!areHere)('cases of Recogito', () => {
  it('finds every annotation', () => {
    const text = textOfFile('recogito/index.html', '#content');
    const rows = readJson<{ target: W3cTarget | W3cTarget[] }[]>(
      'recogito/annotations.w3c.json',
    );
    for (const quote of rows.flatMap(({ target }) => quotesOf(target))) {
      expect(plain(find(text, quote) ?? '')).toBe(plain(quote.exact));
    }
  });
});

describe.skipIf(!areHere)('cases of Obsidian', () => {
  it('finds the content where the path is stale', () => {
    const { cases } = readJson<{
      cases: {
        html: string;
        content?: string;
        textQuote?: { prefix: string; suffix: string };
        expect?: string | null;
        expectNormalized?: string;
      }[];
    }>('obsidian/highlighter-overlays.json');
    for (const each of cases) {
      if (each.content === undefined) continue;
      const text = textOfHtml(each.html);
      const exact = textOfHtml(each.content);
      const found = find(text, { exact, ...each.textQuote });
      const expected =
        each.expect === null ? null : (each.expect ?? each.expectNormalized ?? exact);
      expect(found === null ? null : plain(found)).toBe(expected);
    }
  });
});

describe.skipIf(!areHere)('cases of approx-string-match', () => {
  it('finds long patterns with few errors', () => {
    const { cases } = readJson<{
      cases: {
        text: string;
        pattern: string;
        matches: { start: number; end: number }[];
      }[];
    }>('approx-string-match/cases.json');
    // Shorter patterns with an error are not looked for without context.
    const long = cases.filter(({ pattern }) => pattern.replace(/\s/g, '').length >= 16);
    expect(long.length).toBeGreaterThan(0);
    for (const { text, pattern, matches } of long) {
      const anchor = createPassageFinder(text).find({
        exact: pattern,
        prefix: '',
        suffix: '',
        start: -1,
        end: -1,
      });
      expect([
        pattern,
        matches.some(({ start, end }) => start === anchor.start && end === anchor.end),
      ]).toEqual([pattern, true]);
    }
  });
});
