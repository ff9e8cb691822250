import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  markNames,
  recogniserByRules,
  recogniserOfProduct,
  withoutMarks,
} from '@/test/recognisers';
import type { Recogniser } from './recogniser';

let recogniser: Recogniser;
beforeAll(() => {
  recogniser = recogniserByRules();
});

/** A sentence with the names marked as they must be painted. */
function check(expected: string): void {
  const text = withoutMarks(expected);
  expect(markNames(text, recogniser.recognise(text).mentions)).toBe(expected);
}

/** The ids of the entities behind the mentions, in order. */
function ids(text: string): string[] {
  return recogniser.recognise(text).mentions.map(({ entityId }) => entityId);
}

/** Any UTF-16 units, lone surrogates among them. */
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((units) => String.fromCharCode(...units));

describe('names in Arabic', () => {
  it.each([
    'وصل وفد من ⟦طهران⟧ إلى ⟦بغداد⟧ ثم توجه إلى ⟦أربيل⟧ في إقليم ⟦كردستان العراق⟧.',
    'اجتمع قائد ⟦فليق القدس⟧ الإيراني الجديد، ⟦إسماعيل قأني⟧، مع ⟦هادي العامري⟧ ورئيس ⟦تيار الحكمة⟧ ⟦عمار الحكيم⟧.',
    'نقلت وكالة ⟦رويترز⟧ عن مصدر في ⟦وزارة الخارجية⟧ أن الجنرال ⟦كينيث ماكنزي⟧ زار قاعدة "⟦عين الأسد⟧".',
    'قال المتحدث باسم ⟦الجيش التركي⟧ إن قوات ⟦داعش⟧ انسحبت من محيط مدينة ⟦الرقة⟧.',
    'غادر الوزير مطار بلاده متوجها إلى ⟦مطار بغداد الدولي⟧ الجديد.',
    'زار رئيس الوزراء العراقي ⟦عادل عبد المهدي⟧ العاصمة ⟦أنقرة⟧ والتقى الرئيس ⟦رجب طيب أردوغان⟧.',
    'أعلنت ⟦حركة حماس⟧ و⟦حزب الله⟧ اللبناني موقفا مشتركا بعد لقاء ⟦أبو مهدي المهندس⟧.',
    'حث ⟦دونالد ترامب⟧ على الهدوء، ورد وزير الخارجية الإيراني ⟦محمد جواد ظريف⟧ على ذلك.',
    'زار الرئيس ⟦محمد علي⟧ المدينة، وعقد اجتماعا، وشدد على الهدوء.',
    'التقى ⟦محمد على⟧ الوفد فى ⟦القاهرة⟧ التى تستعد للقمة.',
    'تظاهر المئات في ⟦قطاع غزة⟧ و⟦ريف دمشق⟧ قرب ⟦المنطقة الخضراء⟧.',
  ])('%s', check);

  it('leaves clitics outside, and the alif that للـ swallows', () => {
    check('القوات المنتشرة ب⟦العراق⟧ عادت و⟦طهران⟧ صامتة ل⟦لعراق⟧ ول⟦لبنان⟧ دور.');
  });

  it('splits no name that begins with the letter of a clitic', () => {
    check('وصل ⟦وليد المعلم⟧ إلى ⟦كربلاء⟧ ثم إلى ⟦بيروت⟧ و⟦فلسطين⟧ و⟦لبنان⟧.');
  });

  it.each([
    'كان الأمل كبيرا في سلام عادل يعم البلاد على يد رجل صالح كريم.',
    'القوات الأمريكية والمسؤولون الإيرانيون والكتل العراقية في حالة تأهب.',
    'حركة السير في الشوارع طبيعية، وجمال المدينة يسحر الزوار.',
    'قال الرئيس إن الحكومة ستواصل العمل على تحسين الخدمات.',
    'ارتفعت أسعار النفط في بورصة دولية وتراجع أداء القطاع المالي.',
  ])('finds nothing in: %s', (text) => {
    check(text);
  });

  it('reads marks, tatweel, joiners, presentation forms and Persian letters', () => {
    check('زار الوفد القادم من الخارج ⟦بَغْدَادَ⟧ و⟦طهـران⟧ و⟦کرکوک⟧ و⟦ﺑﻐﺪاد⟧.');
  });

  it('reads hashtags', () => {
    check('غرد تحت وسم #⟦دونالد_ترامب⟧ أمس.');
  });
});

describe('one document, one sense', () => {
  it('finds a short form after the whole name', () => {
    expect(
      ids('استقبل برهم صالح الوفد. وقال هادي العامري إن العامري نفسه لن يحضر.'),
    ).toEqual(['per/barham-salih', 'per/hadi-al-amiri', 'per/hadi-al-amiri']);
  });

  it('finds the short form of a person only this text knows', () => {
    const text = 'قال الوزير عصام الطرابيشي إن اللقاء تأجل، وأضاف الطرابيشي أنه سيعود.';
    const [first, second] = recogniser.recognise(text).mentions;
    expect(first?.surface).toBe('عصام الطرابيشي');
    expect(second?.surface).toBe('الطرابيشي');
    expect(second?.entityId).toBe(first?.entityId);
  });

  it('links the spellings of one person, a slip of the pen among them', () => {
    const found = ids(
      'اغتيل قاسم سليمانى أمس. ودفن سليماني اليوم، والانتقام لمقتل سليمان قادم.',
    );
    expect(new Set(found)).toEqual(new Set(['per/qasem-soleimani']));
    expect(found).toHaveLength(3);
  });

  it('keeps two people who share a family name apart', () => {
    const text =
      'وصل مسعود بارزاني ونيجيرفان بارزاني معا. وقال بارزاني إن الزيارة ناجحة.';
    const found = ids(text);
    expect(found.slice(0, 2)).toEqual(['per/masoud-barzani', 'per/nechirvan-barzani']);
    expect(found).toHaveLength(3);
  });

  it('takes what the title says as a help, and paints nothing for it', () => {
    const text = 'قال العامري إن اللقاء كان مثمرا.';
    const { mentions } = recogniser.recognise(text, {
      title: 'هادي العامري يلتقي الوفد',
    });
    expect(mentions.map(({ surface, entityId }) => [surface, entityId])).toEqual([
      ['العامري', 'per/hadi-al-amiri'],
    ]);
  });

  it('gives one entity to a person in Arabic and in Latin letters', () => {
    const found = ids(
      'اغتيل قاسم سليماني في بغداد. Qasem Soleimani was killed in Baghdad.',
    );
    expect(found).toEqual([
      'per/qasem-soleimani',
      'place/baghdad',
      'per/qasem-soleimani',
      'place/baghdad',
    ]);
  });
});

describe('names in English', () => {
  it.each([
    "Gen. ⟦Kenneth McKenzie⟧ met ⟦Iraq⟧'s president, ⟦Barham Salih⟧, in ⟦Baghdad⟧ on Monday.",
    'The head of the ⟦Quds Force⟧, ⟦Esmail Qaani⟧, flew from ⟦Tehran⟧ to ⟦Baghdad International Airport⟧.',
    'American officials said the talks may resume in March, and who attends is not clear.',
    'The ⟦Ministry of Foreign Affairs⟧ told ⟦Reuters⟧ that ⟦Hezbollah⟧ would not attend.',
    'He met ⟦Ammar al-Hakim⟧ of the ⟦Hikma Movement⟧ on Monday.',
    'LEADERS MEET AS TALKS ENTER THEIR SECOND WEEK',
    'Leaders Meet As Crisis Talks Enter Their Second Week',
    'Crown Prince ⟦Mohammed bin Salman⟧ spoke with ⟦Abdel Fattah al-Sisi⟧.',
  ])('%s', check);
});

const REFERENCE = join(import.meta.dirname, '../../../shared/reference/article.txt');

describe.skipIf(!existsSync(REFERENCE))('the reference article', () => {
  it.each([
    ['by rules alone', recogniserByRules],
    ['as the product reads', recogniserOfProduct],
  ])('has its actors and places found, and nothing else, %s', (_, open) => {
    const { mentions } = open().recognise(readFileSync(REFERENCE, 'utf8'));
    const counts = new Map<string, number>();
    for (const { entityId } of mentions)
      counts.set(entityId, (counts.get(entityId) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      'state/iraq': 10,
      'state/iran': 5,
      'place/baghdad': 4,
      'place/tehran': 1,
      'place/washington': 1,
      'place/erbil': 1,
      'place/iraqi-kurdistan': 1,
      'state/kuwait': 1,
      'state/united-states': 1,
      'facility/baghdad-international-airport': 2,
      'facility/ain-al-asad-air-base': 1,
      'facility/harir-air-base': 1,
      'grp/quds-force': 4,
      'grp/islamic-revolutionary-guard-corps': 1,
      'grp/national-wisdom-movement': 1,
      'grp/global-coalition-against-isis': 2,
      'org/al-arabiya': 3,
      'org/twitter': 1,
      'org/us-army': 1,
      'org/us-central-command': 1,
      'per/esmail-qaani': 5,
      'per/qasem-soleimani': 4,
      'per/donald-trump': 1,
      'per/hadi-al-amiri': 1,
      'per/ammar-al-hakim': 1,
      'per/barham-salih': 1,
      'per/kenneth-mckenzie': 1,
    });
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'قاسم سليماني',
    'بالعراق',
    'الجنرال',
    'فليق القدس',
    'وزارة',
    '"',
    '،',
    '. ',
    '\n',
    ' ',
    'و',
    '\u064b',
    '\u200c',
    '\ud800',
    '\udc00',
    'Gen.',
    'Baghdad',
    "'s",
    'al-',
    'Party',
    'of',
    '#',
    '_',
    'عبدالرحمن',
    '٣',
    '😀',
  );
  const texts = fc.oneof(
    anyUnits,
    fc.array(pieces).map((list) => list.join('')),
    fc.array(pieces).map((list) => list.join(' ')),
  );

  it('has mentions that are slices of it, sorted and disjoint, each with its entity', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { mentions, entities } = recogniser.recognise(text);
        const known = new Set(entities.map(({ id }) => id));
        let last = 0;
        for (const { start, end, surface, entityId } of mentions) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(surface);
          expect(known.has(entityId)).toBe(true);
          last = end;
        }
        expect(known.size).toBe(entities.length);
      }),
    );
  });

  it.each([
    ['a megabyte without a space', 'ا'.repeat(1_000_000)],
    ['ten thousand clitics', 'وبال '.repeat(10_000)],
    ['nothing', ''],
    ['one letter', 'و'],
  ])('survives %s', (_, text) => {
    expect(recogniser.recognise(text).mentions).toEqual([]);
  });

  it('pauses the oftener the longer a text is', () => {
    const pauses = (lines: number) => {
      const steps = recogniser.recogniseInSteps(
        'زار الرئيس مدينة بيروت أمس.\n'.repeat(lines),
      );
      let count = 0;
      while (steps.next().done !== true) count++;
      return count;
    };
    // Six words a line, of which each of ten passes and more reads no more than 1,024 between two pauses.
    expect(pauses(8000)).toBeGreaterThan((10 * 6 * 8000) / 1024 / 2);
    expect(pauses(8000)).toBeGreaterThan(6 * pauses(1000));
  });
});
