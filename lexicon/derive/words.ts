/**
 * Derives `words/ar-common.tsv`, `words/ar-name.tsv` and `words/en-common.tsv`
 * from corpora: which words are common, and which stand in people's names.
 * The lists are committed; this is how they came about (docs/data.md).
 *
 *     xzcat RAW_ARABIC… | npx tsx lexicon/derive/words.ts LABELLED.bio…
 *
 * Files whose name begins with `en_` are read as English.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createInterface } from 'node:readline';
import { spell } from '../../core/text/spelling';
import { readEntries, readWords } from '../read-sources';

/** Occurrences in some 20 million words from which a word is common. */
const COMMON_COUNT = 25;
const OUT = join(import.meta.dirname, '..', 'words');

interface Labelled {
  person: number;
  name: number;
  other: number;
}

function readLabelled(paths: readonly string[], share = 1): Map<string, Labelled> {
  const words = new Map<string, Labelled>();
  for (const path of paths) {
    const lines = readFileSync(path, 'utf8').split('\n');
    for (const line of lines.slice(0, Math.floor(lines.length * share))) {
      const [word, tag] = line.split('\t');
      if (word === undefined || tag === undefined) continue;
      const key = spell(word);
      const seen = words.get(key) ?? { person: 0, name: 0, other: 0 };
      if (tag.endsWith('PER')) seen.person++;
      else if (tag === 'O') seen.other++;
      else seen.name++;
      words.set(key, seen);
    }
  }
  return words;
}

/** Counts words of raw text, and how often each follows a given name or a title of persons. */
async function countRaw(given: ReadonlySet<string>) {
  const counts = new Map<string, { all: number; after: number }>();
  for await (const line of createInterface({ input: process.stdin })) {
    let before = '';
    for (const [word] of line.matchAll(
      /[\u0620-\u065f\u0670-\u06d3]+|[^\s\u0620-\u06d3]/gu,
    )) {
      const key = spell(word);
      if (key.length > 1) {
        const count = counts.get(key) ?? { all: 0, after: 0 };
        count.all++;
        if (given.has(before)) count.after++;
        counts.set(key, count);
      }
      before = key;
    }
  }
  return counts;
}

function write(name: string, head: string, words: Iterable<string>): void {
  const sorted = [...new Set(words)].sort();
  writeFileSync(join(OUT, `${name}.tsv`), `# ${head}\n${sorted.join('\n')}\n`);
}

const paths = process.argv.slice(2);
const isEnglish = (path: string) => basename(path).startsWith('en_');
// The last tenth of a corpus is kept for measuring.
const arabic = readLabelled(
  paths.filter((path) => !isEnglish(path)),
  0.9,
);
const given = new Set(readWords('ar-given-sure').map(spell));
const nisba = new Set(readWords('ar-nisba').map(spell));
const names = new Set(
  readEntries()
    .flatMap((entry) => entry.ar)
    .filter((name) => !name.includes(' '))
    .map((name) => spell(name.replace('~', ''))),
);
const CLITICS = ['و', 'ف', 'ب', 'ك', 'ل', 'وب', 'ول', 'فب', 'فل'];
/** A name with clitics before it is not a common word, however often it is seen. */
function isCliticised(word: string): boolean {
  if (nisba.has(word.replace(/^[وفبكل]?(?:ال|ل)?/, '').replace(/(?:ه|ين|ون|ات)$/, '')))
    return true;
  return CLITICS.some((clitic) => {
    const rest = word.slice(clitic.length);
    return (
      word.startsWith(clitic) &&
      rest.length > 2 &&
      (names.has(rest) || given.has(rest) || names.has(`ا${rest}`))
    );
  });
}

const common: string[] = [];
const nameWords: string[] = [];
for (const [word, { all, after }] of await countRaw(given)) {
  const seen = arabic.get(word) ?? { person: 0, name: 0, other: 0 };
  const labelled = seen.person + seen.name + seen.other;
  const share = labelled === 0 ? 0 : seen.person / labelled;
  const follows = after / all;
  if (
    (seen.person >= 2 && share >= 0.5) ||
    (all >= 8 && after >= 3 && follows >= 0.2 && share >= 0.3)
  ) {
    nameWords.push(word);
  } else if (labelled < 3 && after >= 4 && follows >= 0.25) {
    nameWords.push(word);
  }
  const properShare = labelled === 0 ? 0 : (seen.person + seen.name) / labelled;
  const proper = labelled >= 3 ? properShare > 0.5 : follows > 0.2;
  if (
    all >= COMMON_COUNT &&
    !proper &&
    !(names.has(word) && labelled < 3) &&
    !isCliticised(word)
  )
    common.push(word);
}
for (const [word, seen] of arabic) {
  if (seen.person >= 2 && seen.person > seen.other + seen.name) nameWords.push(word);
}
const nameSet = new Set([...nameWords, ...given, ...names]);
/** A name with a clitic before it is no name of its own. */
const isCliticName = (word: string) =>
  !given.has(word) &&
  CLITICS.some(
    (clitic) =>
      word.startsWith(clitic) &&
      word.length - clitic.length > 2 &&
      nameSet.has(word.slice(clitic.length)),
  );
// Single words of the lexicon that the corpora show to be other words more often.
const ambiguous = [...names].filter((word) => {
  const seen = arabic.get(word);
  return seen !== undefined && seen.other >= 2 && seen.other > seen.person + seen.name;
});
write(
  'ar-ambiguous',
  'Names of the lexicon that are other words more often, in their spelling fold (docs/data.md)',
  ambiguous,
);
const certain = new Set([...names].filter((word) => !ambiguous.includes(word)));
write(
  'ar-common',
  'Common Arabic words, in their spelling fold (docs/data.md)',
  common.filter((word) => !certain.has(word)),
);
write(
  'ar-name',
  "Words seen as parts of people's names, in their spelling fold (docs/data.md)",
  nameWords.filter((word) => !isCliticName(word)),
);

const lower = new Set<string>();
for (const path of paths.filter(isEnglish)) {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word, tag] = line.split('\t');
    if (word !== undefined && tag === 'O' && /^[a-z]+$/.test(word))
      lower.add(spell(word));
  }
}
write('en-common', 'Words that English writes with a small letter (docs/data.md)', lower);
const english = readLabelled(paths.filter(isEnglish));
const englishNames = [...english]
  .filter(
    ([word, seen]) =>
      /^[a-z]{3,}$/.test(word) &&
      seen.person >= 2 &&
      seen.person > 2 * (seen.other + seen.name) &&
      !lower.has(word),
  )
  .map(([word]) => word);
write(
  'en-name',
  "Words seen as parts of people's names in English, folded (docs/data.md)",
  englishNames,
);
process.stderr.write(
  `${common.length} common, ${nameWords.length} name, ${lower.size} English\n`,
);
