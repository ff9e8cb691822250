/**
 * Whether an Arabic and a Latin spelling can be one name: the consonants of
 * both, laid beside each other. Machine translations of gazetteers (Acre →
 * فدان, Kharga → الخرجة) fail here.
 */
const SOUNDS: Readonly<Record<string, string>> = {
  ب: 'bpv',
  ت: 'tT',
  ث: 'Tts',
  ج: 'jgCcz',
  ح: 'h',
  خ: 'Kkh',
  د: 'dDt',
  ذ: 'DTdz',
  ر: 'r',
  ز: 'zZs',
  س: 'sczTx',
  ش: '$sCc',
  ص: 'sc',
  ض: 'dDz',
  ط: 'tT',
  ظ: 'zD',
  غ: 'Ggrj',
  ف: 'fpvw',
  ق: 'qkgGcj',
  ك: 'kgcqxC',
  ل: 'l',
  م: 'm',
  ن: 'n',
};
/** Written by some and left out by others: vowels, h, ayn, the ending ة. */
const SOFT = /[اأإآىيوعهةءؤئ]/;
const LATIN_SOFT = /[aeiouywhv]/;
const DIGRAPHS: readonly [RegExp, string][] = [
  [/sh|sch|ş|š/g, '$'],
  [/kh/g, 'K'],
  [/gh|ğ/g, 'G'],
  [/th/g, 'T'],
  [/dh/g, 'D'],
  [/ch|ç|č/g, 'C'],
  [/zh|ž/g, 'Z'],
];

/** Letters and spaces of English alone; '' when other letters remain. */
export function plainLatin(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u02bb-\u02bf‘’ʻʼ`´']/g, '')
    .replace(/ı/g, 'i')
    .replace(/đ/g, 'd')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .trim();
  return /^[A-Za-z][A-Za-z .-]*$/.test(plain) ? plain : '';
}

function latinConsonants(name: string): string {
  let text = name
    .toLowerCase()
    .replace(/\b(?:al|el|ar|as|ash|at|ad|an|az|ash|eş)[ -](?=[a-z])/g, '');
  for (const [pattern, letter] of DIGRAPHS) text = text.replace(pattern, letter);
  return text.replace(/[^a-zA-Z$]/g, '').replace(/(.)\1+/g, '$1');
}

function arabicConsonants(name: string): string {
  return name
    .replace(/(^| )ال/g, '$1')
    .replace(/[\u064b-\u0652ـ ]/g, '')
    .replace(/تش/g, 'ش')
    .replace(/غي?ه?$/, 'غ');
}

/** How many consonants of one have no counterpart in the other. */
export function distance(arabic: string, latin: string): number {
  const a = arabicConsonants(arabic);
  const b = latinConsonants(latin);
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (let j = 1; j <= b.length; j++) row[j] = (row[j - 1] ?? 0) + latinCost(b[j - 1]);
  for (const letter of a) {
    const cost = SOFT.test(letter) ? 0 : 1;
    const next = [(row[0] ?? 0) + cost];
    for (let j = 1; j <= b.length; j++) {
      const other = b[j - 1] ?? '';
      const same = (SOUNDS[letter] ?? '').includes(other) ? 0 : 2;
      next[j] = Math.min(
        (row[j] ?? 0) + cost,
        (next[j - 1] ?? 0) + latinCost(other),
        (row[j - 1] ?? 0) + same,
      );
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function latinCost(letter: string | undefined): number {
  return letter === undefined || LATIN_SOFT.test(letter) ? 0 : 1;
}

export function soundsAlike(arabic: string, latin: string): boolean {
  const hard = [...arabicConsonants(arabic)].filter(
    (letter) => !SOFT.test(letter),
  ).length;
  return distance(arabic, latin) <= (hard >= 6 ? 1 : 0);
}
