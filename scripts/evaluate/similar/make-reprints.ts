/**
 * Reprints made by code, to set the line from which a text is one: edited,
 * cut, printed among a site's own words; and texts that quote one at length
 * without being one. The same texts give the same pairs.
 */
import { createRandom, type Random } from '../page-changes/random';

export interface MadePair {
  a: string;
  b: string;
  reprint: boolean;
}

/** Words changed in an edited reprint, at most, of one. */
const MOST_EDITED = 0.06;
/** Of a report kept where it is printed in part. */
const LEAST_KEPT = 0.5;
/** Words of the site's own around a reprint, for each of the report's. */
const MOST_FURNITURE = 0.15;
/** Of a text taken over from another where it is no reprint: more than half would be one. */
const [LEAST_QUOTED, MOST_QUOTED] = [0.1, 0.5];
/** Shorter texts are notices. */
const FEWEST_WORDS = 60;

export function makeReprints(texts: readonly string[]): MadePair[] {
  const random = createRandom(7);
  const reports = texts
    .map((text) => text.split(/\s+/))
    .filter((words) => words.length >= FEWEST_WORDS);
  return reports.flatMap((report, at) => {
    // Of another story: neighbours may be a pair.
    const other = reports[(at + (reports.length >> 1)) % reports.length] ?? report;
    const text = report.join(' ');
    return [
      edit(report, other, random),
      furnish(edit(report, other, random), other, random),
      edit(cut(report, random), other, random),
      furnish(cut(report, random), other, random),
    ]
      .map((words) => ({ a: text, b: words.join(' '), reprint: true }))
      .concat(
        [0, 1].map(() => ({
          a: text,
          b: quote(report, other, random).join(' '),
          reprint: false,
        })),
      );
  });
}

type Words = readonly string[];

/** Some words become others, some fall out. */
function edit(words: Words, other: Words, random: Random): Words {
  const share = random.next() * MOST_EDITED;
  return words.flatMap((word) => {
    if (!random.chance(share)) return [word];
    return random.chance(0.3) ? [] : [random.pick(other)];
  });
}

/** The beginning, as agencies are cut. */
function cut(words: Words, random: Random): Words {
  const kept = LEAST_KEPT + random.next() * (1 - LEAST_KEPT);
  return words.slice(0, Math.ceil(words.length * kept));
}

/** Words of the site's own before and behind. */
function furnish(words: Words, other: Words, random: Random): Words {
  const count = Math.round(words.length * random.next() * MOST_FURNITURE);
  const before = Math.round(count * random.next());
  return [...other.slice(0, before), ...words, ...other.slice(before, count)];
}

/** Words of its own around passages of another. */
function quote(words: Words, own: Words, random: Random): Words {
  const share = LEAST_QUOTED + random.next() * (MOST_QUOTED - LEAST_QUOTED);
  // Of the shorter of the two.
  const length = Math.round(share * Math.min(words.length, own.length / (1 - share)));
  const from = Math.floor(random.next() * (words.length - length));
  const place = Math.floor(random.next() * own.length);
  return [
    ...own.slice(0, place),
    ...words.slice(from, from + length),
    ...own.slice(place),
  ];
}
