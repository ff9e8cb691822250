/**
 * Derives `places/gazetteer.tsv` from two gazetteers: towns and regions whose
 * Arabic name sounds like the English one, is not a word or a person's name,
 * and stands as a place in news. The file is committed; this is how it came
 * about (docs/data.md).
 *
 *     xzcat RAW_ARABIC… | npx tsx lexicon/derive/places.ts GAZETTEER.tsv…
 *
 * Gazetteers: type, Wikidata, country, English, Arabic (parted by |), people.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { placeSigns } from '../../core/language/ar/bodies';
import { people } from '../../core/language/ar/people';
import { spell } from '../../core/text/spelling';
import { collectWords } from '../collect-words';
import { keysOf } from '../pack-lexicon';
import { readEntries } from '../read-sources';
import { describePlace } from './describe-place';
import { plainLatin, soundsAlike } from './same-sound';

const OUT = join(import.meta.dirname, '..', 'places', 'gazetteer.tsv');

/** Every place of these counts; of the rest of the world only what is large. */
const NEAR = new Set(
  'EG SA AE QA BH KW OM YE IQ SY LB JO PS IL LY TN DZ MA MR SD SS SO DJ KM IR TR'.split(
    ' ',
  ),
);
const LARGE = 250_000;
/** Words that have other senses than the town of that name, found by reading. */
const LEFT_OUT = new Set(
  `منصورة البلد الصدر الساحل الشرق التحرير الظاهر العين عين الصعيد البستان الضواحي جزيرة ميدان دلتا ماري كيب قصر إسكان قلعة
  كونغو زائير كولون البلدة ذباب خارف سحار شدا حيران مزهر مجزر العرش العبر القصر القصور الواد الجمرك المحجر الكرس الكوم ماسكارا
  الحزم الروضة الزهرة الزهراء نعمان المتون السودة الغيل التعزية الشيخ عثمان نصر الشامية الصومالية أجا سافانا لاتينا كارولينا فيكتوريا
  ويجان عيون سراب نوى بستان الشاهل الصبرة المنتزه بهجة بور خور قارة القارة الصالحية النزهة المنشية البساتين تاتا روضة رابا تربة
  الرويس شرفات فرديس كيار سبأ نيما جاسم ثول الحفة حارم المتن الطفة الحوز الدانا سيرت جيهان كريم دوز منوبة أروى بنش
  المصلوب القفر المنيرة الخبت المفلحي منبه الدبة موزع رينان رينيه ألبو بالو بولو تشينار ماماك تيكمان ماكو خمام كيلان رواندز
  بايجي سيدروت كادوقلي الغيظة المخاء ايمين لوان شيان هونان تشانغي آرال كوجالي إرزين سروج الباويطى جلاجل أرما أتيل
  نان دوا زيري أباي أدو ألو أروا كايي نارين أيلوك سارك نغورا أنيجا سعير عرابة برقين
  ريدكتو ميناتو ميرسيس سانت لويس أوكلاندز لامو أستي أباك ريزال كوشي بونتي كابوي كاندي جيجا ناها تانجا مانتا عزيزية محمودية حسينية`
    .split(/\s+/)
    .concat(
      'دار السلام',
      'الشيخ عثمان',
      'كوي سنجق',
      'ألبو كمال',
      'سيدي إبراهيم',
      'سانت لويس',
      'ويست إند',
    )
    .map((word) => keysOf(word).join(' ')),
);

interface Place {
  type: string;
  wikidata: string;
  country: string;
  english: string;
  arabic: string;
  keys: string;
  people: number;
}

interface Count {
  all: number;
  /** After مدينة, محافظة … */
  signed: number;
  /** After في, إلى, من … */
  located: number;
}

const UNITS =
  /^(?:محافظة|منطقة|مدينة|مديرية|ولاية|قضاء|ناحية|مقاطعة|إقليم|بلدية|مركز|قسم|حي|بلدة|قرية) /;

function cleanArabic(name: string): string {
  return name
    .replace(/[\u064b-\u0652ـ\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(UNITS, '');
}

function readGazetteer(path: string): Place[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [type = '', wikidata = '', country = '', name = '', names = '', count = ''] =
        line.split('\t');
      if (!/^(?:city|state|region|county|locality)/.test(type)) return [];
      const number = Number(count) || 0;
      const region = /^(?:state|region)/.test(type);
      if (!NEAR.has(country) && number < LARGE && !region) return [];
      if (!NEAR.has(country) && /county|metropolitan|banner/.test(type)) return [];
      if (type === 'locality' && number < 2000) return [];
      const english = plainLatin(name).replace(/ -/g, '-');
      if (english === '' || english.length < 3) return [];
      return names.split('|').flatMap((written) => {
        const arabic = cleanArabic(written);
        const plain = /^[ء-ي]{2,}(?: [ء-ي]{2,}){0,2}$/.test(arabic);
        if (!plain || arabic.replace(/^ال/, '').length < 3) return [];
        if (!soundsAlike(arabic, english)) return [];
        const keys = keysOf(arabic).join(' ');
        const id = /^Q\d+$/.test(wikidata) ? wikidata : '';
        return [{ type, wikidata: id, country, english, arabic, keys, people: number }];
      });
    });
}

const IN = new Set(['في', 'الي', 'من', 'نحو', 'قرب', 'بين', 'علي', 'مدن', 'بلدات']);

/** Counts of each name in raw text: everywhere, after a sign of places, after a preposition. */
async function countNames(names: ReadonlySet<string>): Promise<Map<string, Count>> {
  const counts = new Map<string, Count>();
  const first = new Set([...names].map((name) => name.split(' ')[0] ?? ''));
  for await (const line of createInterface({ input: process.stdin })) {
    const words = [...line.matchAll(/[\u0620-\u065f\u0670-\u06d3]+/gu)].map(([word]) =>
      spell(word),
    );
    for (const [at, word] of words.entries()) {
      const before = words[at - 1] ?? '';
      for (const [start, clitic] of startsOf(word)) {
        if (!first.has(start)) continue;
        let name = '';
        for (let length = 1; length <= 3; length++) {
          name = length === 1 ? start : `${name} ${words[at + length - 1] ?? ''}`;
          if (!names.has(name)) continue;
          const count = counts.get(name) ?? { all: 0, signed: 0, located: 0 };
          count.all++;
          if (placeSigns.has(before)) count.signed++;
          else if (clitic === 'ب' || IN.has(before)) count.located++;
          counts.set(name, count);
        }
      }
    }
  }
  return counts;
}

function startsOf(word: string): [string, string][] {
  const starts: [string, string][] = [[word, '']];
  const clitic = word[0] ?? '';
  if (clitic === 'و' || clitic === 'ب') starts.push([word.slice(1), clitic]);
  if (word.startsWith('لل')) starts.push([`ا${word.slice(1)}`, 'ل']);
  return starts;
}

const words = collectWords();

/** '' to take it, '~' to take it with a sign, null to leave it. */
function judge(place: Place, count: Count): '' | '~' | null {
  if (LEFT_OUT.has(place.keys)) return null;
  const parts = place.keys.split(' ');
  const known = parts.map((part) => words.get(part) ?? 0);
  const single = parts.length === 1;
  const role = people.titles.has(place.keys) || people.roles.has(place.keys);
  if (single && role) return null;
  // A name made of people's names only is someone: علي الجبوري.
  if (!single && known.every((bits) => (bits & (1 | 2)) !== 0)) return null;
  const shown = count.signed + count.located / 4;
  const share = (count.signed + count.located) / count.all;
  // Small places stand in the news of some years by chance; two gazetteers that agree will do.
  if (count.all === 0) {
    const unlike = known.every((bits) => bits === 0) && place.keys.length >= 5;
    return unlike &&
      NEAR.has(place.country) &&
      agreed.has(`${place.country} ${place.keys}`)
      ? ''
      : null;
  }
  if (!NEAR.has(place.country)) {
    return count.all >= 3 && share >= 0.3 && known.every((bits) => bits === 0)
      ? ''
      : null;
  }
  if (single && known[0] !== 0) {
    return count.signed >= 5 && count.signed / count.all >= 0.15 ? '~' : null;
  }
  if (single && place.keys.length < 4) {
    return count.signed >= 3 && share > 0.2 ? '~' : null;
  }
  if (share >= 0.3 && shown >= 0.75) return '';
  return count.signed >= 2 ? '~' : null;
}

function agreedNames(): Set<string> {
  const seen = files.map(
    (places) => new Set(places.map((one) => `${one.country} ${one.keys}`)),
  );
  const [first = new Set<string>(), ...others] = seen;
  return new Set([...first].filter((name) => others.some((other) => other.has(name))));
}

function slug(english: string): string {
  return english
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Ids that the gazetteer gives to one name only. */
function sureIds(places: readonly Place[]): Map<string, string> {
  const names = new Map<string, Set<string>>();
  for (const { wikidata, keys } of places) {
    if (wikidata === '') continue;
    names.set(wikidata, (names.get(wikidata) ?? new Set()).add(keys));
  }
  return new Map(
    [...names].filter(([, own]) => own.size === 1).map(([id, [name = '']]) => [id, name]),
  );
}

const written = readEntries().filter(({ where }) => !where.includes(basename(OUT)));
const takenNames = new Set(
  written.flatMap(({ ar }) => ar.map((name) => keysOf(name.replace('~', '')).join(' '))),
);
const takenEnglish = new Set(
  written.flatMap(({ en, country }) => en.map((name) => `${country} ${slug(name)}`)),
);
const takenIds = new Set(written.map(({ id }) => id));
const files = process.argv.slice(2).map(readGazetteer);
const all = files.flat();
/** Arabic names that two gazetteers give. */
const agreed = agreedNames();
/** The English of the first gazetteer that has the name: the later ones spell as they please. */
const usualEnglish = new Map(
  [...all].reverse().map((one) => [`${one.country} ${one.keys}`, one.english]),
);
const ids = sureIds(all);
const candidates = all
  .filter(
    ({ keys, country, english }) =>
      !takenNames.has(keys) && !takenEnglish.has(`${country} ${slug(english)}`),
  )
  .sort(
    (a, b) =>
      b.people - a.people ||
      Number(b.wikidata !== '') - Number(a.wikidata !== '') ||
      a.english.length - b.english.length,
  );
const counts = await countNames(new Set(candidates.map(({ keys }) => keys)));
const taken = new Set<string>();
const lines: string[] = [];
for (const place of candidates) {
  const { keys, country, arabic, wikidata } = place;
  const english = usualEnglish.get(`${country} ${keys}`) ?? place.english;
  const id = [
    `place/${slug(english)}`,
    `place/${slug(english)}-${country.toLowerCase()}`,
  ];
  const free = id.find((one) => !takenIds.has(one));
  if (taken.has(keys) || taken.has(`${country} ${slug(english)}`) || free === undefined)
    continue;
  const mark = judge(place, counts.get(keys) ?? { all: 0, signed: 0, located: 0 });
  if (mark === null) continue;
  taken.add(keys).add(`${country} ${slug(english)}`);
  takenIds.add(free);
  const sureId = ids.get(wikidata) === keys ? wikidata : '';
  const fields = [free, 'place', mark + arabic, english, country, sureId];
  lines.push([...fields, ...describePlace(place.type, country, place.people)].join('\t'));
}
const head =
  "# Derived by derive/places.ts from dr5hn/countries-states-cities-database (ODbL 1.0) and Who's On First (CC BY 4.0)\n# id\tkind\tArabic\tEnglish\tcountry\tWikidata\tin Arabic\tin English\n";
writeFileSync(OUT, `${head}${lines.sort().join('\n')}\n`);
process.stderr.write(`${candidates.length} candidates, ${lines.length} places\n`);
