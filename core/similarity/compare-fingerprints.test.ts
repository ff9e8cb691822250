import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runToEnd } from '../text/steps';
import { compareFingerprints } from './compare-fingerprints';
import { type ArticleText, createFingerprint } from './create-fingerprint';
import { packFingerprint } from './pack-fingerprint';
import { openTermFrequencies } from './term-frequencies';

const frequencies = openTermFrequencies();
const print = (article: ArticleText) => runToEnd(createFingerprint(article, frequencies));
const compare = (a: ArticleText, b: ArticleText) =>
  compareFingerprints(print(a), print(b));

const WORDS =
  'وصل وزير الخارجية العراقي إلى العاصمة الأردنية اليوم الأحد للقاء نظيره وبحث الحدود والمياه والتجارة بين البلدين وقال في مؤتمر صحفي إن الاتفاق قريب harbour minister bridge ferry strike company union Monday report talks border water trade council mayor budget election vote parliament'.split(
    ' ',
  );

/** Running text out of few words, the same for one seed. */
function compose(seed: number, words: number): string {
  let state = seed >>> 0;
  return Array.from({ length: words }, (_, at) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `${WORDS[(state >>> 8) % WORDS.length]}${at % 15 === 14 ? '.' : ''}`;
  }).join(' ');
}

const words = (text: string, from: number, to?: number) =>
  text.split(' ').slice(from, to).join(' ');

const report: ArticleText = { title: 'وزير الخارجية في عمان', text: compose(1, 300) };

describe('the same text', () => {
  it('is found under another title, with a few words changed', () => {
    const edited = report.text
      .split(' ')
      .map((word, at) => (at % 40 === 7 ? 'تعديل' : word))
      .join(' ');
    const { verdict, reasons } = compare(report, { title: 'زيارة', text: edited });
    expect(verdict).toBe('same-text');
    expect(reasons.find(({ kind }) => kind === 'text')).toBeDefined();
  });

  it('is found where one paper prints a half of it among its own words', () => {
    const text = `${compose(2, 20)} ${words(report.text, 0, 150)}`;
    expect(compare(report, { title: 'خبر', text }).verdict).toBe('same-text');
  });

  it('is not claimed of a paywalled beginning and the whole', () => {
    const cut = { ...report, text: words(report.text, 0, 60) };
    for (const part of [
      { ...cut, partial: true },
      { ...cut, text: `${cut.text}… اقرأ المزيد` },
    ]) {
      const { verdict, reasons } = compare(part, report);
      expect(verdict).not.toBe('same-text');
      expect(reasons).toContainEqual({ kind: 'partial' });
    }
    // Two beginnings that hold the same are the same as far as they go.
    expect(compare({ ...cut, partial: true }, { ...cut, partial: true }).verdict).toBe(
      'same-text',
    );
  });
});

describe('what is no article', () => {
  const notice = 'This article is for subscribers only. Please log in to go on reading.';

  it.each([
    ['nothing', { title: '', text: '' }],
    ['one title and nothing else', { title: 'Breaking news', text: '' }],
    ['marks alone', { title: '…', text: '؟!… \u0000\ufffd \ud800' }],
    ['ten words', { title: 'A', text: words(notice, 0, 10) }],
    ['a paywall’s notice', { title: 'A', text: notice }],
  ])('is the same text as nothing else: %s', (_, article) => {
    expect(compare(article, { ...article, title: 'Another' }).verdict).not.toBe(
      'same-text',
    );
    expect(compare(article, report).verdict).toBe('different');
  });

  it('of ten words tells no story, though another flash has most of them', () => {
    const flash = (text: string): ArticleText => ({ title: '', text });
    for (const [one, other] of [
      [
        'عاجل انفجار قوي يهز وسط بغداد الآن وأنباء عن جرحى',
        'عاجل انفجار قوي يهز وسط دمشق الآن وأنباء عن جرحى',
      ],
      [
        'Breaking ferry strike closes the harbour on Monday',
        'Breaking ferry strike closes the bridge on Monday',
      ],
    ] as const) {
      const { verdict } = compare(flash(one), flash(other));
      expect(['related', 'different']).toContain(verdict);
    }
  });

  it('of one paragraph a thousand times does not swallow the report that has it', () => {
    const paragraph = words(report.text, 0, 80);
    const text = Array.from({ length: 1_000 }, () => paragraph).join('\n');
    const { verdict } = compare({ title: 'x', text }, report);
    expect(verdict).not.toBe('same-text');
  });

  it('in a wrong encoding is nothing like the report', () => {
    const bytes = new TextEncoder().encode(report.text);
    const garbled = String.fromCharCode(...bytes);
    const lost = report.text.replace(/\p{L}/gu, '\ufffd');
    for (const text of [garbled, lost]) {
      expect(compare({ title: 'x', text }, report).verdict).not.toBe('same-text');
    }
    expect(compare({ title: 'x', text: lost }, { title: 'y', text: lost }).verdict).toBe(
      'different',
    );
  });

  it('in one wrong encoding are two reports still two', () => {
    const garble = (text: string) => {
      const bytes = new TextEncoder().encode(text);
      return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    };
    const [one, other] = [garble(report.text), garble(compose(2, 300))];
    expect(
      compare({ title: '', text: one }, { title: '', text: other }).verdict,
    ).not.toBe('same-text');
  });

  it('strewn with halves of letters and zeros is the report still, and no other', () => {
    const strew = (text: string) => text.replace(/ /g, ' \u0000\ud800 \ufffd');
    const strewn = { ...report, text: strew(report.text) };
    expect(compare(strewn, report).verdict).toBe('same-text');
    const other = { ...report, text: strew(compose(2, 300)) };
    expect(compare(strewn, other).verdict).not.toBe('same-text');
  });

  it.each([
    ['years', '2020 '],
    ['dates', '3 يناير 2020 '],
    ['one letter', 'ا'],
    ['marks', '؟!'],
    ['zeros', '\u0000'],
  ])('of 200,000 units of %s alone is the same text as no report', (_, piece) => {
    const text = piece.repeat(200_000 / piece.length);
    expect(compare({ title: 'x', text }, report).verdict).toBe('different');
  });

  it('of half a million words is read in part, and says so', () => {
    const long = print({ title: 'x', text: compose(3, 500_000) });
    expect(long.partial).toBe(true);
    expect(long.words).toBeLessThan(100_000);
    expect(packFingerprint(long).length).toBeLessThanOrEqual(2_048);
    expect(compareFingerprints(long, print(report)).verdict).not.toBe('same-text');
  });
});

describe('time and names', () => {
  const near = { ...report, published: '2020-03-31' };

  it('a report of the same people years later scores lower', () => {
    const other = { title: report.title, text: compose(9, 200) };
    const soon = compare(near, { ...other, published: '2020-04-01' });
    const late = compare(near, { ...other, published: '2024-04-01' });
    expect(late.score).toBeLessThan(soon.score);
    expect(late.reasons).toContainEqual({ kind: 'apart', days: 1462 });
  });

  it('a later time named in one tells that it was written later', () => {
    const [one, other] = [compose(7, 200), compose(8, 200)];
    const first = { ...report, text: one, published: '2020-04-01' };
    const beside = (text: string) => compare(first, { ...report, text: other + text });
    const [plain, told] = [beside(''), beside(' في يناير 2024')];
    expect(told.score).toBeLessThan(plain.score);
    expect(told.reasons).toContainEqual({ kind: 'apart', days: 1370 });
    // Times past, and times that both name, tell nothing.
    expect(beside(' منذ عام 2003').reasons).toEqual(plain.reasons);
    const { reasons } = compare(
      { ...first, text: `${one} رؤية عام 2030` },
      { ...report, text: `${other} في عام 2030` },
    );
    expect(reasons.some(({ kind }) => kind === 'apart')).toBe(false);
    // Days of publication say more than what a text speaks of.
    const sure = compare(first, { ...report, text: other, published: '2024-01-01' });
    expect(sure.score).toBeLessThan(told.score);
  });

  it('years apart, the same people and matter are related', () => {
    const text = compose(9, 200);
    const late = compare(near, { ...report, text, published: '2030-01-01' });
    expect(late.score).toBeLessThan(0.34);
    expect(late.verdict).toBe('related');
  });

  it('one name in two languages is shared by its id', () => {
    const name = { id: 'per/one', kind: 'actor', count: 3, first: 0 } as const;
    const { reasons, score } = compare(
      { title: '', text: compose(4, 80), names: [{ ...name, name: 'قاآني' }] },
      { title: '', text: 'Qaani flew home.', names: [{ ...name, name: 'Qaani' }] },
    );
    expect(reasons).toContainEqual({ kind: 'actors', labels: ['قاآني'] });
    const without = compare(
      { title: '', text: compose(4, 80) },
      { title: '', text: 'Qaani flew home.' },
    );
    expect(score).toBeGreaterThan(without.score);
  });

  it('shared figures and days are told', () => {
    const text = `${words(compose(5, 40), 0)} قتل 27 شخصا و 1450 جريحا في 12 مارس 2020.`;
    const other = `${words(compose(6, 40), 0)} سقط 27 شخصا و 1450 جريحا في 12 مارس 2020.`;
    const { reasons } = compare({ title: 'أ', text }, { title: 'ب', text: other });
    const of = (kind: string) => reasons.find((reason) => reason.kind === kind);
    expect(of('figures')).toMatchObject({
      labels: expect.arrayContaining(['27', '1450']),
    });
    expect(of('dates')).toMatchObject({ labels: ['2020-03-12'] });
  });
});

describe('any two texts', () => {
  const article: fc.Arbitrary<ArticleText> = fc.record({
    title: fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constant('خبر')),
    text: fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc
        .tuple(fc.nat(5), fc.integer({ min: 0, max: 400 }))
        .map(([seed, length]) => compose(seed, length)),
    ),
    published: fc.option(fc.constantFrom('2020-03-31', '2024-01-01T10:00:00Z', 'x'), {
      nil: undefined,
    }),
    partial: fc.boolean(),
  });

  it('compare alike both ways, within bounds', () => {
    fc.assert(
      fc.property(article, article, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        expect(there.verdict).toBe(back.verdict);
        expect(there.score).toBeCloseTo(back.score, 10);
        expect(there.score).toBeGreaterThanOrEqual(0);
        expect(there.score).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of a report’s length are the same as themselves', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 40, max: 900 }), (seed, length) => {
        const one = { title: 'خبر', text: compose(seed, length) };
        const { verdict, score } = compare(one, one);
        expect(verdict).toBe('same-text');
        expect(score).toBeGreaterThan(0.99);
      }),
    );
  });

  it('that share no word are different', () => {
    const latin = 'harbour minister bridge ferry strike company'.split(' ');
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 300 }), (seed, length) => {
        const text = compose(seed, length);
        const own = text
          .split(' ')
          .filter((word) => !/[a-z]/i.test(word))
          .join(' ');
        const { verdict } = compare(
          { title: 'خبر', text: own },
          { title: 'News', text: latin.join(' ') },
        );
        expect(verdict).toBe('different');
      }),
    );
  });
});
