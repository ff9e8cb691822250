import { expect, it } from 'vitest';
import { packLexicon } from '../../lexicon/pack-lexicon';
import type { SourceEntry } from '../../lexicon/read-sources';
import { WORD } from './lexicon-format';
import { createRecogniser } from './recogniser';

const KINDS = { per: 'person', org: 'organisation', place: 'place' } as const;
const entry = (id: string, ar: string[]): SourceEntry => ({
  where: 'test',
  id,
  kind: KINDS[id.split('/')[0] as keyof typeof KINDS],
  ar,
  en: [id],
  country: '',
  wikidata: '',
  descriptionAr: '',
  descriptionEn: '',
  isSeat: false,
});

const recogniser = createRecogniser(
  packLexicon(
    [
      entry('per/salman', ['سلمان بن عبد العزيز', 'الملك سلمان']),
      entry('per/nasrallah', ['حسن نصر الله']),
      entry('per/medvedev', ['دميتري مدفيديف', 'مدفيديف']),
      entry('org/riyadh-newspaper', ['صحيفة الرياض', '~الرياض']),
      entry('place/riyadh', ['الرياض']),
      entry('place/jeddah', ['جدة']),
      entry('place/sirte', ['سرت']),
    ],
    new Map([
      ['دانييل', WORD.given | WORD.sure],
      ['كسرت', WORD.whole],
    ]),
  ),
);
const paint = (text: string) =>
  recogniser.recognise(text).mentions.map(({ surface, entityId }) => [surface, entityId]);

it.each([
  ['وصل الملك سلمان أمس', [['سلمان', 'per/salman']]],
  ['قالت صحيفة الرياض أمس', [['الرياض', 'org/riyadh-newspaper']]],
  ['وصل إلى الرياض أمس', [['الرياض', 'place/riyadh']]],
])('leaves what only describes out of the paint: %s', (text, mentions) => {
  expect(paint(text)).toEqual(mentions);
});

it.each([
  ['وصل إلى جدة أمس', [['جدة', 'place/jeddah']]],
  ['وصل الى جده امس', [['جده', 'place/jeddah']]],
  ['وصل في سيارة مع جده أمس', []],
])('reads ه as ة only from those who write it so: %s', (text, mentions) => {
  expect(paint(text)).toEqual(mentions);
});

it.each([
  ['معارك في سرت أمس', [['سرت', 'place/sirte']]],
  ['كسرت يدها أمس', []],
])('takes no clitic off a word that is whole: %s', (text, mentions) => {
  expect(paint(text)).toEqual(mentions);
});

it('calls no one by the second half of a compound', () => {
  expect(paint('قال حسن نصر الله أمس. الحمد الله. وقال نصر الله')).toEqual([
    ['حسن نصر الله', 'per/nasrallah'],
    ['نصر الله', 'per/nasrallah'],
  ]);
});

it('gives a family name to the one of the text who bears it', () => {
  const [full, short] = paint('فاز دانييل مدفيديف أمس. وقال مدفيديف إنه سعيد.');
  expect(full).toEqual(['دانييل مدفيديف', 'text/person/دانييل مدفيديف']);
  expect(short).toEqual(['مدفيديف', 'text/person/دانييل مدفيديف']);
});
