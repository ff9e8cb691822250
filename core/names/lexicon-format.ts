/**
 * The layout of `lexicon.bin`, shared by its builder and its reader. All
 * numbers are 32 bits, little endian, unless said otherwise; sections follow
 * one another in the order of {@link SECTIONS}, each padded to four bytes.
 *
 * - `phraseHigh`, `phraseLow`, `phraseRef`: an open-addressing table (its size
 *   a power of two) of every name and every beginning of a name. Ref:
 *   `LONGER` when names go on from here, and form index + 1, or 0.
 * - `formStart`: for form i the first of its readings; one more at the end.
 * - `readings`: entity index << 4 | flags.
 * - `wordHash`, `wordClass` (bytes): an open-addressing table of single words.
 * - `entities`: `ENTITY_FIELDS` string numbers for each entity; kind: its index | `SEAT`.
 * - `stringStart`, `strings` (16 bits): UTF-16.
 */
export const MAGIC = 0x484c5833;

export const SECTIONS = [
  'phraseHigh',
  'phraseLow',
  'phraseRef',
  'formStart',
  'readings',
  'wordHash',
  'wordClass',
  'entities',
  'stringStart',
  'strings',
] as const;
export type Section = (typeof SECTIONS)[number];

/** Bytes of one item of a section. */
export function itemSize(section: Section): 1 | 2 | 4 {
  if (section === 'wordClass') return 1;
  return section === 'strings' ? 2 : 4;
}

export const LONGER = 0x80000000;

/** A reading of a form: this form may stand for this entity, if … */
export const FLAGS = {
  /** … something near it says so: a title, a type noun, or the whole name in the same text. */
  weak: 1,
  /** … it is written in capitals. */
  acronym: 2,
  /** … as the last part of a person's whole name (always weak as well). */
  family: 4,
  /** … and this is its main name (Arabic or English), not a variant. */
  main: 8,
} as const;

/** What is known of single words; bits of a byte. */
export const WORD = {
  given: 1,
  /** Seen as a part of people's names. */
  name: 2,
  /** A common word of the language. */
  common: 4,
  /** An adjective of a country or place: إيراني, Iranian. */
  nisba: 8,
  /** A given name that is rarely anything else. */
  sure: 16,
  /** Its first letter is no clitic, though the rest is a name: بحماس, كسرت. */
  whole: 32,
} as const;

/** With an entity's kind: its name also stands for those who rule there. */
export const SEAT = 0x100;

export const ENTITY_FIELDS = [
  'id',
  'kind',
  'ar',
  'en',
  'descriptionAr',
  'descriptionEn',
  'country',
  'wikidata',
] as const;
