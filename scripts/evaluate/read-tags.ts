/**
 * The names of a tagged sentence, in whatever of the usual schemes: IOB1, IOB2
 * (BIO), BIOES, BILOU, or bare kinds. Kinds of other corpora are read as ours
 * where they are the same thing.
 */
import type { NameSpan, NameType } from './name-scores';

const KINDS: Readonly<Record<string, NameType>> = {
  ...asKind('PER', 'PER PERS PERSON PEOPLE POLITICIAN'),
  ...asKind('LOC', 'LOC LOCATION GPE GEO PLACE FAC FACILITY COUNTRY CITY'),
  ...asKind(
    'ORG',
    'ORG ORGANIZATION ORGANISATION GROUP COMPANY CORP CORPORATION POLITICALPARTY PARTY',
  ),
};

function asKind(type: NameType, names: string): Record<string, NameType> {
  return Object.fromEntries(names.split(' ').map((name) => [name, type]));
}

/** What a file's tags turned out to be, to be told with its figures. */
export interface TagSurvey {
  /** Kinds read as one of ours under another name → tags. */
  readAs: Map<string, number>;
  /** Kinds that are left out → tags. */
  leftOut: Map<string, number>;
  /** Prefixes met: B, I, E, S, …; '' for a bare kind. */
  prefixes: Set<string>;
  /** Names that begin with I: the mark of IOB1. */
  startsWithI: number;
  tagged: number;
}

export function emptySurvey(): TagSurvey {
  return {
    readAs: new Map(),
    leftOut: new Map(),
    prefixes: new Set(),
    startsWithI: 0,
    tagged: 0,
  };
}

/** The spans of one sentence, in token indices. */
export function readSpans(tags: readonly string[], survey: TagSurvey): NameSpan[] {
  const spans: NameSpan[] = [];
  let open: { span: NameSpan; kind: string } | null = null;
  for (const [at, tag] of tags.entries()) {
    const { prefix, kind } = splitTag(tag);
    const type = KINDS[kind];
    if (kind !== '') survey.tagged++;
    if (type === undefined) {
      if (kind !== '') count(survey.leftOut, kind);
      open = null;
      continue;
    }
    survey.prefixes.add(prefix);
    if (kind !== type) count(survey.readAs, `${kind} as ${type}`);
    const goesOn = open !== null && open.kind === kind && /^[IELM]?$/.test(prefix);
    if (goesOn && open !== null) open.span.end = at + 1;
    else {
      if (prefix === 'I') survey.startsWithI++;
      open = { span: { start: at, end: at + 1, type }, kind };
      spans.push(open.span);
    }
    if (/^[SUEL]$/.test(prefix)) open = null;
  }
  return spans;
}

/** `b-per` → B and PER, `O` → no kind, `PERSON` → no prefix. */
function splitTag(tag: string): { prefix: string; kind: string } {
  const upper = tag.trim().toUpperCase();
  const parts = /^([BIESLUMW])[-_](.+)$/.exec(upper);
  if (parts !== null) return { prefix: parts[1] ?? '', kind: parts[2] ?? '' };
  return { prefix: '', kind: /^[A-Z][A-Z_-]+$/.test(upper) ? upper : '' };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** In words: `BIOES; GPE as LOC (12 tags); left out: MISC (4 tags)`. */
export function describeSurvey(survey: TagSurvey): string {
  const list = (counts: Map<string, number>) =>
    [...counts].map(([name, number]) => `${name} (${number} tags)`).join(', ');
  return [
    schemeOf(survey),
    ...(survey.readAs.size > 0 ? [`read ${list(survey.readAs)}`] : []),
    ...(survey.leftOut.size > 0 ? [`left out: ${list(survey.leftOut)}`] : []),
  ].join('; ');
}

function schemeOf({ prefixes, startsWithI }: TagSurvey): string {
  const has = (letters: string) => [...letters].some((letter) => prefixes.has(letter));
  if (has('ES')) return 'BIOES';
  if (has('LU')) return 'BILOU';
  if (prefixes.has('')) return 'bare kinds';
  return startsWithI > 0 ? 'IOB1' : 'IOB2';
}
