/** The language of a text, from its letters and its smallest words, never from what the page declares. */

type Script =
  | 'arab'
  | 'latn'
  | 'cyrl'
  | 'hebr'
  | 'grek'
  | 'deva'
  | 'beng'
  | 'jpan'
  | 'hang'
  | 'hans'
  | 'thai';

const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['latn', /\p{Script=Latin}/gu],
  ['arab', /\p{Script=Arabic}/gu],
  ['cyrl', /\p{Script=Cyrillic}/gu],
  ['hebr', /\p{Script=Hebrew}/gu],
  ['grek', /\p{Script=Greek}/gu],
  ['deva', /\p{Script=Devanagari}/gu],
  ['beng', /\p{Script=Bengali}/gu],
  ['jpan', /[\u3040-\u30ff]/g],
  ['hang', /\p{Script=Hangul}/gu],
  ['hans', /\p{Script=Han}/gu],
  ['thai', /\p{Script=Thai}/gu],
];

const ONLY_LANGUAGE: Readonly<Partial<Record<Script, string>>> = {
  hebr: 'he',
  grek: 'el',
  deva: 'hi',
  beng: 'bn',
  jpan: 'ja',
  hang: 'ko',
  hans: 'zh',
  thai: 'th',
};

/** Frequent small words, whole, of the languages of one script. */
const WORDS: Readonly<Partial<Record<Script, Readonly<Record<string, string>>>>> = {
  arab: {
    ar: 'في من على إلى أن التي الذي عن مع هذا هذه كان قال بعد ما لا بين أو',
    fa: 'و در به از که این است را با برای های شده می آن شد خود بود',
    ur: 'کے کی میں اور سے ہے کا کو نے پر ہیں کہ تھا',
    ckb: 'لە بە کە ئەو بۆ لەگەڵ ئەم',
  },
  latn: {
    en: 'the of and to in that is was for with on as by it from at are be',
    fr: 'le la les des et en du une dans est que pour qui sur au par pas plus',
    de: 'der die und das den von mit ist nicht im auf für dem ein eine auch sich',
    es: 'el la los de que en las del por con una para se como más lo',
    pt: 'o que do da em os um para com uma não no na dos mais as ao',
    it: 'il di che la per un del è in della con non i gli una sono alla',
    nl: 'de het van een en in dat is op te zijn voor met niet',
    pl: 'w na i z się do że nie jest po od jak przez',
    tr: 've bir bu için ile da de olarak olan daha çok',
    sv: 'och att det som på är av för med inte till',
    no: 'og det er som på av for med ikke til å har',
    da: 'og det er som på af for med ikke til at har',
    id: 'yang dan di dengan untuk pada ini itu dari tidak',
    vi: 'của và là có trong cho được không với các',
    ro: 'și de la în a cu pe care nu din este',
    cs: 'a se na je v že s z do o který',
    hu: 'a az és hogy nem egy is meg van',
    fi: 'ja on ei että se oli hän mutta ovat',
  },
  cyrl: {
    ru: 'и в не на что с он как это по но из его',
    uk: 'і в не на що з він як це та до його від',
    bg: 'и на в да се за от е по с не',
  },
};

/** Enough of a text to tell. */
const SAMPLE = 4_000;

/** ISO 639-1 (639-2 where there is none); `und` for a text without letters. */
export function tellLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = mainScript(sample);
  if (script === null) return 'und';
  const rivals = WORDS[script];
  if (rivals === undefined) return ONLY_LANGUAGE[script] ?? 'und';
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best = script === 'arab' ? 'ar' : script === 'cyrl' ? 'ru' : 'en';
  let most = 0;
  for (const [lang, list] of Object.entries(rivals)) {
    const small = new Set(list.split(' '));
    const hits = words.filter((word) => small.has(word)).length;
    if (hits > most) {
      best = lang;
      most = hits;
    }
  }
  return best;
}

function mainScript(text: string): Script | null {
  let best: Script | null = null;
  let most = 0;
  const counts = new Map<Script, number>();
  for (const [script, letters] of SCRIPTS) {
    const count = text.match(letters)?.length ?? 0;
    counts.set(script, count);
    if (count > most) {
      best = script;
      most = count;
    }
  }
  // Japanese is written mostly in Han characters, and kana tell it.
  if (best === 'hans' && (counts.get('jpan') ?? 0) > most * 0.1) return 'jpan';
  return best;
}
