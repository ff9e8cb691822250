/** Reads a text and says which actors and places it names, and where. */
import type { Entity } from '../model/entity';
import type { Recognition } from '../model/mention';
import { findBodies } from './find-bodies';
import { findPeople } from './find-people';
import { findShapes } from './find-shapes';
import { type Lexicon, openLexicon } from './lexicon';
import { linkMentions } from './link';
import { matchLexicon } from './match-lexicon';
import { spreadOverDocument } from './one-document';
import { readText } from './reading';
import { resolve, THRESHOLD } from './resolve';
import { weighContext } from './weigh-context';

export interface Recogniser {
  /**
   * The names in `text`. Offsets are UTF-16 units into `text`; mentions are
   * sorted and disjoint. A `title` helps and is no part of the offsets.
   */
  recognise(text: string, options?: { title?: string }): Recognition;
}

/** `lexicon` is the file `lexicon.bin`. Throws when it is of another version. */
export function createRecogniser(lexicon: ArrayBuffer): Recogniser {
  const opened = openLexicon(lexicon);
  return {
    recognise(text, options) {
      const title = options?.title?.trim() ?? '';
      // A text that repeats its title gains nothing by it.
      if (title === '' || text.startsWith(title)) return recogniseText(text, opened);
      return withoutTitle(recogniseText(`${text}\n\n${title}`, opened), text.length);
    },
  };
}

function recogniseText(text: string, lexicon: Lexicon): Recognition {
  const reading = readText(text, lexicon);
  const named = weighContext(reading, matchLexicon(reading));
  const reach = reachOfKnown(reading.tokens.length, named);
  const known = (index: number) => reach[index] ?? 0;
  const candidates = [
    ...named,
    ...findBodies(reading, known),
    ...findPeople(reading, known),
    ...findShapes(reading),
  ];
  const first = resolve(candidates);
  const chosen = resolve([
    ...candidates,
    ...spreadOverDocument(reading, first, candidates),
  ]);
  return { lang: reading.lang, ...linkMentions(reading, chosen) };
}

/** For each token, where the longest sure body or place that begins there ends; 0 for none. */
function reachOfKnown(
  length: number,
  candidates: ReturnType<typeof matchLexicon>,
): Uint32Array {
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
