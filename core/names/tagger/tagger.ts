/** A trained network that finds names by their surroundings, known or not. `docs/tagger.md` says how it was trained. */
import type { Token } from '../../text/tokens';
import { decodeTags, weighTags } from './decode-crf';
import { type EncodedTokens, encodeTokens } from './encode-tokens';
import type { Kernel } from './kernel/kernel';
import { createPlainKernel } from './kernel/plain-kernel';
import { likeliestStyle } from './likeliest-style';
import { type Network, openNetwork } from './network';
import { readWeights, TAG_COUNT, TAG_KINDS, type Weights } from './read-weights';
import { STYLES, type Style } from './styles';
import { voteAcrossText } from './vote';

/** A name by the network's lights. */
export interface TaggedSpan {
  /** Token indices; `to` exclusive. */
  from: number;
  to: number;
  type: (typeof TAG_KINDS)[number];
  /** 0–1: how likely its tags are, that of the least likely word. */
  score: number;
}

export interface Tagged {
  /** Sorted, disjoint. */
  spans: TaggedSpan[];
  /** How likely a token lies in a name of that type, 0–1. */
  chance(token: number, type: TaggedSpan['type']): number;
}

export interface Tagger {
  /**
   * `starts` says of each token whether a sentence begins at it. Read in the
   * style of those given whose texts this one is most like. Pauses after each
   * part of a long text: the thread may go to others there.
   */
  tagInParts(
    text: string,
    tokens: readonly Token[],
    starts: readonly boolean[],
    styles: readonly Style[],
  ): Generator<void, Tagged>;
}

/** A long text is read in parts of about so many tokens, so that memory stays bounded. */
const PART = 1500;

/**
 * `file` is `tagger.bin`; `kernel` is the tagger's own from then on, by default
 * the plain one. Throws when the file is of another version.
 */
export function createTagger(
  file: ArrayBuffer,
  kernel: Kernel = createPlainKernel(),
): Tagger {
  const weights = readWeights(file);
  const network = openNetwork(weights, kernel);
  return {
    *tagInParts(text, tokens, starts, styles) {
      let style = styles[0] ?? 'generic';
      const spans: TaggedSpan[] = [];
      const chances = new Float32Array(tokens.length * TAG_KINDS.length);
      for (let from = 0; from < tokens.length; ) {
        const to = endOfPart(starts, from, tokens.length);
        const encoded = encodeTokens(
          text,
          tokens.slice(from, to),
          starts.slice(from, to),
          weights.lists,
        );
        if (from === 0) style = likeliestStyle(weights, encoded, styles);
        const part = yield* tagPart(weights, network, encoded, style);
        for (const span of part.spans) {
          spans.push({ ...span, from: span.from + from, to: span.to + from });
        }
        addChances(part.likely, chances, from);
        from = to;
        yield;
      }
      return {
        spans,
        chance: (token, type) =>
          chances[token * TAG_KINDS.length + TAG_KINDS.indexOf(type)] ?? 0,
      };
    },
  };
}

/** Begin and inside of a type together. */
function addChances(likely: Float32Array, chances: Float32Array, from: number): void {
  for (let at = 0; at * TAG_COUNT < likely.length; at++) {
    for (let kind = 0; kind < TAG_KINDS.length; kind++) {
      chances[(from + at) * TAG_KINDS.length + kind] =
        (likely[at * TAG_COUNT + 1 + kind * 2] ?? 0) +
        (likely[at * TAG_COUNT + 2 + kind * 2] ?? 0);
    }
  }
}

/** At the first sentence after {@link PART} tokens; at twice as many anywhere. */
function endOfPart(starts: readonly boolean[], from: number, length: number): number {
  for (let at = from + PART; at < Math.min(length, from + 2 * PART); at++) {
    if (starts[at] === true) return at;
  }
  return Math.min(length, from + 2 * PART);
}

function* tagPart(
  weights: Weights,
  network: Network,
  encoded: EncodedTokens,
  style: Style,
): Generator<void, { spans: TaggedSpan[]; likely: Float32Array }> {
  const { length } = encoded;
  const scores = yield* network.score(encoded, STYLES.indexOf(style));
  const likely = new Float32Array(length * TAG_COUNT);
  weighTags(scores, 0, length, weights, likely);
  voteAcrossText(encoded, likely, scores);
  weighTags(scores, 0, length, weights, likely);
  const tags = new Uint8Array(length);
  decodeTags(scores, 0, length, weights, tags);
  return { spans: readSpans(tags, likely), likely };
}

function readSpans(tags: Uint8Array, likely: Float32Array): TaggedSpan[] {
  const spans: TaggedSpan[] = [];
  let open: TaggedSpan | null = null;
  for (let at = 0; at < tags.length; at++) {
    const tag = tags[at] ?? 0;
    const chance = likely[at * TAG_COUNT + tag] ?? 0;
    const type = TAG_KINDS[(tag - 1) >> 1];
    const goesOn: boolean = tag > 0 && tag % 2 === 0 && open?.type === type;
    if (goesOn && open !== null) {
      open.to = at + 1;
      open.score = Math.min(open.score, chance);
      continue;
    }
    open =
      tag === 0 || type === undefined
        ? null
        : { from: at, to: at + 1, type, score: chance };
    if (open !== null) spans.push(open);
  }
  return spans;
}
