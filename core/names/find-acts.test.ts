import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markNames, recogniserByRules, withoutMarks } from '@/test/recognisers';
import { packLexicon } from '../../lexicon/pack-lexicon';
import { mentionTypeOf } from '../model/entity';
import { createRecogniser } from './recogniser';

const recogniser = recogniserByRules();

/** Names that act are marked, and no others. */
function check(expected: string): void {
  const text = withoutMarks(expected);
  const acting = recogniser.recognise(text).mentions.filter(({ acts }) => acts === true);
  expect(markNames(text, acting)).toBe(expected);
}

describe('places that act in Arabic', () => {
  it.each([
    'وقالت ⟦واشنطن⟧ إن القرار نهائي.',
    'واعتبرت ⟦بغداد⟧ أن الاتهامات باطلة.',
    'أعلن ⟦العراق⟧ فتح المعبر، ورحب ⟦لبنان⟧ بالخطوة.',
    'نفت أيضا ⟦طهران⟧ صلتها بالهجوم، وأكدت من جانبها ⟦دمشق⟧ ذلك.',
    '⟦طهران⟧ تنفي صلتها بالهجوم',
    'وذكر أن ⟦طهران⟧ لن تقبل شروطا، لكن ⟦موسكو⟧ ترى غير ذلك، و⟦أنقرة⟧ تدرس الأمر.',
    'وكانت ⟦دمشق⟧ قد اتهمت ⟦إسرائيل⟧ بشن الغارة.',
    'أعلنت ⟦واشنطن⟧ و⟦لندن⟧ و⟦باريس⟧ تأييد البيان.',
    '⟦واشنطن⟧ و⟦طهران⟧ تتبادلان الاتهامات',
    'اتهم الوزير ⟦طهران⟧ بدعم الفصائل، محذرا ⟦بغداد⟧ من العواقب.',
    'فرضت ⟦السعودية⟧ شروطا جديدة، وردت ⟦قطر⟧ ببيان.',
    'تراجعت العلاقات بين ⟦الرياض⟧ و⟦طهران⟧ بعد المفاوضات غير المباشرة مع ⟦واشنطن⟧.',
    'فرض عقوبات على ⟦إيران⟧، وندد بموقف ⟦موسكو⟧ وبسياسة ⟦أنقرة⟧.',
    'وقال ⟦البيت الأبيض⟧ إن الزيارة تأجلت، وأوضح المتحدث باسم ⟦الكرملين⟧ السبب.',
    'العقوبات التي فرضتها ⟦واشنطن⟧ والتحالف الذي تقوده ⟦السعودية⟧ والفصيل الذي يدعمه ⟦العراق⟧.',
    'طالبوا ⟦الولايات المتحدة⟧ بالرد، ويجب على ⟦إسرائيل⟧ أن تلتزم، لكن ⟦فيينا⟧ لم تقتنع.',
    'تحذير من ⟦واشنطن⟧ بعد انسحاب القوات من العراق',
    'رفضت ⟦أربيل⟧ القرار، وأكدت ⟦رام الله⟧ موقفها.',
    'وأضاف أن ⟦إسرائيل⟧ ستسلم مصر الوثائق.',
  ])('%s', check);

  it('quotes in a headline', () => {
    check('⟦طهران⟧: لن نتفاوض تحت الضغط\n\nقال المتحدث إن بلاده ثابتة.');
    check('سوريا: غارات جوية على ريف حلب\n\nقتل ثلاثة أشخاص أمس.');
  });

  it.each([
    'وصل الوفد إلى بغداد وغادر طهران أمس.',
    'شهدت بغداد انفجارا، وعاشت دمشق ليلة هادئة.',
    'قالت مصادر في بغداد إن الطريق مغلق.',
    'مصادر في بغداد قالت إن الطريق مغلق.',
    'وزير من العراق قال إن الطريق مغلق.',
    'بغداد – قال شهود إن الطريق مغلق.',
    'بغداد (الوكالة) – أعلنت السلطات إغلاق الطريق.',
    'بغداد: قال شهود إن الطريق مغلق.',
    'يربط الطريق بين بغداد والبصرة عشر بلدات.',
    'ذكر بغداد في قصيدته، وزار بيروت مرتين.',
    'تعتبر كندا والمكسيك شريكين.',
    'تعتبر بغداد مدينة قديمة، واعتبرت بيروت الأغلى.',
    'انتهت الحرب على العراق.',
    'وجه ضربة العراق الأولى، وأصابت قوة لبنان.',
    'ستشهد بغداد مؤتمرا، وستكون الدوحة محطة أخيرة.',
    'الطائرات التي قصفت سوريا أقلعت ليلا.',
    'قالت سلطات مطار بغداد إن الرحلات عادت.',
    'سافر لطهران وأقام ببغداد، وأعلن ببيروت زواجه.',
    'قطع الطريق عبر العراق إلى الحدود مع الكويت.',
  ])('nothing acts in: %s', check);
});

describe('places that act in English', () => {
  it.each([
    '⟦Moscow⟧ denies the report.',
    '⟦Tehran⟧ has repeatedly denied it, and ⟦Iraq⟧ rejected the claim.',
    'He said that ⟦Iran⟧ would not negotiate, but the ⟦United States⟧ insisted.',
    '⟦Washington⟧ accused ⟦Tehran⟧ of arming the groups.',
    'He called on ⟦Iran⟧ to answer.',
    'The minister warned ⟦Damascus⟧ and urged ⟦Baghdad⟧ to act.',
    'Tensions between ⟦Washington⟧ and ⟦Tehran⟧ rose after talks with ⟦Iraq⟧ failed.',
    'New sanctions on ⟦Iran⟧ followed ⟦Tehran⟧’s refusal to answer.',
    'The ⟦White House⟧ said the visit was off, and the ⟦Kremlin⟧ confirmed it.',
    'On 8 January ⟦Iran⟧ rejected it, as in 2019 ⟦Moscow⟧ had refused.',
    '⟦Iran⟧ fired missiles, and ⟦Tehran⟧ would pay for it after a warning from ⟦Washington⟧.',
    '⟦Iran⟧ and ⟦Iraq⟧ agree on the border.',
  ])('%s', check);

  it.each([
    'A spokesman in Baghdad said the road was closed.',
    'Officials in Iraq and Iran said the road was closed.',
    'She was born in Mosul, Iraq and studied in Tehran.',
    'A trader from Mosul, Iraq said the road was closed.',
    'The road between Baghdad and Basra is closed.',
    'BAGHDAD (Agency) - The army said the road was closed.',
    'The US-led coalition and an Iraqi general said so.',
    'Baghdad residents said they heard blasts near the United States embassy.',
    'Baghdad will also host the games, and Moscow would be cold.',
    'Moscow protest: thousands march in Iran heat.',
  ])('nothing acts in: %s', check);
});

describe('what acts', () => {
  it('by any sign is what the lexicon lists as a seat of power, whatever is said of it', () => {
    const place = { kind: 'place', country: '', wikidata: '', where: 'test' } as const;
    const described = { descriptionAr: 'عاصمة', descriptionEn: 'Capital of a state' };
    const entries = [
      { ...place, id: 'place/a', ar: ['نوفار'], en: ['Novar'], isSeat: true },
      { ...place, id: 'place/b', ar: ['سالدين'], en: ['Saldin'], isSeat: false },
    ].map((entry) => ({ ...entry, ...described }));
    const { mentions } = createRecogniser(packLexicon(entries, new Map())).recognise(
      'تحسنت العلاقات مع نوفار والعلاقات مع سالدين.',
    );
    expect(mentions.map(({ surface, acts }) => [surface, acts])).toEqual([
      ['نوفار', true],
      ['سالدين', undefined],
    ]);
  });

  it('is a place of the lexicon, never a name of the text alone', () => {
    const word = fc.constantFrom(
      ...[
        'قالت',
        'أعلن',
        'بغداد',
        'العراق',
        'و',
        'وطهران',
        'بين',
        'العلاقات',
        'في',
        'تنفي',
      ],
      ...[
        'Moscow',
        'said',
        'denies',
        'and',
        'between',
        'talks',
        'Iran',
        'the',
        ',',
        '.',
        '"',
      ],
      ...[
        'محمد علي',
        'حزب الله',
        'رويترز',
        'سعد الكوثراني',
        '\n',
        ':',
        '’s',
        'البيت الأبيض',
      ],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (parts) => {
        const { mentions, entities } = recogniser.recognise(parts.join(' '));
        for (const { acts, kind, entityId } of mentions) {
          if (acts === undefined) continue;
          expect(acts).toBe(true);
          expect(mentionTypeOf(kind)).toBe('LOC');
          expect(entities.find(({ id }) => id === entityId)?.source).toBe('lexicon');
        }
      }),
    );
  });
});
