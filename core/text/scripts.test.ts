import { expect, it } from 'vitest';
import { detectLanguage } from './scripts';

it.each([
  ['ar', 'وصل الوفد إلى العاصمة مساء أمس'],
  ['ar', 'قالت شركة Boeing إن الطائرة هبطت في المدرج'],
  ['fa', 'وزیر امور خارجه ایران گفت که گفتگوها ادامه دارد'],
  ['he', 'ראש הממשלה אמר כי הדיון יימשך'],
  ['en', 'The minister said that talks would go on'],
  [
    'fr',
    'Le ministre a dit que les négociations et la trêve sont dans une impasse pour le moment',
  ],
  ['en', ''],
  ['en', '2020 – 31 %'],
])('%s: %s', (language, text) => {
  expect(detectLanguage(text)).toBe(language);
});
