/**
 * The committed sources of the lexicon, read and checked.
 *
 * `actors/*.tsv` and `places/*.tsv`: id, kind, Arabic names, English names,
 * country, Wikidata, Arabic line, English line. Names are parted by `|`, the
 * first is shown to the reader; `~` before a name: only with a sign near it.
 * `words/*.tsv`: one word a line, the file's name says what it is.
 * `seats.tsv`: one id a line, of the places that stand for those who rule there.
 * Lines that begin with `#` and empty lines are left out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTITY_KINDS, type EntityKind } from '../core/model/entity';

export interface SourceEntry {
  /** File and line, for messages. */
  where: string;
  id: string;
  kind: EntityKind;
  ar: string[];
  en: string[];
  country: string;
  wikidata: string;
  descriptionAr: string;
  descriptionEn: string;
  /** Its name also stands for those who rule there: a capital, a palace. */
  isSeat: boolean;
}

const ROOT = import.meta.dirname;

export function readLines(path: string): { line: string; where: string }[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line, index) => ({
      line,
      where: `${path.slice(ROOT.length + 1)}:${index + 1}`,
    }))
    .filter(({ line }) => line.trim() !== '' && !line.startsWith('#'));
}

function tsvFiles(folder: string): string[] {
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .map((name) => join(ROOT, folder, name));
}

export function readEntries(): SourceEntry[] {
  const seats = new Set(readSeats());
  return ['actors', 'places']
    .flatMap(tsvFiles)
    .flatMap((path) =>
      readLines(path).map(({ line, where }) => parseEntry(line, where, seats)),
    );
}

/** The ids of `seats.tsv`. */
export function readSeats(): string[] {
  return readLines(join(ROOT, 'seats.tsv')).map(({ line }) => line.trim());
}

function parseEntry(
  line: string,
  where: string,
  seats: ReadonlySet<string>,
): SourceEntry {
  const [id, kind, ar, en, country, wikidata, descriptionAr, descriptionEn, ...rest] =
    line.split('\t').map((field) => field.trim());
  if (rest.length > 0) throw new Error(`${where}: more than eight columns`);
  if (id === undefined || !/^[a-z]+\/[a-z0-9-]+$/.test(id)) {
    throw new Error(`${where}: bad id "${id}"`);
  }
  if (!ENTITY_KINDS.includes(kind as EntityKind)) {
    throw new Error(`${where}: no kind "${kind}"`);
  }
  return {
    where,
    id,
    kind: kind as EntityKind,
    ar: splitNames(ar),
    en: splitNames(en),
    country: country ?? '',
    wikidata: wikidata ?? '',
    descriptionAr: descriptionAr ?? '',
    descriptionEn: descriptionEn ?? '',
    isSeat: seats.has(id),
  };
}

function splitNames(field: string | undefined): string[] {
  return (field ?? '')
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** The words of `words/<name>.tsv`, first column. */
export function readWords(name: string): string[] {
  return readLines(join(ROOT, 'words', `${name}.tsv`)).map(
    ({ line }) => line.split('\t')[0] ?? '',
  );
}
