/** The names of the gazetteers, cleaned, as the tagger's lists. Reads what only training needs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTITY_KINDS, mentionTypeOf } from '@/core/model/entity';
import {
  type Gazetteer,
  LISTS,
  LONGER_PHRASE,
  MAX_PHRASE,
  NAME_FIRST,
  NAME_LAST,
} from '@/core/names/tagger/gazetteer';
import { hashText } from '@/core/text/hash-text';
import { tokenise } from '@/core/text/tokens';

type List = (typeof LISTS)[number];

interface Gathered {
  phrases: Map<string, number>;
  first: Map<string, number>;
  last: Map<string, number>;
}

/** `known` says whether a word is worth keeping: one that the news never uses is not. */
export function gatherLists(
  gazetteers: string,
  lexicon: string,
  known: (word: string) => boolean,
  frequent: (word: string) => boolean,
): Gazetteer {
  const gathered: Gathered = { phrases: new Map(), first: new Map(), last: new Map() };
  const add = (list: List, name: string) => addName(gathered, list, name, known);
  for (const list of LISTS) addNerar(join(gazetteers, `nerar_${list}.tsv`), list, add);
  const isFrequent = (name: string) =>
    tokenise(name).every(({ folded }) => frequent(folded));
  addPlaces(gazetteers, isFrequent, add);
  addLexicon(lexicon, add);
  return pack(gathered);
}

function rows(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((field) => field.trim()));
}

function addNerar(
  path: string,
  list: List,
  add: (list: List, name: string) => void,
): void {
  for (const [name, others] of rows(path)) {
    // Lists of the Persian keyboard have Latin letters inside Arabic words.
    if (name !== undefined && !/[A-Za-z]/.test(name))
      add(list, name.replace(/\(.*\)/, ''));
    // One spelling in Latin letters is enough; of people only words are kept anyway.
    const latin = (others ?? '')
      .split('|')
      .filter((other) => /^[A-Z][A-Za-z.'’ -]+$/.test(other));
    for (const other of list === 'PER' ? latin : latin.slice(0, 2)) add(list, other);
  }
}

const TYPES = new Set([
  'country',
  'province',
  'city',
  'region',
  'county',
  'locality',
  'campus',
  'neighbourhood',
  'borough',
  'macroregion',
  'localadmin',
]);

function addPlaces(
  gazetteers: string,
  isFrequent: (name: string) => boolean,
  add: (list: List, name: string) => void,
): void {
  for (const file of readdirSync(gazetteers)) {
    if (!/^(places_|wof_)/.test(file)) continue;
    for (const [type, , , english, arabic] of rows(join(gazetteers, file))) {
      if (type === undefined || !TYPES.has(type)) continue;
      // A village called by a common word would make that word a place everywhere.
      const small = type === 'locality' || type === 'city' || type === 'neighbourhood';
      if (arabic !== undefined && !(small && isFrequent(arabic))) add('LOC', arabic);
      const large = type === 'country' || type === 'province' || type === 'region';
      if (english !== undefined && large) add('LOC', english);
    }
  }
  for (const [, , name, one, two, , capital] of rows(
    join(gazetteers, 'countries_mledoze.tsv'),
  )) {
    for (const place of [name, one, two, capital])
      if (place !== undefined) add('LOC', place);
  }
  for (const [type, code, name] of rows(join(gazetteers, 'cldr_ar.tsv'))) {
    if (type === 'territory' && /^[A-Z]{2}$/.test(code ?? '') && name !== undefined)
      add('LOC', name);
  }
}

function addLexicon(lexicon: string, add: (list: List, name: string) => void): void {
  for (const folder of ['actors', 'places']) {
    for (const file of readdirSync(join(lexicon, folder))) {
      for (const [, kind, arabic, english] of rows(join(lexicon, folder, file))) {
        const known = ENTITY_KINDS.find((one) => one === kind);
        if (known === undefined) continue;
        const list = mentionTypeOf(known);
        for (const name of `${arabic}|${english}`.split('|')) {
          if (name !== '' && !name.startsWith('~')) add(list, name);
        }
      }
    }
  }
}

function addName(
  { phrases, first, last }: Gathered,
  list: List,
  name: string,
  known: (word: string) => boolean,
): void {
  const tokens = tokenise(name).filter(({ kind }) => kind !== 'mark');
  const words = tokens.map(({ folded }) => folded);
  const opening = words[0];
  const closing = words.at(-1);
  if (opening === undefined || closing === undefined || words.length > MAX_PHRASE) return;
  if (words.length === 1 && opening.length < 3) return;
  const latin = tokens[0]?.script === 'latn';
  if (list === 'PER') {
    if (words.length > 1) {
      first.set(opening, (first.get(opening) ?? 0) + 1);
      last.set(closing, (last.get(closing) ?? 0) + 1);
    }
    if (latin) return;
  } else if (!latin && !words.every(known)) return;
  const bit = 1 << LISTS.indexOf(list);
  const phrase = words.join(' ');
  phrases.set(phrase, (phrases.get(phrase) ?? 0) | bit);
  for (let length = 1; length < words.length; length++) {
    const beginning = words.slice(0, length).join(' ');
    phrases.set(beginning, (phrases.get(beginning) ?? 0) | LONGER_PHRASE);
  }
}

function pack({ phrases, first, last }: Gathered): Gazetteer {
  const addBit = (words: Map<string, number>, bit: number) => {
    for (const [word, count] of words) {
      if (count > 0) phrases.set(word, (phrases.get(word) ?? 0) | bit);
    }
  };
  addBit(first, NAME_FIRST);
  addBit(last, NAME_LAST);
  const byHash = new Map<number, number>();
  for (const [phrase, bits] of phrases) {
    const hash = hashText(phrase, 1);
    byHash.set(hash, (byHash.get(hash) ?? 0) | bits);
  }
  const hashes = Uint32Array.from(byHash.keys()).sort();
  return { hashes, bits: Uint8Array.from(hashes, (hash) => byHash.get(hash) ?? 0) };
}
