/** Packs entries and words into the layout of `core/names/lexicon-format.ts`. */
import { ENTITY_KINDS } from '../core/model/entity';
import {
  ENTITY_FIELDS,
  FLAGS,
  itemSize,
  LONGER,
  MAGIC,
  SEAT,
  SECTIONS,
  type Section,
} from '../core/names/lexicon-format';
import { HASH_START, type HashState, hashWord } from '../core/names/lexicon-hash';
import { tokenise } from '../core/text/tokens';
import { keyOf } from '../core/text/word-key';
import type { SourceEntry } from './read-sources';

/** The words of a name as the matcher sees them. */
export function keysOf(name: string): string[] {
  return tokenise(name)
    .filter((token) => token.kind !== 'mark')
    .flatMap((token) => keyOf(token).split(' '));
}

interface Phrase {
  state: HashState;
  longer: boolean;
  readings: Map<number, number>;
}

/** Capitals only (with digits): the name is told from a word by them. */
function isAcronym(name: string): boolean {
  return /^[A-Z0-9.&-]{2,6}$/.test(name) && /[A-Z]/.test(name);
}

/** Words before a family name that belong to it: آل سعود, بن سلمان, أبو مازن, van der Leyen. */
const PARTICLES = new Set(
  'ال بن ابو عبد ام بو ذو دي دا فان فون دو لو لا al el bin ibn abu abd ben van von der de da di du le la bou ould'.split(
    ' ',
  ),
);

/** Second halves of compounds: no one is called الله for نصر الله. */
const HALVES = new Set(
  'الله الدين الرحمن العزيز العابدين الاسلام الحق الزمان الملك الناصر القادر الكريم'.split(
    ' ',
  ),
);

/** What tells one bearer of a name from another, and words that no one may be called by alone. */
const NUMBERS = new Set(
  'الاول الثاني الثالث الرابع الخامس السادس السابع الثامن عشر الاب الابن الاصغر الاكبر حتي ii iii iv vi xvi jr sr'.split(
    ' ',
  ),
);

/** The last part of a person's name, by which later mentions call them. */
export function familyKeys(keys: readonly string[]): string[] | null {
  let at = keys.length - 1;
  const last = keys[at] ?? '';
  if (NUMBERS.has(last) || last.length < 3) return null;
  if (at > 0 && HALVES.has(last)) at--;
  while (at > 0 && PARTICLES.has(keys[at - 1] ?? '')) at--;
  return at <= 0 ? null : keys.slice(at);
}

class PhraseTable {
  readonly phrases = new Map<string, Phrase>();
  add(keys: readonly string[], entity: number, flags: number): void {
    let state = HASH_START;
    let path = '';
    for (const [index, key] of keys.entries()) {
      state = hashWord(state, key);
      path = path === '' ? key : `${path} ${key}`;
      const phrase = this.phrases.get(path) ?? {
        state,
        longer: false,
        readings: new Map<number, number>(),
      };
      this.phrases.set(path, phrase);
      if (index < keys.length - 1) phrase.longer = true;
      else phrase.readings.set(entity, merge(phrase.readings.get(entity), flags));
    }
  }
}

/** Two ways to the same reading: what either allows without a condition needs none. */
function merge(before: number | undefined, flags: number): number {
  if (before === undefined) return flags;
  const conditions = FLAGS.weak | FLAGS.acronym | FLAGS.family;
  return (before & flags & conditions) | ((before | flags) & FLAGS.main);
}

function addNames(
  table: PhraseTable,
  entry: SourceEntry,
  index: number,
  ambiguous: ReadonlySet<string>,
): void {
  for (const names of [entry.ar, entry.en]) {
    for (const [order, written] of names.entries()) {
      const marked = written.startsWith('~');
      const name = marked ? written.slice(1) : written;
      const keys = keysOf(name);
      const weak = marked || (keys.length === 1 && ambiguous.has(keys[0] ?? ''));
      if (keys.length === 0) throw new Error(`${entry.where}: empty name`);
      const flags =
        (weak ? FLAGS.weak : 0) |
        (isAcronym(name) ? FLAGS.acronym : 0) |
        (order === 0 ? FLAGS.main : 0);
      table.add(keys, index, flags);
      const family = entry.kind === 'person' ? familyKeys(keys) : null;
      if (family !== null) table.add(family, index, FLAGS.weak | FLAGS.family);
    }
  }
}

/** `ambiguous`: single words that are names only with a sign near them, whatever their entry says. */
export function packLexicon(
  entries: readonly SourceEntry[],
  words: ReadonlyMap<string, number>,
  ambiguous: ReadonlySet<string> = new Set(),
): ArrayBuffer {
  const table = new PhraseTable();
  const strings = new StringTable();
  const entities = new Uint32Array(entries.length * ENTITY_FIELDS.length);
  for (const [index, entry] of entries.entries()) {
    addNames(table, entry, index, ambiguous);
    entities.set(
      [
        strings.add(entry.id),
        ENTITY_KINDS.indexOf(entry.kind) | (entry.isSeat ? SEAT : 0),
        strings.add((entry.ar[0] ?? '').replace(/^~/, '')),
        strings.add((entry.en[0] ?? '').replace(/^~/, '')),
        strings.add(entry.descriptionAr),
        strings.add(entry.descriptionEn),
        strings.add(entry.country),
        strings.add(entry.wikidata),
      ],
      index * ENTITY_FIELDS.length,
    );
  }
  return writeSections({
    ...packPhrases([...table.phrases.values()]),
    ...packWords(words),
    entities,
    ...strings.pack(),
  });
}

function packPhrases(phrases: Phrase[]) {
  const size = tableSize(phrases.length);
  const [phraseHigh, phraseLow, phraseRef] = [
    new Uint32Array(size),
    new Uint32Array(size),
    new Uint32Array(size),
  ];
  const formStart: number[] = [];
  const readings: number[] = [];
  const seen = new Set<string>();
  for (const { state, longer, readings: own } of phrases) {
    const [high, low] = [state.high >>> 0, state.low >>> 0];
    const mark = `${high}:${low}`;
    if (seen.has(mark)) throw new Error('two names share a hash: change the primes');
    seen.add(mark);
    let ref = longer ? LONGER : 0;
    if (own.size > 0) {
      ref = (ref | (formStart.length + 1)) >>> 0;
      formStart.push(readings.length);
      for (const [entity, flags] of own) readings.push(((entity << 4) | flags) >>> 0);
    }
    let slot = high & (size - 1);
    while (phraseRef[slot] !== 0) slot = (slot + 1) & (size - 1);
    phraseHigh[slot] = high;
    phraseLow[slot] = low;
    phraseRef[slot] = ref;
  }
  formStart.push(readings.length);
  return {
    phraseHigh,
    phraseLow,
    phraseRef,
    formStart: Uint32Array.from(formStart),
    readings: Uint32Array.from(readings),
  };
}

function packWords(words: ReadonlyMap<string, number>) {
  const size = tableSize(words.size);
  const wordHash = new Uint32Array(size);
  const wordClass = new Uint8Array(size);
  for (const [word, bits] of words) {
    const { high, low } = hashWord(HASH_START, word);
    let slot = (high >>> 0) & (size - 1);
    while (wordClass[slot] !== 0) slot = (slot + 1) & (size - 1);
    wordHash[slot] = low >>> 0;
    wordClass[slot] = bits;
  }
  return { wordHash, wordClass };
}

/** At most 70 % full, a power of two. */
function tableSize(items: number): number {
  let size = 16;
  while (size * 0.7 < items) size *= 2;
  return size;
}

class StringTable {
  readonly #numbers = new Map<string, number>([['', 0]]);
  add(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
  pack() {
    const texts = [...this.#numbers.keys()];
    const stringStart = new Uint32Array(texts.length + 1);
    const strings = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
    let at = 0;
    for (const [number, text] of texts.entries()) {
      for (let unit = 0; unit < text.length; unit++)
        strings[at++] = text.charCodeAt(unit);
      stringStart[number + 1] = at;
    }
    return { stringStart, strings };
  }
}

function writeSections(
  sections: Record<Section, Uint32Array | Uint16Array | Uint8Array>,
): ArrayBuffer {
  const padded = (section: Section) =>
    Math.ceil((sections[section].length * itemSize(section)) / 4) * 4;
  const headerBytes = 4 * (1 + SECTIONS.length);
  const total = SECTIONS.reduce((sum, section) => sum + padded(section), headerBytes);
  const file = new ArrayBuffer(total);
  const header = new Uint32Array(file, 0, 1 + SECTIONS.length);
  header[0] = MAGIC;
  let offset = headerBytes;
  for (const [index, section] of SECTIONS.entries()) {
    const data = sections[section];
    header[index + 1] = data.length;
    new Uint8Array(file, offset).set(
      new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
    );
    offset += padded(section);
  }
  return file;
}
