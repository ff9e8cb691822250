import { expect, it } from 'vitest';
import { tellLanguage } from './tell-language';

it.each([
  [
    'ar',
    'قال الوزير إن المفاوضات التي جرت في العاصمة لم تصل إلى نتيجة حتى الآن، وإن جولة أخرى ستعقد بعد أيام.',
  ],
  [
    'fa',
    'رئیس جمهور در نشست خبری گفت که این مذاکرات به نتیجه نرسیده است و دور دیگری از آن برگزار می شود.',
  ],
  [
    'ur',
    'وزیر نے کہا کہ مذاکرات کا یہ دور کسی نتیجے کے بغیر ختم ہو گیا ہے اور اگلا دور جلد ہو گا۔',
  ],
  [
    'en',
    'The minister said that the talks in the capital had ended without a result and would go on in a week.',
  ],
  [
    'fr',
    'Le ministre a dit que les négociations dans la capitale sont terminées sans résultat et que la suite est pour demain.',
  ],
  [
    'de',
    'Der Minister sagte, dass die Gespräche in der Hauptstadt nicht zu einem Ergebnis geführt haben und weitergehen.',
  ],
  [
    'ru',
    'Министр сказал, что переговоры в столице закончились без результата и что они будут продолжены через неделю.',
  ],
  ['he', 'השר אמר כי השיחות בבירה הסתיימו ללא תוצאה'],
  ['ja', '大臣は首都での会談が結果なしに終わったと述べた。'],
  ['zh', '部长表示首都的会谈没有结果，下周将继续举行。'],
  ['und', '2020 – 17:30'],
])('%s', (lang, text) => {
  expect(tellLanguage(text)).toBe(lang);
});

it('tells an Arabic text that quotes English names', () => {
  expect(
    tellLanguage(
      'قالت شركة Harbour Works Limited إن السفينة North Star وصلت إلى الميناء في موعدها.',
    ),
  ).toBe('ar');
});
