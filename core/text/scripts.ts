/** Scripts of letters, and the language a text is written in, told from its letters alone. */

export type Script = 'arab' | 'latn' | 'hebr' | 'other';

export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x250) return 'latn';
  if (codePoint >= 0x590 && codePoint <= 0x5ff) return 'hebr';
  if (
    (codePoint >= 0x600 && codePoint <= 0x6ff) ||
    (codePoint >= 0x750 && codePoint <= 0x77f) ||
    (codePoint >= 0x8a0 && codePoint <= 0x8ff) ||
    (codePoint >= 0xfb50 && codePoint <= 0xfdff) ||
    (codePoint >= 0xfe70 && codePoint <= 0xfefc)
  ) {
    return 'arab';
  }
  if (codePoint >= 0x1e00 && codePoint <= 0x1eff) return 'latn';
  return 'other';
}

/** The most a language is told from: a long text says no more than its beginning. */
const SAMPLE = 20_000;

/** Letters and words that one language has and its neighbours in the script have not. */
const PERSIAN = /[پچژگیک]/g;
const URDU = /[ٹڈڑںےہ]/g;
const KURDISH = /[ڕڵۆێ]/g;
/** With the article: Persian has its letters, but seldom the word. */
const ARABIC_ONLY = /[ةىيكأإ]|(?:^|\s)[وفبك]?ال/gm;

const LATIN_WORDS: readonly [string, RegExp][] = [
  ['en', /\b(?:the|and|of|to|in|that|was|for|with|said|is|on)\b/gi],
  ['fr', /\b(?:le|la|les|des|et|une|est|que|dans|pour|qui|au)\b/gi],
  ['de', /\b(?:der|die|das|und|ist|nicht|mit|den|von|ein|zu|auf)\b/gi],
  ['es', /\b(?:el|los|las|que|una|por|con|del|para|se|como|y)\b/gi],
  ['tr', /\b(?:ve|bir|bu|için|ile|olarak|daha|olan|da|de|çok|ne)\b/gi],
];

/** ISO 639-1; `en` when nothing tells. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const arab = count(sample, /[\u0620-\u064a\u066e-\u06d3]/g);
  const latn = count(sample, /[A-Za-z\u00c0-\u024f]/g);
  const hebr = count(sample, /[\u05d0-\u05ea]/g);
  if (arab === 0 && latn === 0 && hebr === 0) return 'en';
  if (hebr > arab && hebr > latn) return 'he';
  // A name or two in Latin letters weighs little in an Arabic report.
  if (arab >= latn) return arabicScriptLanguage(sample);
  return latinLanguage(sample);
}

function arabicScriptLanguage(sample: string): string {
  const persian = count(sample, PERSIAN);
  const arabic = count(sample, ARABIC_ONLY);
  if (persian <= arabic) return 'ar';
  if (count(sample, URDU) * 5 > persian) return 'ur';
  if (count(sample, KURDISH) * 8 > persian) return 'ckb';
  return 'fa';
}

function latinLanguage(sample: string): string {
  let best = 'en';
  let most = 0;
  for (const [language, words] of LATIN_WORDS) {
    const hits = count(sample, words);
    if (hits > most) {
      most = hits;
      best = language;
    }
  }
  return best;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
