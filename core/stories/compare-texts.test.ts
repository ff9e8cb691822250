import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextChanges } from '../model/story';
import { spell } from '../text/spelling';
import { runToEnd } from '../text/steps';
import * as inSteps from './compare-texts';
import { isTicking } from './is-ticking';

const compareTexts = (before: string, after: string): TextChanges =>
  runToEnd(inSteps.compareTexts(before, after));

const NOTHING: TextChanges = { added: [], changed: [], removed: [] };

const FIRST = 'وصل الوفد إلى بغداد مساء الاثنين في زيارة رسمية هي الأولى منذ سنوات.';
const SECOND = 'وقال المتحدث إن 15 شخصا أصيبوا في الاحتجاجات، ولم يقتل أحد.';
const THIRD = 'The ministry said in a statement that talks would go on in the capital.';
const FOURTH =
  'Two neighbouring states have offered to host the next round in the spring.';

const join = (...paragraphs: string[]): string => paragraphs.join('\n\n');

/** What a change points at, as text. */
function shown(before: string, after: string) {
  const { added, changed, removed } = compareTexts(before, after);
  const cut = ({ start, end }: { start: number; end: number }) => after.slice(start, end);
  return {
    added: added.map(cut),
    changed: changed.map(({ span, words, before: was }) => ({
      now: cut(span),
      was,
      words: words.map(cut),
    })),
    removed: removed.map(({ text, at }) => ({ text, next: after.slice(at, at + 12) })),
  };
}

describe('is no change', () => {
  test.each<[string, string, string]>([
    ['the same text', join(FIRST, SECOND), join(FIRST, SECOND)],
    [
      'white space',
      join(FIRST, THIRD),
      `\n${FIRST.replaceAll(' ', ' \n ')}\n\n\n \n${THIRD} `,
    ],
    [
      'punctuation and quotes',
      '"We agreed", he said – at last.',
      '“We agreed,” he said, at last',
    ],
    ['marks and tatweel', 'وقال محمد إن الحوار مستمر', 'وقالَ محمّد إنّ الحــوار مستمرٌّ'],
    ['ways to write a letter', 'أكد الأمين العام على ذلك', 'اكد الامين العام علي ذلك'],
    ['case', THIRD, THIRD.toUpperCase()],
    ['digits of another script', 'قتل ١٥ شخصا و١٬٥٠٠ جريح', 'قتل 15 شخصا و1,500 جريح'],
    ['a moved paragraph', join(FIRST, SECOND, THIRD), join(THIRD, FIRST, SECOND)],
    ['a split paragraph', join(`${FIRST} ${SECOND}`, THIRD), join(FIRST, SECOND, THIRD)],
    ['joined paragraphs', join(FIRST, SECOND, THIRD), join(FIRST, `${SECOND} ${THIRD}`)],
    [
      'a clock in English',
      join('Updated 3 minutes ago', FIRST),
      join('Last updated: 5 May 2024, 10:30 GMT', FIRST),
    ],
    [
      'a clock in Arabic',
      join('آخر تحديث: الثلاثاء 5 مايو 2024 - 10:30 بتوقيت غرينتش', FIRST),
      join('آخر تحديث: قبل دقيقتين', FIRST),
    ],
    [
      'counters',
      join('١٢٬٣٠٤ مشاهدة', FIRST, '3 comments'),
      join('12,999 مشاهدة', FIRST),
    ],
    ['lines without words', join(FIRST, '* * *', SECOND), join(FIRST, SECOND, '—')],
    ['nothing and nothing', '', ' \n\n '],
  ])('%s', (_, before, after) => {
    expect(compareTexts(before, after)).toEqual(NOTHING);
    expect(compareTexts(after, before)).toEqual(NOTHING);
  });
});

describe('is a change', () => {
  test('a paragraph added, one removed', () => {
    expect(shown(join(FIRST, SECOND), join(FIRST, THIRD, SECOND))).toEqual({
      added: [THIRD],
      changed: [],
      removed: [],
    });
    expect(shown(join(FIRST, THIRD, SECOND), join(FIRST, SECOND))).toEqual({
      added: [],
      changed: [],
      removed: [{ text: THIRD, next: SECOND.slice(0, 12) }],
    });
    expect(shown(join(FIRST, THIRD), FIRST).removed).toEqual([{ text: THIRD, next: '' }]);
  });

  test('another paragraph in the place of one', () => {
    expect(shown(join(FIRST, THIRD, SECOND), join(FIRST, FOURTH, SECOND))).toEqual({
      added: [FOURTH],
      changed: [],
      removed: [{ text: THIRD, next: FOURTH.slice(0, 12) }],
    });
  });

  test.each<[string, string, string, string[]]>([
    ['a number', SECOND, SECOND.replace('15', '17'), ['17']],
    [
      'a number by its point',
      'Growth was 3.5 per cent',
      'Growth was 35 per cent',
      ['35'],
    ],
    ['a number in a short line', 'Updated: 5 killed', 'Updated: 7 killed', ['7']],
    ['a name', FIRST, FIRST.replace('بغداد', 'أربيل'), ['أربيل']],
    ['words put in', THIRD, THIRD.replace('talks', 'new secret talks'), ['new secret']],
    ['words taken out', THIRD, THIRD.replace(' in a statement', ''), []],
    ['the first word taken out', THIRD, THIRD.replace('The ', ''), []],
    [
      'a sentence put after a short one',
      'Police closed the road on Monday.',
      `Police closed the road on Monday. ${THIRD} ${FOURTH}`,
      [`${THIRD} ${FOURTH}`.slice(0, -1)],
    ],
    [
      'a word of a text without spaces',
      '首相は東京で会見した',
      '首相は大阪で会見した',
      ['大阪'],
    ],
  ])('%s', (_, was, now, words) => {
    const change = { added: [], changed: [{ now, was, words }], removed: [] };
    expect(shown(join(FOURTH, was), join(FOURTH, now))).toEqual(change);
    expect(shown(was, now)).toEqual(change);
  });

  test('a paragraph that moved and was edited, once', () => {
    const edited = THIRD.replace('capital', 'south');
    expect(shown(join(THIRD, FIRST, SECOND), join(FIRST, SECOND, edited))).toEqual({
      added: [],
      changed: [{ now: edited, was: THIRD, words: ['south'] }],
      removed: [],
    });
  });

  test('a half of a split paragraph, with the half that it was', () => {
    const edited = SECOND.replace('15', '17');
    expect(shown(`${FIRST} ${SECOND}`, join(FIRST, edited))).toEqual({
      added: [],
      changed: [{ now: edited, was: SECOND, words: ['17'] }],
      removed: [],
    });
    expect(shown(join(FIRST, SECOND), `${FIRST} ${edited}`).changed).toEqual([
      { now: `${FIRST} ${edited}`, was: join(FIRST, SECOND), words: ['17'] },
    ]);
  });

  test('each of many lines that say nearly the same', () => {
    const line = (at: number, value: number) =>
      `Ward ${at}: ${value} votes counted so far`;
    const before = Array.from({ length: 80 }, (_, at) => line(at, at * 7));
    const after = before.map((old, at) => (at % 20 === 3 ? line(at, 9_000 + at) : old));
    const { added, changed, removed } = shown(join(...before), join(...after));
    expect([added, removed]).toEqual([[], []]);
    expect(changed.map(({ words }) => words)).toEqual([
      ['9003'],
      ['9023'],
      ['9043'],
      ['9063'],
    ]);
  });
});

describe('whatever the texts', () => {
  const word = fc.constantFrom(
    ...'the capital talks على بغداد قال الوفد 15 17 new وأضاف the في ،'.split(' '),
    '.',
    'آخر',
    '\u0651',
    '\n',
  );
  const paragraph = fc.array(word, { maxLength: 9 }).map((words) => words.join(' '));
  const text = fc
    .array(fc.oneof(paragraph, fc.constantFrom(FIRST, SECOND, THIRD), fc.string()), {
      maxLength: 8,
    })
    .map((paragraphs) => paragraphs.join('\n\n'));

  test('spans are sorted, apart and within the text', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { added, changed, removed } = compareTexts(before, after);
        const spans = [...added, ...changed.map(({ span }) => span)];
        expectApart(added, after.length);
        expectApart(
          spans.sort((a, b) => a.start - b.start),
          after.length,
        );
        for (const { span, words } of changed) {
          expectApart(words, after.length);
          expect(words[0]?.start ?? span.start).toBeGreaterThanOrEqual(span.start);
          expect(words.at(-1)?.end ?? span.end).toBeLessThanOrEqual(span.end);
        }
        const places = removed.map(({ at }) => at);
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        for (const at of places) expect(at >= 0 && at <= after.length).toBe(true);
      }),
    );
  });

  test('the old words are the new ones with the changes taken back', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { added, changed, removed } = compareTexts(before, after);
        const taken = [...added, ...changed.map(({ span }) => span)];
        let rest = after;
        for (const { start, end } of taken.sort((a, b) => b.start - a.start))
          rest = `${rest.slice(0, start)}\n\n${rest.slice(end)}`;
        const rebuilt = [
          rest,
          ...changed.map(({ before: was }) => was),
          ...removed.map(({ text: gone }) => gone),
        ];
        expect(wordsOf(rebuilt.join('\n\n'))).toEqual(wordsOf(before));
      }),
    );
  });

  test('a text compared with itself has no changes', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(compareTexts(one, `${one} `)).toEqual(NOTHING);
      }),
    );
  });
});

function expectApart(spans: readonly { start: number; end: number }[], length: number) {
  let from = 0;
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeGreaterThan(start);
    from = end;
  }
  expect(from).toBeLessThanOrEqual(length);
}

/** Of paragraphs that are compared. */
function wordsOf(text: string): string[] {
  return text
    .split(/\n[^\S\n]*\n/)
    .filter((paragraph) => !isTicking(paragraph.trim()))
    .flatMap((paragraph) => paragraph.split(/[^\p{L}\p{M}\p{N}]+/u))
    .map((word) => spell(word))
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .sort();
}

describe('bounds', () => {
  const numbered = (count: number, line: (at: number) => string) =>
    join(...Array.from({ length: count }, (_, at) => line(at)));

  test('thousands of equal paragraphs', () => {
    const same = (count: number) => numbered(count, () => THIRD);
    const { added, changed, removed } = compareTexts(same(5_000), same(4_990));
    expect([added.length, changed.length, removed.length]).toEqual([0, 0, 10]);
  });

  const MANY = 20_000;
  test('20,000 changed paragraphs', () => {
    const { added, changed, removed } = compareTexts(
      numbered(MANY, (at) => `Report ${at} speaks of ${at * 3} people in the camp`),
      numbered(MANY, (at) => `Report ${at} speaks of ${at * 3 + 1} people in the camp`),
    );
    expect([added.length, changed.length, removed.length]).toEqual([0, MANY, 0]);
  });

  const words = (count: number, edit: string) =>
    Array.from(
      { length: count },
      (_, at) => `w${(at * 7_919) % 3_001}${at % 5_000 === 7 ? edit : ''}`,
    ).join(' ');

  test('half a million words in one paragraph', () => {
    const { changed } = compareTexts(words(500_000, ''), words(500_000, 'x'));
    expect(changed.map(({ words: found }) => found.length)).toEqual([100]);
  });

  test.each([
    [
      'in many paragraphs',
      (count: number, edit: string) =>
        numbered(count / 8, (at) => `Of ${at} reports ${at} are ${at}${edit} long`),
    ],
    ['in one', words],
  ])('pauses the oftener the more words there are: %s', (_, text) => {
    const pauses = (count: number) => {
      const steps = inSteps.compareTexts(text(count, ''), text(count, 'x'));
      let paused = 0;
      while (steps.next().done !== true) paused++;
      return paused;
    };
    // Each text is read, word by word, with a pause for 2,048 words and spaces or oftener.
    expect(pauses(80_000)).toBeGreaterThan((2 * 2 * 80_000) / 2_048);
    expect(pauses(80_000)).toBeGreaterThan(6 * pauses(10_000));
  });
});
