/** Reads a text and says which actors and places it names, and where. */
import type { Entity } from '../model/entity';
import type { Recognition } from '../model/mention';
import { runToEnd, type Steps } from '../text/steps';
import type { Candidate } from './candidate';
import { findBodies } from './find-bodies';
import { findPeople } from './find-people';
import { findShapes } from './find-shapes';
import { findTagged } from './find-tagged';
import { type Lexicon, openLexicon } from './lexicon';
import { linkMentions } from './link';
import { matchLexicon } from './match-lexicon';
import { spreadOverDocument } from './one-document';
import { type Reading, readText } from './reading';
import { resolve, THRESHOLD } from './resolve';
import { createPlainKernel } from './tagger/kernel/plain-kernel';
import { openWasmKernel } from './tagger/kernel/wasm-kernel';
import type { Style } from './tagger/styles';
import { createTagger, type Tagger } from './tagger/tagger';
import { weighContext } from './weigh-context';
import { type Edges, weighTagged } from './weigh-tagged';

export interface Recogniser {
  /**
   * The names in `text`. Offsets are UTF-16 units into `text`; mentions are
   * sorted and disjoint. A `title` helps and is no part of the offsets.
   */
  recognise(text: string, options?: RecogniseOptions): Recognition;
  /**
   * The same, with a pause after every thousand words or so: a long text need
   * not hold the thread until it is read.
   */
  recogniseInSteps(
    text: string,
    options?: RecogniseOptions,
  ): Generator<void, Recognition>;
}

export interface RecogniseOptions {
  title?: string;
  /**
   * What a name covers: `product` by our own convention (the default), or
   * `corpus` as the published corpora of news have it.
   */
  edges?: Edges;
}

/**
 * `lexicon` is the file `lexicon.bin`, `tagger` the file `tagger.bin`; without
 * it names are found by the lexicon and the rules alone. `arithmetic` is
 * `tagger.wasm`, which makes the tagger many times faster and changes no
 * number. Throws when the lexicon or the tagger is of another version.
 */
export function createRecogniser(
  lexicon: ArrayBuffer,
  tagger?: ArrayBuffer,
  arithmetic?: ArrayBuffer,
): Recogniser {
  const kernel = arithmetic === undefined ? null : openWasmKernel(arithmetic);
  const opened: Sources = {
    lexicon: openLexicon(lexicon),
    tagger:
      tagger === undefined ? null : createTagger(tagger, kernel ?? createPlainKernel()),
  };
  function* recogniseInSteps(
    text: string,
    options?: RecogniseOptions,
  ): Generator<void, Recognition> {
    const title = options?.title?.trim() ?? '';
    const edges = options?.edges ?? 'product';
    // A text that repeats its title gains nothing by it.
    if (title === '' || text.startsWith(title))
      return yield* recogniseText(text, opened, edges);
    const whole = yield* recogniseText(`${text}\n\n${title}`, opened, edges);
    return withoutTitle(whole, text.length);
  }

  return {
    recogniseInSteps,
    recognise: (text, options) => runToEnd(recogniseInSteps(text, options)),
  };
}

interface Sources {
  lexicon: Lexicon;
  tagger: Tagger | null;
}

function* recogniseText(
  text: string,
  { lexicon, tagger }: Sources,
  edges: Edges,
): Generator<void, Recognition> {
  const reading = yield* readText(text, lexicon);
  const tagged =
    tagger === null
      ? null
      : yield* tagger.tagInParts(
          text,
          reading.tokens,
          reading.sentenceStart,
          stylesOf(reading, edges),
        );
  // In the manner of a corpus the tagger has learnt its edges: rules that have ours only harm.
  if (tagged !== null && edges === 'corpus') {
    const own = yield* findTagged(reading, tagged, [], edges);
    return yield* choose(reading, own, own);
  }
  const { named, ruled } = yield* findByRules(reading);
  if (tagged === null) return yield* choose(reading, ruled, ruled);
  const candidates = [
    ...(yield* weighTagged(reading, ruled, tagged)),
    ...(yield* findTagged(reading, tagged, named, edges)),
  ];
  // By their own scores, which say what needs a sign; the tagger's word changed those.
  return yield* choose(reading, candidates, ruled);
}

/** What the lexicon has, and with it what the rules make of the words around. */
function* findByRules(
  reading: Reading,
): Steps<{ named: Candidate[]; ruled: Candidate[] }> {
  const named = yield* weighContext(reading, yield* matchLexicon(reading));
  const reach = reachOfKnown(reading.tokens.length, named);
  const known = (index: number) => reach[index] ?? 0;
  const ruled = [
    ...named,
    ...(yield* findBodies(reading, known)),
    ...(yield* findPeople(reading, known)),
    ...(yield* findShapes(reading)),
  ];
  return { named, ruled };
}

/** The names among the candidates; `spread` are those that one document may make surer. */
function* choose(
  reading: Reading,
  candidates: readonly Candidate[],
  spread: readonly Candidate[],
): Generator<void, Recognition> {
  const first = yield* resolve(candidates);
  const chosen = yield* resolve([
    ...candidates,
    ...(yield* spreadOverDocument(reading, first, spread)),
  ]);
  return { lang: reading.lang, ...(yield* linkMentions(reading, chosen)) };
}

/** Hamzas on an alef: WikiFANE has none, its letters were made alike at its source. */
const HAMZA = /[أإآ]/;

/** Our own convention was annotated in Arabic; in English that of `worldwide` is nearest to it. */
function stylesOf({ lang, text }: Reading, edges: Edges): readonly Style[] {
  if (edges === 'product') return lang === 'ar' ? ['news'] : ['worldwide'];
  if (lang !== 'ar') return ['worldwide', 'politics', 'wikigold'];
  return ['news', 'anercorp', HAMZA.test(text) ? 'aqmar' : 'wikifane'];
}

/** For each token, where the longest sure body or place that begins there ends; 0 for none. */
function reachOfKnown(length: number, candidates: readonly Candidate[]): Uint32Array {
  const reach = new Uint32Array(length);
  for (const { from, to, score, kind } of candidates) {
    if (score < THRESHOLD || kind === 'person') continue;
    reach[from] = Math.max(reach[from] ?? 0, to);
  }
  return reach;
}

function withoutTitle(recognition: Recognition, length: number): Recognition {
  const mentions = recognition.mentions.filter(({ end }) => end <= length);
  const named = new Set(mentions.map(({ entityId }) => entityId));
  const entities: Entity[] = recognition.entities.filter(({ id }) => named.has(id));
  return { ...recognition, mentions, entities };
}
