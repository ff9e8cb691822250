/** Reads `lexicon.bin`: typed arrays over the file, nothing unpacked before it is asked for. */
import { ENTITY_KINDS, type Entity, type EntityKind } from '../model/entity';
import {
  ENTITY_FIELDS,
  FLAGS,
  itemSize,
  LONGER,
  MAGIC,
  SEAT,
  SECTIONS,
  type Section,
} from './lexicon-format';
import { HASH_START, type HashState, hashWord } from './lexicon-hash';

/** One thing that a name may stand for. */
export interface Reading {
  /** Index for {@link Lexicon.entity}. */
  entity: number;
  weak: boolean;
  acronym: boolean;
  family: boolean;
  main: boolean;
}

/** A name, or the beginning of one. */
export interface PhraseNode {
  /** For {@link Lexicon.readings}; -1 when it is only a beginning. */
  form: number;
  longer: boolean;
}

export interface Lexicon {
  /** The node of a whole key so far, by its hash. */
  lookup(state: HashState): PhraseNode | null;
  readings(form: number): Reading[];
  /** Bits of `WORD`; 0 for a word that is not known. */
  wordClass(key: string): number;
  kindOf(entity: number): EntityKind;
  /** Its name also stands for those who rule there: a capital, a palace. */
  isSeat(entity: number): boolean;
  entity(entity: number): Entity;
  readonly entityCount: number;
}

interface Tables extends Record<Exclude<Section, 'strings' | 'wordClass'>, Uint32Array> {
  strings: Uint16Array;
  wordClass: Uint8Array;
}

/** Throws when the file is not a lexicon of this version: the build is broken then. */
export function openLexicon(file: ArrayBuffer): Lexicon {
  const tables = openTables(file);
  const text = (number: number) => {
    const start = tables.stringStart[number] ?? 0;
    const end = tables.stringStart[number + 1] ?? start;
    return String.fromCharCode.apply(null, tables.strings.subarray(start, end) as never);
  };
  const field = (entity: number, name: (typeof ENTITY_FIELDS)[number]) =>
    tables.entities[entity * ENTITY_FIELDS.length + ENTITY_FIELDS.indexOf(name)] ?? 0;
  const kindOf = (entity: number) =>
    ENTITY_KINDS[field(entity, 'kind') & ~SEAT] ?? 'place';
  const entityCount = tables.entities.length / ENTITY_FIELDS.length;
  const entities: (Entity | undefined)[] = new Array(entityCount);
  return {
    entityCount,
    lookup: (state) => lookupPhrase(tables, state),
    readings: (form) => readingsOf(tables, form),
    wordClass: (key) => lookupWord(tables, key),
    kindOf,
    isSeat: (entity) => (field(entity, 'kind') & SEAT) !== 0,
    entity: (number) => {
      const known = entities[number];
      if (known !== undefined) return known;
      const entity = readEntity((name) => text(field(number, name)), kindOf(number));
      entities[number] = entity;
      return entity;
    },
  };
}

function readEntity(
  textOf: (name: (typeof ENTITY_FIELDS)[number]) => string,
  kind: EntityKind,
): Entity {
  const [ar, en] = [textOf('ar'), textOf('en')];
  const descriptionAr = textOf('descriptionAr');
  const descriptionEn = textOf('descriptionEn');
  const country = textOf('country');
  const wikidata = textOf('wikidata');
  const described = descriptionAr !== '' || descriptionEn !== '';
  return {
    id: textOf('id'),
    kind,
    names: { ...(ar !== '' && { ar }), ...(en !== '' && { en }) },
    ...(described && {
      description: {
        ...(descriptionAr !== '' && { ar: descriptionAr }),
        ...(descriptionEn !== '' && { en: descriptionEn }),
      },
    }),
    ...(country !== '' && { country }),
    ...(wikidata !== '' && { wikidata }),
    source: 'lexicon' as const,
  };
}

function openTables(file: ArrayBuffer): Tables {
  const header = new Uint32Array(file, 0, 1 + SECTIONS.length);
  if (header[0] !== MAGIC) throw new Error('lexicon.bin: not a lexicon of this version');
  const tables: Partial<Record<Section, Uint32Array | Uint16Array | Uint8Array>> = {};
  let offset = header.byteLength;
  for (const [index, section] of SECTIONS.entries()) {
    const length = header[index + 1] ?? 0;
    const size = itemSize(section);
    tables[section] =
      size === 1
        ? new Uint8Array(file, offset, length)
        : size === 2
          ? new Uint16Array(file, offset, length)
          : new Uint32Array(file, offset, length);
    offset += Math.ceil((length * size) / 4) * 4;
  }
  return tables as Tables;
}

function lookupPhrase(tables: Tables, { high, low }: HashState): PhraseNode | null {
  const mask = tables.phraseRef.length - 1;
  const wantHigh = high >>> 0;
  const wantLow = low >>> 0;
  for (let slot = wantHigh & mask; ; slot = (slot + 1) & mask) {
    const ref = tables.phraseRef[slot] ?? 0;
    if (ref === 0) return null;
    if (tables.phraseHigh[slot] === wantHigh && tables.phraseLow[slot] === wantLow) {
      return { form: (ref & ~LONGER) - 1, longer: (ref & LONGER) !== 0 };
    }
  }
}

function readingsOf(tables: Tables, form: number): Reading[] {
  const start = tables.formStart[form] ?? 0;
  const end = tables.formStart[form + 1] ?? start;
  return Array.from(tables.readings.subarray(start, end), (packed) => ({
    entity: packed >>> 4,
    weak: (packed & FLAGS.weak) !== 0,
    acronym: (packed & FLAGS.acronym) !== 0,
    family: (packed & FLAGS.family) !== 0,
    main: (packed & FLAGS.main) !== 0,
  }));
}

function lookupWord(tables: Tables, key: string): number {
  const mask = tables.wordHash.length - 1;
  const { high, low } = hashWord(HASH_START, key);
  const wanted = low >>> 0;
  for (let slot = (high >>> 0) & mask; ; slot = (slot + 1) & mask) {
    const bits = tables.wordClass[slot] ?? 0;
    if (bits === 0) return 0;
    if (tables.wordHash[slot] === wanted) return bits;
  }
}
