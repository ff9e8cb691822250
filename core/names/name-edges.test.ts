import { describe, expect, it } from 'vitest';
import {
  markNames,
  recogniserByRules,
  recogniserOfProduct,
  withoutMarks,
} from '@/test/recognisers';

describe.each([
  ['as the product reads', recogniserOfProduct()],
  ['by the lexicon and the rules alone', recogniserByRules()],
])('where a name begins and ends, %s', (_, recogniser) => {
  const check = (expected: string) => {
    const text = withoutMarks(expected);
    expect(markNames(text, recogniser.recognise(text).mentions)).toBe(expected);
  };

  it.each([
    'قال المتحدث لـ⟦CNN⟧ إن الأمر انتهى.',
    'قال المتحدث لـ ⟦CNN⟧ إن الأمر انتهى.',
    'صرح لـ(⟦NPR⟧) ولـ⟦Reuters⟧ وبـ"⟦BBC⟧" أمس.',
    'وقالت الـ⟦CNN⟧ إن الأمر انتهى. ونقلت الـ⟦BBC⟧ الخبر.',
    'قال المسؤول لـ(⟦رويترز⟧) ولـ"⟦رويترز⟧" ولـ«⟦رويترز⟧» إن الأمر انتهى.',
    'اجتمع الوفد بـ⟦الرياض⟧ أمس، ثم بـ ⟦الرياض⟧ اليوم.',
    'عقد الاجتماع بـــ⟦الرياض⟧ أمس.',
    'زيارة لـ⟦محمد بن سلمان⟧ وبيان لـ⟦حزب الله⟧ ولـ"⟦حزب الله⟧".',
    'أعلنت ⟦باريس⟧ وـ⟦لندن⟧ تأييد البيان.',
  ])('behind a clitic and a tatweel: %s', check);

  it.each([
    'نقلت صحيفة سورية عن شهود أن الطريق مغلق.',
    'قال مصدر من ⟦سورية⟧ لصحيفة سورية إن الطريق مغلق.',
    'وصل الوفد إلى شمال ⟦سوريا⟧ أمس.',
    'وقف على الضفة الأخرى للنهر.',
  ])('of a country or a region, and not of its adjective: %s', check);

  it.each([
    "The ⟦Kurdistan Workers' Party⟧ said on Monday that it would disband.",
    'The ⟦Kurdistan Workers’ Party⟧ said on Monday that it would disband.',
    "⟦KURDISTAN WORKERS' PARTY⟧ DISBANDS",
    "He met a group of ⟦Kurdistan⟧ workers' leaders.",
    "They met in ⟦Kurdistan⟧.\n\nThe workers' party was long.",
  ])('with the apostrophe of a plural in it: %s', check);
});
