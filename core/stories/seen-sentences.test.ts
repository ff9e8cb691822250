import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runToEnd } from '../text/steps';
import { seenSentences } from './seen-sentences';

function seen(text: string, ...earlier: string[]): string[] {
  return runToEnd(seenSentences(text, earlier)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

const OTHER =
  'The committee will meet again on Thursday to settle the budget of the ports.\n\nلم يصدر تعليق من الوزارة حتى مساء السبت.';

const KNOWN = {
  arrival: 'وصل الوفد الحكومي إلى بغداد مساء الاثنين في زيارة رسمية هي الأولى منذ سنوات.',
  killed: 'وقال المتحدث باسم الشرطة إن 15 شخصا قتلوا في انفجار وسط السوق القديم.',
  denied: 'نفى المتحدث أن الحكومة ستقدم استقالتها إلى البرلمان قبل نهاية الأسبوع.',
  english:
    'Prime Minister Adel said the talks in Basra would go on until a deal is reached.',
  attack: 'Red forces attacked blue positions along the northern border on Monday night.',
};

describe('a sentence that was read', () => {
  test.each<[string, string, string]>([
    ['the same', KNOWN.arrival, KNOWN.arrival],
    [
      'with marks, another alif, other quotes',
      KNOWN.arrival,
      'وصلَ الوفد الحكوميّ الى «بغداد» مساء الإثنين، في زيارة رسمية، هي الأولى منذ سنوات',
    ],
    ['with other words for "said"', KNOWN.killed, KNOWN.killed.replace('وقال', 'وأوضح')],
    [
      'without its first words',
      KNOWN.killed,
      'إن 15 شخصا قتلوا في انفجار وسط السوق القديم.',
    ],
    [
      'with an honorific',
      KNOWN.arrival,
      KNOWN.arrival.replace('الوفد', 'معالي السيد الوفد'),
    ],
    ['in another case', KNOWN.english, KNOWN.english.toUpperCase()],
    [
      'with other endings and small words',
      KNOWN.english,
      'Prime Minister Adel told that talks in Basra would go on until the deal is reached',
    ],
    [
      'as a part of a longer one',
      `${KNOWN.english.slice(0, -1)}, and that his cabinet had already begun to prepare for it in private.`,
      KNOWN.english,
    ],
    [
      'that was two',
      `${KNOWN.arrival} ${KNOWN.killed}`,
      `${KNOWN.arrival.slice(0, -1)} ${KNOWN.killed}`,
    ],
    ['that is short, and the very same', 'Who is behind it?', 'Who is behind it'],
    ['of one word', 'خلفية', 'خلفيّة:'],
  ])('%s', (_, known, now) => {
    const sentences = now.split(/(?<=\.) (?=وقال)/);
    expect(seen(now, OTHER, `${OTHER}\n\n${known}\n\n${OTHER}`)).toEqual(sentences);
  });

  test('stands out from new ones beside it', () => {
    const text = `The mayor has resigned, his office said. ${KNOWN.english} «${KNOWN.arrival}» No one was hurt.`;
    expect(seen(text, KNOWN.arrival, KNOWN.english)).toEqual([
      KNOWN.english,
      `«${KNOWN.arrival}»`,
    ]);
  });

  test('with a new word in it is given without the word', () => {
    const long =
      'وقال العامري في بيان إن الحوار مستمر بين الأطراف كلها وإن الأيام المقبلة ستشهد لقاءات أخرى في العاصمة.';
    const text = long.replace('لقاءات', 'مفاوضات');
    expect(seen(text, long)).toEqual([
      'وقال العامري في بيان إن الحوار مستمر بين الأطراف كلها وإن الأيام المقبلة ستشهد',
    ]);
    expect(seen(long.replace('العامري', 'السوداني'), long)).toEqual([
      long.slice(long.indexOf('في بيان')),
    ]);
  });
});

describe('a sentence that is new', () => {
  test.each<[string, string, string]>([
    ['another number', KNOWN.killed, KNOWN.killed.replace('15', '17')],
    ['one more number', KNOWN.killed, KNOWN.killed.replace('السوق', 'السوق 7')],
    ['a number less', KNOWN.killed, KNOWN.killed.replace('15 شخصا', 'أشخاصا')],
    ['another place', 'وصل الوفد إلى بغداد', 'وصل الوفد إلى أربيل'],
    [
      'another name in a sentence that is not long',
      'Adel said the talks would go on.',
      'Nouri said the talks would go on.',
    ],
    [
      'who did it to whom',
      KNOWN.attack,
      'Blue forces attacked red positions along the northern border on Monday night.',
    ],
    ['no more denied', KNOWN.denied, KNOWN.denied.replace('نفى المتحدث أن ', '')],
    ['denied now', KNOWN.denied.replace('نفى', 'قال'), KNOWN.denied],
    ['not', KNOWN.english, KNOWN.english.replace('would go on', 'would not go on')],
    ['may', KNOWN.english.replace('would', 'may'), KNOWN.english],
    ['a short one that is not the very same', 'No one was hurt', 'One was hurt'],
    [
      'the same words far apart',
      KNOWN.english,
      KNOWN.english.split(' ').join(' perhaps then and there '),
    ],
    [
      'half of it',
      KNOWN.arrival,
      KNOWN.arrival.replace(/في .*/, 'بعد رحلة طويلة شاقة من العاصمة الأردنية عمان.'),
    ],
  ])('%s', (_, known, now) => {
    expect(seen(now, OTHER, known)).toEqual([]);
  });

  test('nothing was read before', () => {
    expect(seen(OTHER)).toEqual([]);
    expect(seen('', OTHER)).toEqual([]);
    expect(seen(OTHER, '', ' \n ')).toEqual([]);
  });
});

describe('whatever the texts', () => {
  const words =
    'the talks بغداد وقال لم 15 17 في العامري said not «the end. ، ! \n'.split(' ');
  const text = fc
    .array(fc.oneof(fc.constantFrom(...words, ...Object.values(KNOWN)), fc.string()), {
      maxLength: 40,
    })
    .map((parts) => parts.join(' '));

  test('spans are sorted, apart, and within the text', () => {
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (now, earlier) => {
        let from = 0;
        for (const { start, end } of runToEnd(seenSentences(now, earlier))) {
          expect(start).toBeGreaterThanOrEqual(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(now.length);
      }),
    );
  });

  test('what one text has in part, another may have whole', () => {
    const now = `talks ${KNOWN.killed}`;
    const spans = runToEnd(seenSentences(now, [KNOWN.killed, now]));
    expect(spans).toEqual([{ start: 0, end: now.length }]);
  });

  test('all of a text that was read is read, wherever it stands', () => {
    fc.assert(
      fc.property(text, text, (now, other) => {
        const spans = runToEnd(
          seenSentences(now, [other, `${other}\n\n${now}\n\n${other}`]),
        );
        let rest = now;
        for (const { start, end } of spans.reverse())
          rest = rest.slice(0, start) + rest.slice(end);
        expect(rest).not.toMatch(/[\p{L}\p{Nd}]/u);
      }),
    );
  });
});

describe('bounds', () => {
  test('a sentence over and over is read as often', () => {
    const text = Array(2_000).fill(KNOWN.killed).join(' ');
    expect(seen(text, text)).toHaveLength(2_000);
    expect(seen(Array(2_000).fill(KNOWN.denied).join(' '), text)).toEqual([]);
  });

  test('half a million words', () => {
    const text = Array.from(
      { length: 60_000 },
      (_, at) => `w${at % 997} says v${at}`,
    ).join(' and ');
    const steps = seenSentences(KNOWN.killed, [text, KNOWN.killed]);
    let pauses = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) pauses++;
    expect(step.value).toHaveLength(1);
    expect(pauses).toBeGreaterThan(50);
  });
});
