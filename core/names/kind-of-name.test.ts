import { describe, expect, it } from 'vitest';
import { recogniserOfProduct } from '@/test/recognisers';

const recogniser = recogniserOfProduct();

function kinds(text: string): string[] {
  return recogniser
    .recognise(text)
    .mentions.map(({ surface, kind }) => `${surface}: ${kind}`);
}

/** Each source of names: the lexicon, the nouns of bodies and places, nationalities, the tagger. */
describe('the finer kind of a name', () => {
  it.each([
    [
      'سافر من العراق إلى سوريا ثم إلى الولايات المتحدة وجنوب أفريقيا.',
      ['العراق: state', 'سوريا: state', 'الولايات المتحدة: state', 'جنوب أفريقيا: state'],
    ],
    [
      'أعلنت كتائب الفرقان مسؤوليتها، ونفى لواء الأقصى ذلك.',
      ['كتائب الفرقان: group', 'لواء الأقصى: group'],
    ],
    [
      'انضم إلى حركة النجباء، وأسس حزب الاستقامة المغربي مكتبا.',
      ['حركة النجباء: group', 'حزب الاستقامة المغربي: group'],
    ],
    ['بايع تنظيم حراس الدين جماعة أخرى.', ['حراس الدين: group']],
    [
      'هاجم الحوثيون وقوات سوريا الديمقراطية المدينة.',
      ['الحوثيون: group', 'قوات سوريا الديمقراطية: group'],
    ],
    [
      'التقى وفدا من الحزب المسيحي الاجتماعي البافاري في برلين.',
      ['الحزب المسيحي الاجتماعي البافاري: group', 'برلين: place'],
    ],
    [
      'وصل إلى مطار عرعر ثم إلى مطار معيتيقة.',
      ['مطار عرعر: facility', 'مطار معيتيقة: facility'],
    ],
    [
      'قصف قاعدة الوطية الجوية وميناء رأس لانوف.',
      ['قاعدة الوطية الجوية: facility', 'ميناء رأس لانوف: facility'],
    ],
    [
      'انهار سد الرستن وفر سجناء من سجن غويران قرب معبر نصيب.',
      ['سد الرستن: facility', 'سجن غويران: facility', 'معبر نصيب: facility'],
    ],
    [
      'عبروا جسر الصرافية إلى مستشفى الشفاء ومسجد الحسين.',
      ['جسر الصرافية: facility', 'مستشفى الشفاء: facility', 'مسجد الحسين: facility'],
    ],
    [
      'نقلوا إلى مخيم اليرموك ومخيم الزعتري.',
      ['مخيم اليرموك: place', 'مخيم الزعتري: place'],
    ],
    [
      'وصل الجيش التركي والبرلمان العراقي وجامعة حلب.',
      [
        'الجيش التركي: organisation',
        'البرلمان العراقي: organisation',
        'جامعة حلب: organisation',
      ],
    ],
    ['عبر نهر دجلة وجبل سنجار.', ['نهر دجلة: place', 'جبل سنجار: place']],
    [
      'The Free Syrian Army attacked Mosul Dam and Kuweires Airport.',
      ['Free Syrian Army: group', 'Mosul Dam: facility', 'Kuweires Airport: facility'],
    ],
    [
      'He was held in Evin Prison and flew from Benina Airport to Al Udeid Air Base.',
      [
        'Evin Prison: facility',
        'Benina Airport: facility',
        'Al Udeid Air Base: facility',
      ],
    ],
    [
      'The Fatemiyoun Brigade and Harakat al-Nujaba denied it.',
      ['Fatemiyoun Brigade: group', 'Harakat al-Nujaba: group'],
    ],
    ['The Egyptian Army agreed.', ['Egyptian Army: organisation']],
    ['The Sultan Murad Brigade entered the town.', ['Murad Brigade: group']],
    [
      "The Workers' Party of Korea met the Free University of Ruritania.",
      ["Workers' Party of Korea: group", 'Free University of Ruritania: organisation'],
    ],
  ])('%s', (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});
