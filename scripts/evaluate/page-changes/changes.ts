/** What happens to a news page between two visits. Each change is given a page and makes another. */
import type { Random } from './random';
import { fresh, type Piece, type TracedPage } from './traced-text';

export interface Change {
  name: string;
  /** Only for texts in Arabic letters, or only for others. */
  script?: 'Arabic' | 'Latin';
  apply(page: TracedPage, world: World): TracedPage;
}

export interface World {
  random: Random;
  /** Words of other articles of the same language. */
  words: readonly string[];
  /** Paragraphs of other articles of the same language. */
  paragraphs: readonly string[];
}

const isWord = (piece: Piece) => /[\p{L}\p{N}]/u.test(piece.text);
const newParagraph = (text: string): Piece[] => [fresh(text)];

function eachPiece(
  page: TracedPage,
  change: (piece: Piece) => Piece | Piece[],
): TracedPage {
  return page.map((pieces) => pieces.flatMap(change));
}

function eachText(page: TracedPage, change: (text: string) => string): TracedPage {
  return eachPiece(page, (piece) => ({ ...piece, text: change(piece.text) }));
}

/** Of the words touched, most are replaced, some go, some come. */
export function editWords(share: number): Change['apply'] {
  return (page, { random, words }) =>
    eachPiece(page, (piece) => {
      if (!isWord(piece) || !random.chance(share)) return piece;
      const kind = random.next();
      if (kind < 0.8) return { ...piece, text: random.pick(words), isReplaced: true };
      if (kind < 0.9) return { ...piece, text: '', isReplaced: true };
      return [piece, fresh(' '), fresh(random.pick(words))];
    });
}

const insertAds: Change['apply'] = (page, { random, paragraphs }) =>
  page.flatMap((pieces) =>
    random.chance(0.4)
      ? [newParagraph(random.pick(paragraphs).slice(0, 140)), pieces]
      : [pieces],
  );

const rewrap: Change['apply'] = (page, { random }) =>
  eachPiece(page, (piece) =>
    piece.text === ' '
      ? { ...piece, text: random.pick([' ', '  ', '\u00a0', '\n   ', '\t']) }
      : piece,
  );

const addZeroWidth: Change['apply'] = (page, { random }) =>
  eachText(page, (text) =>
    text.length > 2 && random.chance(0.3)
      ? `${text.slice(0, 2)}${random.pick(['\u200b', '\u200c', '\u00ad', '\u200f', '\ufeff'])}${text.slice(2)}`
      : text,
  );

/** Sentences end at a full stop or a question mark with a space after it. */
function sentencesOf(pieces: Piece[]): Piece[][] {
  const sentences: Piece[][] = [[]];
  pieces.forEach((piece, index) => {
    sentences.at(-1)?.push(piece);
    const after = pieces[index + 1]?.text;
    if (/[.!?؟]/.test(piece.text) && after === ' ') sentences.push([]);
  });
  return sentences.filter((sentence) => sentence.length > 0);
}

const splitParagraphs: Change['apply'] = (page) => page.flatMap(sentencesOf);

const joinParagraphs: Change['apply'] = (page) => {
  const joined: TracedPage = [];
  page.forEach((pieces, index) => {
    if (index % 3 === 0) joined.push([...pieces]);
    else joined.at(-1)?.push(fresh(' '), ...pieces);
  });
  return joined;
};

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let at = copy.length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
  }
  return copy;
}

/** Pull quotes and teasers: sentences and whole paragraphs stand a second time. */
const duplicate: Change['apply'] = (page, { random }) =>
  page.flatMap((pieces) => {
    if (!random.chance(0.3)) return [pieces];
    const source = random.pick(page);
    const part = random.chance(0.2) ? source : random.pick(sentencesOf(source));
    const copy = part.map((piece) => fresh(piece.text));
    return random.chance(0.5) ? [copy, pieces] : [pieces, copy];
  });

const repunctuate: Change['apply'] = (page, { random }) =>
  eachPiece(page, (piece) => {
    if (/["'“”«»‘’]/.test(piece.text)) {
      return { ...piece, text: random.pick(['"', '“', '”', '«', '’', '']) };
    }
    if (/[-–—]/.test(piece.text)) {
      return { ...piece, text: random.pick(['-', '–', '—', '‑']) };
    }
    if (/[,،؛;:.]/.test(piece.text) && random.chance(0.4)) {
      return { ...piece, text: random.pick(['', ',', '،', '.', ';']) };
    }
    return isWord(piece) && random.chance(0.05) ? [piece, fresh(',')] : piece;
  });

const HARAKAT = ['\u064b', '\u064e', '\u064f', '\u0650', '\u0651', '\u0652'];

const addTashkeel: Change['apply'] = (page, { random }) =>
  eachText(page, (text) =>
    Array.from(text, (char) =>
      /[\u0621-\u064a]/.test(char) && random.chance(0.5)
        ? char + random.pick(HARAKAT)
        : char,
    ).join(''),
  );

const addTatweel: Change['apply'] = (page, { random }) =>
  eachText(page, (text) =>
    /^[\u0620-\u064a]{3,}$/.test(text) && random.chance(0.4)
      ? `${text.slice(0, 2)}ـــ${text.slice(2)}`
      : text,
  );

const respellHamza: Change['apply'] = (page, { random }) =>
  eachText(page, (text) =>
    text
      .replace(/[أإآا]/g, (alef) =>
        random.chance(0.5) ? random.pick(['ا', 'أ', 'إ']) : alef,
      )
      .replace(/ى$/, random.pick(['ي', 'ى']))
      .replace(/ة$/, random.pick(['ه', 'ة']))
      .replace(/ي$/, random.pick(['ى', 'ي', 'ی']))
      .replace(/ك/g, random.pick(['ک', 'ك'])),
  );

const changeDigits: Change['apply'] = (page) =>
  eachText(page, (text) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
  );

const mistype: Change['apply'] = (page, { random }) =>
  eachText(page, (text) => {
    if (text.length < 4 || !random.chance(0.12)) return text;
    const at = 1 + random.below(text.length - 2);
    return random.pick([
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + text.charAt(at) + text.slice(at),
      text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
    ]);
  });

const addNotes: Change['apply'] = (page, { random }) =>
  eachPiece(page, (piece) =>
    isWord(piece) && random.chance(0.06)
      ? [piece, fresh(`[${random.below(30) + 1}]`)]
      : piece,
  );

const redesign: Change['apply'] = (page, world) => {
  const list = Array.from({ length: 12 }, () =>
    newParagraph(world.random.pick(world.paragraphs).slice(0, 90)),
  );
  return [
    ...list,
    ...rewrap(splitParagraphs(insertAds(page, world), world), world),
    ...list,
  ];
};

const paywall: Change['apply'] = (page, { random, paragraphs }) => [
  ...page.slice(0, Math.ceil(page.length * 0.35)),
  newParagraph(random.pick(paragraphs)),
];

const deleteParagraphs: Change['apply'] = (page, { random }) =>
  page.filter(() => !random.chance(0.4));

const deleteSentences: Change['apply'] = (page, { random }) =>
  page.map((pieces) =>
    sentencesOf(pieces)
      .filter(() => !random.chance(0.4))
      .flat(),
  );

const replaceSentences: Change['apply'] = (page, { random, paragraphs }) =>
  page.map((pieces) =>
    sentencesOf(pieces).flatMap((sentence) =>
      random.chance(0.4) ? [fresh(random.pick(paragraphs).slice(0, 150))] : sentence,
    ),
  );

const wrongPage: Change['apply'] = (page, { random, paragraphs }) =>
  page.map(() => newParagraph(random.pick(paragraphs)));

export const CHANGES: readonly Change[] = [
  { name: 'none', apply: (page) => page },
  { name: 'ads', apply: insertAds },
  { name: 'white space', apply: rewrap },
  { name: 'zero-width', apply: addZeroWidth },
  { name: 'split', apply: splitParagraphs },
  { name: 'joined', apply: joinParagraphs },
  { name: 'reordered', apply: (page, { random }) => shuffled(page, random) },
  { name: 'duplicates', apply: duplicate },
  { name: 'punctuation', apply: repunctuate },
  { name: 'notes', apply: addNotes },
  { name: 'NFD', apply: (page) => eachText(page, (text) => text.normalize('NFD')) },
  { name: 'digits', apply: changeDigits },
  { name: 'tashkeel', script: 'Arabic', apply: addTashkeel },
  { name: 'tatweel', script: 'Arabic', apply: addTatweel },
  { name: 'hamza', script: 'Arabic', apply: respellHamza },
  {
    name: 'capitals',
    script: 'Latin',
    apply: (page) => eachText(page, (text) => text.toUpperCase()),
  },
  {
    name: 'no accents',
    script: 'Latin',
    apply: (page) =>
      eachText(page, (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')),
  },
  { name: 'typing errors', apply: mistype },
  { name: 'redesign', apply: redesign },
  { name: 'edits 5 %', apply: editWords(0.05) },
  { name: 'edits 10 %', apply: editWords(0.1) },
  { name: 'edits 20 %', apply: editWords(0.2) },
  { name: 'edits 30 %', apply: editWords(0.3) },
  { name: 'edits 40 %', apply: editWords(0.4) },
  {
    name: 'edits 20 %, redesign',
    apply: (page, world) => redesign(editWords(0.2)(page, world), world),
  },
  { name: 'paywall', apply: paywall },
  { name: 'paragraphs deleted', apply: deleteParagraphs },
  { name: 'sentences deleted', apply: deleteSentences },
  { name: 'sentences replaced', apply: replaceSentences },
  { name: 'wrong page', apply: wrongPage },
];
